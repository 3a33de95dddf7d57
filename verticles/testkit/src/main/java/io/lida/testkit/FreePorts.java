package io.lida.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Ports of the loopback for servers that must know theirs before they begin. None is of those that
 * the system gives to connections unasked, so none is taken between the look and the use, and none
 * is named twice by one process. Thread-safe.
 */
public final class FreePorts {
  private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final int FIRST = 20_000;
  private static final int USUAL_END = 32_768;
  private static final Set<Integer> NAMED = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  /** One of them. */
  public static int one() {
    return some(1).getFirst();
  }

  /** So many, all different. */
  public static List<Integer> some(int count) {
    return new Random()
        .ints(FIRST, end(firstEphemeral()))
        .filter(FreePorts::isFree)
        .filter(NAMED::add)
        .limit(count)
        .boxed()
        .toList();
  }

  /**
   * Where the ports end that are given to nobody unasked; a system that has none gets the usual.
   */
  static int end(int firstEphemeral) {
    return firstEphemeral > FIRST + 1_000 ? firstEphemeral : USUAL_END;
  }

  private static int firstEphemeral() {
    try (Stream<String> lines = Files.lines(EPHEMERAL)) {
      return lines
          .findFirst()
          .map(line -> Integer.parseInt(line.strip().split("\\s+")[0]))
          .orElse(USUAL_END);
    } catch (IOException anotherSystem) {
      return USUAL_END;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
