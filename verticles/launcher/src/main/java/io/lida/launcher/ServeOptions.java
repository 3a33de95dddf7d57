package io.lida.launcher;

import io.lida.contract.Fault;
import io.lida.deliberation.DeliberationOptions;
import io.lida.gateway.GatewayOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a server is to be had.
 *
 * @param port 0 for any free one
 * @param bind an address of this machine
 * @param behindProxy whether something before it speaks TLS and lets only the right ones through
 * @param model speaks where neither a request nor a scenario names one
 * @param places how many runs are worked on at once
 * @param waiting how many more are taken in and wait
 * @param cluster how it meets other nodes; absent to stay alone
 */
record ServeOptions(
    int port,
    String bind,
    boolean behindProxy,
    Optional<String> model,
    int places,
    int waiting,
    Optional<ClusterOptions> cluster) {

  /**
   * Reads the settings of a server.
   *
   * @throws Fault INVALID_CONFIG naming the setting
   */
  static ServeOptions of(Settings settings) {
    String bind = settings.get("bind");
    boolean behindProxy = flag(settings, "behind_proxy");
    if (!loopback(bind) && !behindProxy) {
      throw Refused.because(
          "bind",
          bind
              + " can be reached by other machines, and keys would travel in clear; put a proxy"
              + " that speaks TLS before it and say so: lida serve --bind "
              + bind
              + " --behind-proxy");
    }
    return new ServeOptions(
        number(settings, "port", 0, 65_535),
        bind,
        behindProxy,
        settings.find("server_model"),
        number(settings, "places", 1, 100_000),
        number(settings, "waiting", 0, 1_000_000),
        flag(settings, "cluster") ? Optional.of(cluster(settings)) : Optional.empty());
  }

  /** How many runs the engine takes; a server takes up what others left. */
  DeliberationOptions.Capacity capacity() {
    return new DeliberationOptions.Capacity(true, places, waiting);
  }

  /** What the gateway is told. */
  GatewayOptions gateway(Settings settings, String node) {
    Path root = settings.root();
    List<String> origins = list(settings, "origins");
    GatewayOptions.Limits limits =
        GatewayOptions.Limits.defaults()
            .withRate(
                number(settings, "requests_per_second", 1, 1_000_000),
                number(settings, "requests_burst", 1, 1_000_000))
            .withConnections(number(settings, "connections", 1, 1_000_000));
    return Refused.unless(
        "origins",
        () ->
            new GatewayOptions(
                bind,
                port,
                settings.home(),
                root.resolve("webroot"),
                root.resolve("scenarios"),
                node,
                Rooms.version(),
                null,
                behindProxy,
                origins,
                limits,
                model.orElse(null)));
  }

  private static ClusterOptions cluster(Settings settings) {
    List<String> join = list(settings, "join");
    for (String member : join) {
      if (!member.matches("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}")) {
        throw Refused.because("join", member + " is no host:port");
      }
    }
    return new ClusterOptions(
        settings.get("cluster_bind"), number(settings, "cluster_port", 1, 65_535), join);
  }

  private static boolean loopback(String bind) {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw Refused.because("bind", bind + " is no address of this machine");
    }
  }

  private static List<String> list(Settings settings, String key) {
    return Arrays.stream(settings.get(key).split(","))
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .toList();
  }

  private static boolean flag(Settings settings, String key) {
    return switch (settings.get(key)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refused.because(key, settings.get(key) + " is neither true nor false");
    };
  }

  private static int number(Settings settings, String key, int least, int most) {
    int number = Refused.unless(key, () -> Integer.parseInt(settings.get(key)));
    if (number < least || number > most) {
      throw Refused.because(key, number + " is not between " + least + " and " + most);
    }
    return number;
  }
}
