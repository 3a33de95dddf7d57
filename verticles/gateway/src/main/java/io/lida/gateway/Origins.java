package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sites may talk to us from a browser, and under which names we are known. A name we do not
 * have is one that somebody else pointed at us (DNS rebinding).
 */
final class Origins {
  private final Set<String> allowed;
  private final Set<String> hosts = new HashSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));

  Origins(String host, List<String> allowed) {
    this.allowed = Set.copyOf(allowed);
    hosts.add(host.contains(":") ? "[" + host + "]" : host.toLowerCase(Locale.ROOT));
    allowed.forEach(origin -> hosts.add(name(origin.substring(origin.indexOf("//") + 2))));
  }

  /** Whether the request was sent to a name of ours. */
  boolean ours(HttpServerRequest request) {
    String host = request.getHeader("Host");
    return host != null && hosts.contains(name(host));
  }

  /** Whether a browser, if it is one, sent this from our own page or from a site that may. */
  boolean sameOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return own(origin, request.getHeader("Host"));
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && (site.equals("same-origin") || site.equals("none"));
  }

  /** Whether a socket may be opened: from our page, from a site that may, or by no browser. */
  boolean upgradable(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || own(origin, request.getHeader("Host"));
  }

  /** What is said to a page that may not. */
  Fault refusal(HttpServerRequest request) {
    return new Fault(
        FaultCode.FORBIDDEN,
        "a page of another site may not open this socket",
        "its origin is " + request.getHeader("Origin"),
        "name the origin in the configuration if it is yours");
  }

  private boolean own(String origin, @Nullable String host) {
    if (allowed.contains(origin)) {
      return true;
    }
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static String name(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean port = colon > authority.lastIndexOf(']');
    return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
  }
}
