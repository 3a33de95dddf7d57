package io.lida.monitor;

import io.lida.contract.Monitor;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a monitor watches.
 *
 * @param node the node's name, as in the addresses of {@link Monitor}
 * @param loops how many event loops the node has, 1 or more
 * @param beyond points that only the node's maker can see, such as its cluster; looked at from an
 *     event loop, so they answer at once
 */
public record MonitorOptions(String node, int loops, List<Supplier<Monitor.Point>> beyond) {
  public MonitorOptions {
    if (loops < 1) {
      throw new IllegalArgumentException("a node has event loops, not " + loops);
    }
    beyond = List.copyOf(beyond);
  }
}
