package io.lida.store;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Answers for the keeper of the logs: lists runs, reads their events, removes them. */
public final class RunsVerticle extends VerticleBase {
  private static final int AT_ONCE = 256;
  private static final int MOST_EVENTS = 10_000;
  private static final int MOST_RUNS = 1_000;

  private final Store store;

  public RunsVerticle(Store store) {
    this.store = store;
  }

  @Override
  public Future<?> start() {
    Bus bus = Bus.on(vertx);
    return Future.all(
        bus.serve(Runs.LIST, AT_ONCE, this::list),
        bus.serve(Runs.FIND, AT_ONCE, this::find),
        bus.serve(Runs.EVENTS, AT_ONCE, this::events),
        bus.serve(Runs.REMOVE, AT_ONCE, this::remove));
  }

  private Future<Runs.Listing> list(Runs.Query query) {
    return store
        .index()
        .list(
            new Runs.Query(
                query.status(),
                query.tenant(),
                Math.min(query.limit(), MOST_RUNS),
                query.before()));
  }

  private Future<Runs.Summary> find(Runs.Find find) {
    return store
        .index()
        .find(find.run())
        .map(found -> found.orElseThrow(() -> unknown(find.run())));
  }

  private Future<Runs.Stretch> events(Runs.After after) {
    // The status is read before the events, so that a run said to be over is there to its end.
    return store
        .index()
        .find(after.run())
        .compose(
            found -> {
              String status = found.orElseThrow(() -> unknown(after.run())).status();
              return store
                  .log()
                  .read(after.run(), after.seq(), Math.min(after.limit(), MOST_EVENTS))
                  .compose(
                      events ->
                          store
                              .log()
                              .last(after.run())
                              .map(last -> new Runs.Stretch(events, status, last)));
            });
  }

  private Future<Runs.Removed> remove(Runs.Remove remove) {
    return store
        .index()
        .removeIdle(remove.run())
        .map(
            removed -> {
              if (!removed) {
                throw unknown(remove.run());
              }
              return new Runs.Removed(remove.run());
            });
  }

  private static Fault unknown(String run) {
    return new Fault(
        FaultCode.NOT_FOUND, "there is no run " + run, "it may have been removed", "lida runs ls");
  }
}
