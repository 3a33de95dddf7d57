package io.lida.gateway;

import io.lida.contract.Access.Scope;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The front of a node: serves HTTP, streams and the page. Deploy it once, on an event loop, after
 * the rooms it asks.
 */
public final class GatewayVerticle extends VerticleBase {
  private static final Duration TICKET_LIFE = Duration.ofSeconds(30);
  private static final Duration LINK_LIFE = Duration.ofMinutes(10);

  private final GatewayOptions options;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final LongSupplier nanos;
  private HttpServer server;
  private Meter meter;
  private Feeds feeds;
  private Bridge bridge;
  private Tickets links;
  private ApiKey admin;

  /**
   * A front.
   *
   * @param random draws keys and tickets, so it must be fit for secrets
   */
  public GatewayVerticle(GatewayOptions options, InstantSource clock, RandomGenerator random) {
    this(options, clock, random, System::nanoTime);
  }

  @SuppressWarnings("NullAway.Init") // start() comes before any question
  GatewayVerticle(
      GatewayOptions options, InstantSource clock, RandomGenerator random, LongSupplier nanos) {
    this.options = options;
    this.clock = clock;
    this.random = random;
    this.nanos = nanos;
  }

  @Override
  public Future<?> start() {
    return vertx
        .executeBlocking(() -> new KeyFile(options.home()).read(random))
        .compose(this::listen);
  }

  private Future<?> listen(ApiKey key) {
    admin = key;
    Bus bus = Bus.on(vertx);
    GatewayOptions.Limits limits = options.limits();
    boolean secure = options.tls() != null || options.behindProxy();
    Keys keys = new Keys(key, bus, clock);
    Sessions sessions = new Sessions(keys, new Seal(key, "session v1"), clock, random, secure);
    Tickets tickets = new Tickets(random, clock, TICKET_LIFE);
    AgentTokens tokens = new AgentTokens(new Seal(key, "agent v1"), clock);
    links = new Tickets(random, clock, LINK_LIFE);
    Origins origins = new Origins(options.host(), options.origins());
    Gate gate = new Gate(keys, sessions, tickets, origins);
    RunDoor door = new RunDoor(bus);
    ScenarioFolder folder = new ScenarioFolder(vertx, bus, options.scenarios());
    feeds = new Feeds(vertx, bus, limits);
    meter = new Meter(clock, feeds);
    Connections connections = new Connections(vertx, limits, meter);
    Front front =
        new Front(
            vertx,
            options,
            gate,
            origins,
            connections,
            new Journal(random, nanos),
            meter,
            new Buckets(limits.requestsPerSecond(), limits.burst(), nanos));

    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.addAll(new NodeEndpoints(bus, options, meter).all());
    endpoints.addAll(new RunEndpoints(bus, door, new Starting(bus, folder, random)).all());
    endpoints.addAll(new PersonaEndpoints(bus).all());
    endpoints.addAll(new ScenarioEndpoints(bus, folder).all());
    endpoints.addAll(new AgentEndpoints(bus, tokens, secure).all());
    endpoints.addAll(new KeyEndpoints(bus, tickets, clock, random).all());

    Router router = front.router();
    endpoints.forEach(endpoint -> front.mount(router, endpoint));
    EventStream stream = new EventStream(door, feeds);
    router.get("/stream").handler(context -> gate.admit(context, Need.READ)).handler(stream::open);
    router
        .get("/ws")
        .handler(context -> gate.admitSocket(context))
        .handler(context -> socket(context, door, limits));
    bridge = new Bridge(vertx, bus, gate, keys, tokens, origins, door, limits, nanos);
    bridge.mount(router);
    StaticFiles files = new StaticFiles(vertx, options.webroot());
    new Pages(files, gate, sessions, links, keys, origins, new Doorbell(nanos))
        .mount(router, front.body());

    server = vertx.createHttpServer(Listening.options(options));
    return server
        .connectionHandler(connections::opened)
        .invalidRequestHandler(request -> Listening.refuse(request, limits))
        .requestHandler(router)
        .listen()
        .onSuccess(listening -> sessions.port(listening.actualPort()))
        .recover(cause -> Future.failedFuture(Listening.explained(cause, options)));
  }

  /** A socket that watches runs; one may be named in the address already. */
  private void socket(RoutingContext context, RunDoor door, GatewayOptions.Limits limits) {
    Exchange exchange = new Exchange(context);
    long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
    boolean words = exchange.query("words").filter("1"::equals).isPresent();
    if (!context.request().canUpgradeToWebSocket()) {
      throw new Fault(
          FaultCode.INVALID, "this path speaks WebSocket alone", "", "open it as ws://");
    }
    context
        .request()
        .toWebSocket()
        .onFailure(context::fail)
        .map(socket -> new EventSocket(door, feeds, socket, exchange.caller(), limits, nanos))
        .onSuccess(
            open -> exchange.query("run").ifPresent(run -> open.subscribe(run, after, words)));
  }

  /** The port that is listened on; known once deployed. */
  public int port() {
    return server.actualPort();
  }

  /** Where the page is, as a browser on this machine names it. */
  public String url() {
    String host = GatewayOptions.loopback(options.host()) ? "127.0.0.1" : options.host();
    return (options.tls() == null ? "http://" : "https://") + host + ":" + port();
  }

  /**
   * A fresh address that opens the page, once, for ten minutes, as who runs this server. May be
   * called from any thread.
   */
  public Future<String> link() {
    Promise<String> link = Promise.promise();
    Caller operator = new Caller(admin.id(), Runs.HOME_TENANT, Set.of(Scope.values()), false);
    context.runOnContext(turn -> link.complete(url() + "/login?ticket=" + links.issue(operator)));
    return link.future();
  }

  /**
   * Takes no new work from now on: what would begin something is answered with 503, and the node is
   * not ready. What is under way goes on, and may still be watched. May be called from any thread.
   */
  public Future<Void> drain() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        turn -> {
          meter.drain();
          done.complete();
        });
    return done.future();
  }

  /** Hangs up on those who watch, in a way that they come back, and listens no longer. */
  @Override
  public Future<?> stop() {
    feeds.hangUp("the server ends");
    bridge.hangUp();
    return server.close();
  }
}
