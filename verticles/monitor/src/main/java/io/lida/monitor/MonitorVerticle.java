package io.lida.monitor;

import io.lida.contract.Bus;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Monitor.Notice;
import io.lida.store.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers {@link Monitor} for one node: how it is, its figures, and what happened of late on all
 * nodes. Tells {@code health.degraded}, {@code health.recovered} and what the circuits do.
 *
 * <p>Runs on an event loop and never blocks it; once on a node.
 */
public final class MonitorVerticle extends VerticleBase {
  private static final int AT_ONCE = 64;

  private final MonitorOptions options;
  private final Store store;
  private final InstantSource clock;
  private Bus bus;
  private Checkup checkup;
  private Meters meters;
  private Chronicle chronicle;
  private Watch watch;

  /** A monitor of the node that keeps its runs in this store. */
  @SuppressWarnings("NullAway.Init") // start() comes before any question
  public MonitorVerticle(MonitorOptions options, Store store, InstantSource clock) {
    this.options = options;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    bus = Bus.on(vertx);
    return Loops.watch(vertx, options.loops()).compose(this::begin);
  }

  private Future<?> begin(Loops loops) {
    checkup = new Checkup(options, store, bus, loops);
    meters = new Meters(store.counts(), loops);
    chronicle = new Chronicle(vertx, store.notices());
    watch = new Watch(vertx, checkup, this::tell);
    List<Future<?>> ready = new ArrayList<>();
    for (String family : Monitor.FAMILIES) {
      ready.add(bus.follow(Monitor.family(family), this::heard).ready());
    }
    ready.add(bus.follow(Llm.CIRCUIT, this::changed).ready());
    ready.add(bus.follow(Monitor.CALLED, meters::count).ready());
    ready.add(bus.follow(Monitor.MISHAPS, meters::count).ready());
    ready.add(bus.serve(Monitor.health(options.node()), AT_ONCE, check -> checkup.health()));
    ready.add(bus.serve(Monitor.figures(options.node()), AT_ONCE, this::figures));
    ready.add(bus.serve(Monitor.HISTORY, AT_ONCE, this::recall));
    return Future.all(ready).onSuccess(done -> watch.look());
  }

  /** Each node counts and keeps its own, so that all nodes together do it once. */
  private void heard(Notice notice) {
    if (notice.node().equals(options.node())) {
      meters.count(notice);
      chronicle.keep(notice);
    }
  }

  private void changed(Llm.CircuitChanged circuit) {
    String event =
        switch (circuit.state()) {
          case "open" -> "opened";
          case "half_open" -> "half_opened";
          default -> circuit.state();
        };
    tell("circuit." + event, Map.of("provider", circuit.provider(), "model", circuit.model()));
  }

  private void tell(String name, Map<String, String> facts) {
    Notice notice = new Notice(name, clock.instant(), options.node(), null, null, facts);
    bus.tell(Monitor.family(notice.family()), notice);
  }

  private Future<Monitor.Figures> figures(Monitor.Scrape scrape) {
    return checkup.pulse().map(pulse -> new Monitor.Figures(meters.scrape(pulse)));
  }

  private Future<Monitor.History> recall(Monitor.Recall recall) {
    return store.notices().recall(recall::wants, recall.limit()).map(Monitor.History::new);
  }

  @Override
  public Future<?> stop() throws Exception {
    watch.end();
    meters.close();
    return super.stop();
  }
}
