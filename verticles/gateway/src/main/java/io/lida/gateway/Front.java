package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Map;

/**
 * Puts every endpoint behind the same checks, in the same order, and gives every failure a form.
 */
final class Front {
  private static final List<Integer> FAILURES =
      List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500, 501, 503);

  private final GatewayOptions options;
  private final Gate gate;
  private final Origins origins;
  private final Connections connections;
  private final Journal journal;
  private final Meter meter;
  private final Buckets rates;
  private final BodyHandler body;
  private final Vertx vertx;

  Front(
      Vertx vertx,
      GatewayOptions options,
      Gate gate,
      Origins origins,
      Connections connections,
      Journal journal,
      Meter meter,
      Buckets rates) {
    this.vertx = vertx;
    this.options = options;
    this.gate = gate;
    this.origins = origins;
    this.connections = connections;
    this.journal = journal;
    this.meter = meter;
    this.rates = rates;
    this.body =
        BodyHandler.create(false)
            .setBodyLimit(options.limits().bodyBytes())
            .setHandleFileUploads(false);
  }

  /** A router that lets nothing pass that was not sent to us, and answers every failure. */
  Router router() {
    Router router = Router.router(vertx);
    FAILURES.forEach(status -> router.errorHandler(status, this::fail));
    router.route().handler(this::enter);
    if (!options.origins().isEmpty()) {
      CorsHandler cors =
          CorsHandler.create()
              .allowCredentials(true)
              .allowedMethod(HttpMethod.GET)
              .allowedMethod(HttpMethod.POST)
              .allowedMethod(HttpMethod.DELETE)
              .allowedHeader("Authorization")
              .allowedHeader("X-API-Key")
              .allowedHeader("Content-Type")
              .allowedHeader("Idempotency-Key")
              .allowedHeader("Last-Event-ID");
      options.origins().forEach(cors::addOrigin);
      router.route().handler(cors);
    }
    return router;
  }

  /** What reads a body within its limits. */
  BodyHandler body() {
    return body;
  }

  void mount(Router router, Endpoint endpoint) {
    var route =
        router
            .route(endpoint.method(), endpoint.route())
            .handler(context -> gate.admit(context, endpoint.need()));
    if (endpoint.need() != Need.OPEN) {
      route.handler(this::pace);
    }
    if (endpoint.method() == HttpMethod.POST) {
      route.handler(this::room).handler(context -> body.handle(context));
    }
    route.handler(context -> answer(context, endpoint));
  }

  private void enter(RoutingContext context) {
    HttpServerRequest request = context.request();
    connections.requested(request);
    meter.requested();
    journal.open(context);
    context.addEndHandler(done -> connections.answered(request));
    headers(context);
    if (request.uri().length() > Listening.LONGEST_URL) {
      context.fail(414);
    } else if (!origins.ours(request)) {
      context.fail(
          new Fault(
              FaultCode.FORBIDDEN,
              "the request was sent to a host that we are not",
              "Host is " + request.getHeader("Host"),
              "use the address that lida serve prints"));
    } else {
      hurry(context);
      context.next();
    }
  }

  private void headers(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", Policy.NOTHING)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
  }

  /** A body must arrive whole in time. */
  private void hurry(RoutingContext context) {
    HttpServerRequest request = context.request();
    String length = request.getHeader("Content-Length");
    boolean bodied =
        request.getHeader("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    if (bodied) {
      long timer =
          vertx.setTimer(
              options.limits().slowSeconds() * 1_000L,
              late -> {
                if (!request.isEnded() && !context.response().headWritten()) {
                  context.fail(408);
                }
              });
      context.addEndHandler(done -> vertx.cancelTimer(timer));
    }
  }

  private void pace(RoutingContext context) {
    long wait = rates.take(Gate.caller(context).key());
    if (wait == 0) {
      context.next();
      return;
    }
    Fault fault =
        new Fault(
            FaultCode.RATE_LIMITED,
            "asked more often than is allowed",
            options.limits().requestsPerSecond()
                + " requests a second, "
                + options.limits().burst()
                + " at once",
            "wait as long as Retry-After says");
    send(context, Failures.reply(fault).with(Map.of("Retry-After", Long.toString(wait))));
  }

  private void room(RoutingContext context) {
    if (meter.draining()) {
      context.fail(
          new Fault(
              FaultCode.DRAINING,
              "the server ends and takes no new work",
              "what it has begun goes on when it is started again",
              "try again in a few seconds"));
    } else {
      context.next();
    }
  }

  private static void answer(RoutingContext context, Endpoint endpoint) {
    Future<Reply> reply;
    try {
      reply = endpoint.answer().apply(new Exchange(context));
    } catch (RuntimeException thrown) {
      reply = Future.failedFuture(thrown);
    }
    reply.onSuccess(made -> send(context, made)).onFailure(context::fail);
  }

  private static void send(RoutingContext context, Reply reply) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(reply.status()).putHeader("Content-Type", reply.mediaType());
    reply.headers().forEach(response::putHeader);
    response.end(reply.body());
  }

  private void fail(RoutingContext context) {
    if (context.response().headWritten()) {
      context.request().connection().close();
      return;
    }
    int status = context.statusCode();
    Throwable cause = context.failure();
    boolean ours = cause instanceof Fault || (cause != null && (status == 500 || status < 400));
    Reply reply =
        ours
            ? Failures.reply(cause, Journal.trace(context))
            : Failures.reply(Refusals.of(status, context.request(), options.limits()));
    if (!context.request().isEnded()) {
      context.response().putHeader("Connection", "close");
      context.response().endHandler(done -> context.request().connection().close());
    }
    send(context, reply);
  }
}
