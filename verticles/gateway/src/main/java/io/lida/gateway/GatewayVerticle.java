package io.lida.gateway;

import io.lida.contract.Access.Scope;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The front of a node: serves HTTP, streams and the page. Deploy it once, on an event loop, after
 * the rooms it asks.
 */
public final class GatewayVerticle extends VerticleBase {
  private final GatewayOptions options;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final LongSupplier nanos;
  private Assembly assembly;
  private HttpServer server;

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

  /** What is read from files is read off the event loop. */
  private record Found(ApiKey admin, Reply description) {}

  @Override
  public Future<?> start() {
    return vertx
        .executeBlocking(
            () -> new Found(new KeyFile(options.home()).read(random), Description.read()))
        .compose(this::listen);
  }

  private Future<?> listen(Found found) {
    assembly =
        new Assembly(vertx, options, clock, random, nanos, found.admin(), found.description());
    server = vertx.createHttpServer(Listening.options(options));
    return server
        .connectionHandler(assembly.connections::opened)
        .invalidRequestHandler(request -> Listening.refuse(request, options.limits()))
        .requestHandler(assembly.router())
        .listen()
        .onSuccess(listening -> assembly.sessions.port(listening.actualPort()))
        .recover(cause -> Future.failedFuture(Listening.explained(cause, options)));
  }

  /** The port that is listened on; known once deployed. */
  public int port() {
    return server.actualPort();
  }

  /** What can be asked, streams and sockets aside. */
  List<Endpoint> endpoints() {
    return assembly.endpoints;
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
    Caller operator =
        new Caller(assembly.admin.id(), Runs.HOME_TENANT, Set.of(Scope.values()), false);
    context.runOnContext(
        turn -> link.complete(url() + "/login?ticket=" + assembly.links.issue(operator)));
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
          assembly.meter.drain();
          done.complete();
        });
    return done.future();
  }

  /** Hangs up on those who watch, in a way that they come back, and listens no longer. */
  @Override
  public Future<?> stop() {
    assembly.feeds.hangUp("the server ends");
    assembly.bridge.hangUp();
    return server.close();
  }
}
