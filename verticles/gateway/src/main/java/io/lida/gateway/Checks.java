package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What every request must pass: sent to us, in time, not too often, while there is room. */
record Checks(
    Vertx vertx,
    GatewayOptions options,
    Origins origins,
    Connections connections,
    Journal journal,
    Meter meter,
    Buckets rates,
    Load load) {

  /** The first of all checks; from here on the request has a trace and is counted. */
  void enter(RoutingContext context) {
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

  private static void headers(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", Policy.NOTHING)
        .putHeader("X-Content-Type-Options", "nosniff")
        // Without any, a browser would not say either that a form of ours was sent by our page.
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
  }

  /** A body must arrive whole in time. */
  private void hurry(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.getHeader("Transfer-Encoding") != null || Answers.length(request) > 0) {
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

  /** Who is known may ask only so often. */
  void pace(RoutingContext context) {
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
    Answers.send(context, Failures.reply(fault).with(Map.of("Retry-After", Long.toString(wait))));
  }

  /** New work is refused while there is no room for it. */
  void room(RoutingContext context) {
    if (meter.draining()) {
      context.fail(
          new Fault(
              FaultCode.DRAINING,
              "the server ends and takes no new work",
              "what it has begun goes on when it is started again",
              "try again in a few seconds"));
    } else if (load.tooMuch()) {
      context.fail(
          new Fault(
              FaultCode.BUSY,
              "the server has more to do than it can",
              "what is under way goes first",
              "try again in a few seconds"));
    } else {
      context.next();
    }
  }
}
