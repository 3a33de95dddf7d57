package io.lida.deliberation;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.store.Lease;
import io.lida.store.Left;
import io.lida.store.LostLease;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Takes up runs that others left, or that wait for a place. A run that its log says is at rest is
 * wound up, one without a log is forgotten, and one that this engine does not understand is parked.
 */
final class Adoption {
  private static final Logger LOG = System.getLogger(Adoption.class.getName());

  private final Rooms rooms;
  private final Claims claims;
  private final Sessions sessions;

  Adoption(Rooms rooms, Claims claims, Sessions sessions) {
    this.rooms = rooms;
    this.claims = claims;
    this.sessions = sessions;
  }

  /**
   * Takes a run up, unless somebody else does; never fails, for what cannot be done now is found
   * again.
   *
   * @param waited whether it stood in the line and had no owner to lose
   */
  Future<Void> adopt(Left left, boolean waited, Places.Place place) {
    String run = left.run();
    return sessions
        .inTurn(
            run,
            () ->
                sessions.find(run) == null
                    ? acquire(left, waited, place)
                    : Future.succeededFuture(false))
        .recover(
            cause -> {
              Level level = cause instanceof LostLease ? Level.DEBUG : Level.WARNING;
              LOG.log(level, "run " + run + ": not taken up now: " + cause.getMessage());
              return Future.succeededFuture(false);
            })
        .map(
            works -> {
              if (!works) {
                place.leave();
              }
              return null;
            });
  }

  /** Answers, as all below, whether the run is worked on at the place. */
  private Future<Boolean> acquire(Left left, boolean waited, Places.Place place) {
    return rooms
        .store()
        .leases()
        .acquire(left.run())
        .compose(
            lease ->
                lease.isEmpty()
                    ? Future.succeededFuture(false)
                    : read(lease.get(), left, waited, place)
                        .recover(cause -> claims.release(lease.get(), cause)));
  }

  private Future<Boolean> read(Lease lease, Left left, boolean waited, Places.Place place) {
    return Holding.read(rooms, lease)
        .transform(
            read -> {
              if (read.succeeded()) {
                return goOn(read.result(), left, waited, place);
              }
              Fault fault = Fault.of(read.cause());
              return fault.code().retriable()
                  ? Future.failedFuture(fault)
                  : leave(lease, fault).map(done -> false);
            });
  }

  private Future<Boolean> goOn(Holding found, Left left, boolean waited, Places.Place place) {
    State state = found.state();
    if (state.status() != Status.RUNNING) {
      sessions.work(found, false, place);
      return Future.succeededFuture(true);
    }
    if (!waited) {
      rooms.notices().resumed(found.run(), state, left);
    } else if (state.round() == 0) {
      rooms.notices().started(found.run(), state);
    } else {
      rooms.notices().resumed(found.run(), state, null);
    }
    return found
        .resume(rooms)
        .map(
            holding -> {
              rooms
                  .store()
                  .index()
                  .put(holding.lease(), Summaries.of(holding.run(), holding.state()));
              sessions.work(holding, false, place);
              return true;
            });
  }

  /** Nothing was promised of a run without a log; of any other somebody must learn why it waits. */
  private Future<?> leave(Lease lease, Fault fault) {
    Future<?> done =
        fault.code() == FaultCode.NOT_FOUND
            ? rooms.store().index().forget(lease)
            : park(lease, fault);
    return done.compose(known -> rooms.store().leases().release(lease));
  }

  private Future<Void> park(Lease lease, Fault fault) {
    String run = lease.run();
    String why = fault.detail().isEmpty() ? fault.title() : fault.title() + ": " + fault.detail();
    LOG.log(Level.WARNING, "run " + run + ": parked: " + why);
    return rooms
        .store()
        .index()
        .find(run)
        .compose(
            known -> {
              if (known.isEmpty()) {
                return Future.succeededFuture();
              }
              rooms.notices().parked(run, known.get().tenant(), why);
              return rooms.store().index().put(lease, known.get().with(Status.PARKED.id(), why));
            });
  }
}
