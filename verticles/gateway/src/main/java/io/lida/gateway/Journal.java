package io.lida.gateway;

import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line for each request: what was asked, of which route, with what outcome, by whom. Never what
 * stands after the question mark, because tickets do.
 */
final class Journal {
  private static final Logger LOG = System.getLogger("io.lida.gateway.requests");
  private static final String TRACE = "lida.trace";
  private static final Pattern PARENT =
      Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  private final RandomGenerator random;
  private final LongSupplier nanos;

  Journal(RandomGenerator random, LongSupplier nanos) {
    this.random = random;
    this.nanos = nanos;
  }

  /** Gives the request its trace id, the caller's if it brings one, and writes its line later. */
  void open(RoutingContext context) {
    String trace = given(context);
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

  private String given(RoutingContext context) {
    String parent = context.request().getHeader("traceparent");
    Matcher matcher = PARENT.matcher(parent == null ? "" : parent);
    if (matcher.matches()) {
      return matcher.group(1);
    }
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void write(RoutingContext context, String trace, long millis) {
    String who =
        Gate.known(context).map(caller -> caller.key() + " " + caller.tenant()).orElse("- -");
    var route = context.currentRoute();
    String path = route == null || route.getPath() == null ? "-" : route.getPath();
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
