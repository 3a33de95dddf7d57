package io.lida.launcher;

import java.util.List;

/**
 * How a node meets others.
 *
 * @param bind the address at which others find it
 * @param port where they find it; none other is tried
 * @param join where others are to be found, {@code host:port} each
 */
record ClusterOptions(String bind, int port, List<String> join) {
  ClusterOptions {
    join = List.copyOf(join);
  }
}
