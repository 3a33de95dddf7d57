package io.lida.proof.faults;

import io.lida.testkit.FreePorts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Clustered servers of one home on one Redis, oldest first. */
final class Cluster {
  private final List<Served> nodes;
  private final Map<String, String> modelOfNode = new HashMap<>();

  private Cluster(List<Served> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** So many nodes, ready; each reaches Redis by its URL of these, or by the last. */
  static Cluster start(Stage stage, int size, List<String> redis)
      throws IOException, InterruptedException {
    List<Integer> ports = FreePorts.some(size);
    String members =
        ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    List<Served> nodes = new ArrayList<>();
    int before = stage.providers().size();
    for (int i = 0; i < size; i++) {
      String url = redis.get(Math.min(i, redis.size() - 1));
      nodes.add(
          stage.server(
              "home",
              FreePorts.one(),
              List.of(
                  "--cluster", "--cluster-port", Integer.toString(ports.get(i)), "--join", members),
              Map.of("LIDA_REDIS_URL", url)));
    }
    Cluster cluster = new Cluster(nodes);
    for (int i = 0; i < size; i++) {
      nodes.get(i).begin().ready();
      cluster.modelOfNode.put(nodes.get(i).node(), stage.providers().get(before + i).model());
    }
    stage.tell("%d nodes are ready", size);
    return cluster;
  }

  Served oldest() {
    return nodes.getFirst();
  }

  List<Served> nodes() {
    return nodes;
  }

  /** The doors of all nodes. */
  List<Http> doors() throws IOException {
    List<Http> doors = new ArrayList<>();
    for (Served node : nodes) {
      doors.add(node.http());
    }
    return doors;
  }

  /** A node other than this one. */
  Served otherThan(Served node) {
    return nodes.stream().filter(each -> each != node).findFirst().orElseThrow();
  }

  /** By which model name the answers of a node are known. */
  Map<String, String> modelOfNode() {
    return Map.copyOf(modelOfNode);
  }
}
