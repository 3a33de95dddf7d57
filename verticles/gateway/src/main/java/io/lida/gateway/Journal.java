package io.lida.gateway;

import io.lida.contract.Trace;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * One line for each request: what was asked, of which route, with what outcome, by whom. Never what
 * stands after the question mark, because tickets do.
 */
final class Journal {
  private static final Logger LOG = System.getLogger("io.lida.gateway.requests");
  private static final String TRACE = "lida.trace";

  private final RandomGenerator random;
  private final LongSupplier nanos;

  Journal(RandomGenerator random, LongSupplier nanos) {
    this.random = random;
    this.nanos = nanos;
  }

  /** Gives the request its trace, the caller's if it brings one, and writes its line later. */
  void open(RoutingContext context) {
    Trace given =
        Trace.of(context.request().getHeader("traceparent")).orElseGet(() -> Trace.fresh(random));
    given.enter();
    String trace = given.id();
    context.put(TRACE, trace);
    context.response().putHeader("X-Trace-Id", trace);
    long began = nanos.getAsLong();
    context.addEndHandler(done -> write(context, trace, (nanos.getAsLong() - began) / 1_000_000));
  }

  /** The trace id of a request. */
  static String trace(RoutingContext context) {
    String trace = context.get(TRACE);
    return trace == null ? "none" : trace;
  }

  private static void write(RoutingContext context, String trace, long millis) {
    String who =
        Gate.known(context).map(caller -> caller.key() + " " + caller.tenant()).orElse("- -");
    var route = context.currentRoute();
    String path =
        route == null || route.getPath() == null
            ? Refusals.read(context.normalizedPath())
            : route.getPath();
    LOG.log(
        Level.INFO,
        () ->
            context.request().method()
                + " "
                + path
                + " "
                + context.response().getStatusCode()
                + " "
                + millis
                + "ms "
                + who
                + " "
                + trace);
  }
}
