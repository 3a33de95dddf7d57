package io.lida.monitor;

import io.lida.contract.Bus;
import io.lida.contract.Monitor;
import io.lida.store.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;

/**
 * Answers {@link Monitor} for one node: how it is, its figures, and what happened of late.
 *
 * <p>Runs on an event loop and never blocks it; once on a node.
 */
public final class MonitorVerticle extends VerticleBase {
  private static final int AT_ONCE = 64;

  private final MonitorOptions options;
  private final Store store;
  private Bus bus;
  private Checkup checkup;
  private Meters meters;

  /** A monitor of the node that keeps its runs in this store. */
  @SuppressWarnings("NullAway.Init") // start() comes before any question
  public MonitorVerticle(MonitorOptions options, Store store) {
    this.options = options;
    this.store = store;
  }

  @Override
  public Future<?> start() {
    bus = Bus.on(vertx);
    return Loops.watch(vertx, options.loops()).compose(this::begin);
  }

  private Future<?> begin(Loops loops) {
    checkup = new Checkup(options, store, bus, loops);
    meters = new Meters(store.counts(), loops);
    return Future.all(
        List.of(
            bus.follow(Monitor.CALLED, meters::count).ready(),
            bus.follow(Monitor.MISHAPS, meters::count).ready(),
            bus.follow(Monitor.family("run"), this::ran).ready(),
            bus.serve(Monitor.health(options.node()), AT_ONCE, check -> checkup.health()),
            bus.serve(Monitor.figures(options.node()), AT_ONCE, this::figures)));
  }

  /** Each node counts its own, so that the sum over all nodes is true. */
  private void ran(Monitor.Notice notice) {
    if (notice.node().equals(options.node())) {
      meters.count(notice);
    }
  }

  private Future<Monitor.Figures> figures(Monitor.Scrape scrape) {
    return checkup.pulse().map(pulse -> new Monitor.Figures(meters.scrape(pulse)));
  }

  @Override
  public Future<?> stop() throws Exception {
    meters.close();
    return super.stop();
  }
}
