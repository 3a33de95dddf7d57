package io.lida.gateway;

import static io.lida.gateway.Endpoint.get;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Predicate;

/** How this node is, over HTTP. */
final class NodeEndpoints {
  private final Bus bus;
  private final GatewayOptions options;
  private final Meter meter;

  NodeEndpoints(Bus bus, GatewayOptions options, Meter meter) {
    this.bus = bus;
    this.options = options;
    this.meter = meter;
  }

  List<Endpoint> all() {
    return List.of(
        get("/health", Need.OPEN, e -> Future.succeededFuture(document(200, List.of()))),
        get("/health/live", Need.OPEN, e -> probe(Monitor.Health::live, true)),
        get("/health/ready", Need.OPEN, e -> probe(Monitor.Health::ready, false)),
        get("/health/startup", Need.OPEN, e -> probe(Monitor.Health::started, false)),
        get("/api/stats", Need.READ, this::stats),
        get("/api/v1/stats", Need.READ, this::stats),
        get("/api/v1/notices", Need.READ, this::notices),
        get("/metrics", Need.READ, this::metrics));
  }

  /**
   * Asks who watches the node. When nobody does, an answered request proves that the node lives,
   * and nothing more.
   */
  private Future<Reply> probe(Predicate<Monitor.Health> good, boolean unwatched) {
    if (meter.draining() && !unwatched) {
      Monitor.Point drain = new Monitor.Point("drain", false, "the node ends");
      return Future.succeededFuture(document(503, List.of(drain)));
    }
    return bus.request(Monitor.health(options.node()), new Monitor.Check())
        .map(health -> document(good.test(health) ? 200 : 503, health.points()))
        .recover(
            cause -> {
              Monitor.Point watch = new Monitor.Point("watch", false, Fault.of(cause).title());
              return Future.succeededFuture(document(unwatched ? 200 : 503, List.of(watch)));
            });
  }

  private Reply document(int status, List<Monitor.Point> points) {
    return Reply.json(
        status,
        new Documents.Health(
            "lida.health/v1",
            status == 200 ? "up" : "down",
            options.node(),
            options.version(),
            points));
  }

  private Future<Reply> stats(Exchange exchange) {
    return bus.request(Monitor.pulse(options.node()), new Monitor.Feel())
        .map(pulse -> Reply.ok(meter.stats(options, pulse)))
        .recover(
            cause ->
                Fault.of(cause).code() == FaultCode.ABSENT
                    ? Future.succeededFuture(Reply.ok(meter.stats(options, null)))
                    : Future.failedFuture(cause));
  }

  private Future<Reply> metrics(Exchange exchange) {
    return bus.request(Monitor.figures(options.node()), new Monitor.Scrape())
        .map(figures -> Reply.text("text/plain; version=0.0.4", figures.text()));
  }

  private Future<Reply> notices(Exchange exchange) {
    String pattern = exchange.query("pattern").orElse("*");
    if (!pattern.matches("[a-z0-9_.]{0,64}\\*?")) {
      throw new Fault(
          FaultCode.INVALID,
          "the parameter pattern is refused",
          "it is a name, or the beginning of one and a star: run.*",
          "");
    }
    int limit = (int) exchange.number("limit", 100, 1, 10_000);
    Caller caller = exchange.caller();
    String tenant = caller.operator() ? null : caller.tenant();
    return bus.request(Monitor.HISTORY, new Monitor.Recall(pattern, tenant, limit))
        .map(history -> Reply.ok(new Documents.NoticeList("lida.notices/v1", history.notices())));
  }
}
