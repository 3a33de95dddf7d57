package io.lida.proof.bench;

import io.lida.proof.LoopbackCluster;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;

/** The floor of an ask between nodes: Vert.x and Hazelcast, texts of 256 characters, no TLS. */
final class BareNode implements Worker {
  private final Vertx vertx;

  private BareNode(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Works for a driver; the arguments are the cluster's name, its port and the other's. */
  public static void main(String[] words) throws Exception {
    List<Integer> ports = List.of(Integer.valueOf(words[1]), Integer.valueOf(words[2]));
    Worker.serve(
        new BareNode(LoopbackCluster.join(LoopbackCluster.manager(words[0], ports)).await()));
    System.exit(0);
  }

  @Override
  public Map<String, Double> work(Task task) {
    return switch (task.what()) {
      case "answer" -> {
        RawBus.answer(vertx).await();
        yield Map.of();
      }
      case "bus" -> RawBus.ask(vertx, task);
      default -> throw new IllegalArgumentException("a bare node knows no " + task.what());
    };
  }
}
