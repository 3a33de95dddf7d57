package io.lida.gateway;

import io.lida.contract.Bus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The parts of a front, put together. */
final class Assembly {
  private static final Duration TICKET_LIFE = Duration.ofSeconds(30);
  private static final Duration LINK_LIFE = Duration.ofMinutes(10);

  final ApiKey admin;
  final Sessions sessions;
  final Tickets links;
  final Feeds feeds;
  final Meter meter;
  final Bridge bridge;
  final Connections connections;
  final List<Endpoint> endpoints;
  private final Vertx vertx;
  private final GatewayOptions options;
  private final LongSupplier nanos;
  private final RandomGenerator random;
  private final Tickets tickets;
  private final Keys keys;
  private final Origins origins;
  private final Gate gate;
  private final RunDoor door;

  Assembly(
      Vertx vertx,
      GatewayOptions options,
      InstantSource clock,
      RandomGenerator random,
      LongSupplier nanos,
      ApiKey admin,
      Reply description) {
    this.vertx = vertx;
    this.options = options;
    this.random = random;
    this.nanos = nanos;
    this.admin = admin;
    Bus bus = Bus.on(vertx);
    GatewayOptions.Limits limits = options.limits();
    boolean secure = options.tls() != null || options.behindProxy();
    tickets = new Tickets(random, clock, TICKET_LIFE);
    AgentTokens tokens = new AgentTokens(new Seal(admin, "agent v1"), clock);
    keys = new Keys(admin, bus, clock);
    sessions = new Sessions(keys, new Seal(admin, "session v1"), clock, random, secure);
    links = new Tickets(random, clock, LINK_LIFE);
    origins = new Origins(options.host(), options.origins());
    gate = new Gate(keys, sessions, tickets, origins);
    door = new RunDoor(bus);
    feeds = new Feeds(vertx, bus, keys, limits);
    meter = new Meter(clock, feeds);
    connections = new Connections(vertx, limits, meter);
    bridge = new Bridge(vertx, bus, gate, keys, tokens, origins, connections, door, limits, nanos);
    ScenarioFolder folder = new ScenarioFolder(vertx, bus, options.scenarios());
    Starting starting = new Starting(bus, folder, random, options.model());
    endpoints =
        Stream.of(
                List.of(
                    Endpoint.get(
                        "/openapi.json", Need.OPEN, asked -> Future.succeededFuture(description))),
                new NodeEndpoints(bus, options, meter).all(),
                new RunEndpoints(bus, door, starting).all(),
                new StudyEndpoints(bus, starting).all(),
                new SeatEndpoints(bus, door).all(),
                new PersonaEndpoints(bus).all(),
                new ScenarioEndpoints(bus, folder).all(),
                new AgentEndpoints(bus, tokens, secure).all(),
                new KeyEndpoints(bus, tickets, clock, random).all())
            .flatMap(List::stream)
            .toList();
  }

  /** All that is answered, behind the checks. */
  Router router() {
    GatewayOptions.Limits limits = options.limits();
    Load load = new Load(nanos, Load::heapInUse);
    load.watch(vertx);
    Checks checks =
        new Checks(
            vertx,
            options,
            origins,
            connections,
            new Journal(random, nanos),
            meter,
            new Buckets(limits.requestsPerSecond(), limits.burst(), nanos),
            load);
    Front front = new Front(options, gate, checks);
    Router router = front.router(vertx);
    endpoints.forEach(endpoint -> front.mount(router, endpoint));
    EventStream stream = new EventStream(door, feeds);
    router
        .get("/stream")
        .handler(context -> gate.admit(context, Need.READ))
        .handler(checks::pace)
        .handler(stream::open);
    EventSockets sockets = new EventSockets(door, feeds, connections, limits, nanos);
    router.get("/ws").handler(gate::admitSocket).handler(checks::pace).handler(sockets::open);
    bridge.mount(router);
    StaticFiles files = new StaticFiles(vertx, options.webroot());
    new Pages(files, gate, sessions, links, tickets, keys, origins, new Doorbell(nanos))
        .mount(router, front.body());
    return router;
  }
}
