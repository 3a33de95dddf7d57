package io.lida.gateway;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the front of a node is told at its start.
 *
 * @param host the address to listen on; other than loopback it demands {@code tls} or {@code
 *     behindProxy}
 * @param port 0 for any that is free
 * @param home the user's data folder, with {@code api-key} in it
 * @param webroot the folder of the page
 * @param scenarios the folder of the scenarios that may be named
 * @param node this node's id on the bus
 * @param version of LIDA, as it is told to others
 * @param tls certificate and key, or absent for plain HTTP
 * @param behindProxy whether a proxy before us speaks TLS
 * @param origins origins beside our own that a browser may come from, such as {@code
 *     https://lida.example.org}; their hosts are also accepted as ours
 * @param model {@code provider/model}: speaks where neither a request nor its scenario names one;
 *     absent to leave that to the cards
 */
public record GatewayOptions(
    String host,
    int port,
    Path home,
    Path webroot,
    Path scenarios,
    String node,
    String version,
    @Nullable Tls tls,
    boolean behindProxy,
    List<String> origins,
    Limits limits,
    @Nullable String model) {
  public GatewayOptions {
    origins = List.copyOf(origins);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 0 to 65535, is " + port);
    }
    if (!loopback(host) && tls == null && !behindProxy) {
      throw new IllegalArgumentException(
          "listening on " + host + " demands TLS, or a proxy that speaks it (behind_proxy)");
    }
    for (String origin : origins) {
      if (!origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
        throw new IllegalArgumentException("not an origin: " + origin);
      }
    }
  }

  /** Loopback, port 2040, the shipped folders, no foreign origin. */
  public static GatewayOptions defaults(Path home, Path root, String node) {
    return new GatewayOptions(
        "127.0.0.1",
        2040,
        home,
        root.resolve("webroot"),
        root.resolve("scenarios"),
        node,
        "development",
        null,
        false,
        List.of(),
        Limits.defaults(),
        null);
  }

  /** The same on another port. */
  public GatewayOptions withPort(int other) {
    return new GatewayOptions(
        host,
        other,
        home,
        webroot,
        scenarios,
        node,
        version,
        tls,
        behindProxy,
        origins,
        limits,
        model);
  }

  /** The same within other limits. */
  public GatewayOptions withLimits(Limits other) {
    return new GatewayOptions(
        host,
        port,
        home,
        webroot,
        scenarios,
        node,
        version,
        tls,
        behindProxy,
        origins,
        other,
        model);
  }

  static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /** PEM files of a certificate and its key. */
  public record Tls(Path certificate, Path key) {}

  /**
   * How much is borne from one client.
   *
   * @param requestsPerSecond for each key, in the long run
   * @param burst how many at once after a rest
   * @param connections open from one address
   * @param messagesPerSecond on one socket
   * @param bodyBytes the largest body of a request
   * @param slowSeconds how long a request may take to arrive whole
   * @param idleSeconds how long a connection may be silent
   * @param heartbeatSeconds how often a silent stream says that it lives
   * @param stalledSeconds how long a watcher may leave what it was sent unread
   */
  public record Limits(
      int requestsPerSecond,
      int burst,
      int connections,
      int messagesPerSecond,
      int bodyBytes,
      int slowSeconds,
      int idleSeconds,
      int heartbeatSeconds,
      int stalledSeconds) {
    public Limits {
      List<Integer> all =
          List.of(
              requestsPerSecond,
              burst,
              connections,
              messagesPerSecond,
              bodyBytes,
              slowSeconds,
              idleSeconds,
              heartbeatSeconds,
              stalledSeconds);
      if (all.stream().anyMatch(limit -> limit < 1)) {
        throw new IllegalArgumentException("every limit of the gateway must be at least 1");
      }
    }

    /** 20 requests a second and 40 at once, 100 connections, 1 MiB, 10 s to arrive. */
    public static Limits defaults() {
      return new Limits(20, 40, 100, 20, 1 << 20, 10, 60, 15, 30);
    }

    /** The same for a client that posts whole studies. */
    public Limits withRate(int perSecond, int atOnce) {
      return new Limits(
          perSecond,
          atOnce,
          connections,
          messagesPerSecond,
          bodyBytes,
          slowSeconds,
          idleSeconds,
          heartbeatSeconds,
          stalledSeconds);
    }

    /** The same for many connections from one address. */
    public Limits withConnections(int most) {
      return new Limits(
          requestsPerSecond,
          burst,
          most,
          messagesPerSecond,
          bodyBytes,
          slowSeconds,
          idleSeconds,
          heartbeatSeconds,
          stalledSeconds);
    }
  }
}
