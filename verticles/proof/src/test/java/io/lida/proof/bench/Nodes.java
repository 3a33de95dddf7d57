package io.lida.proof.bench;

import io.lida.testkit.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an ask costs when it is answered by another node of a cluster. */
final class Nodes {
  private static final int AT_ONCE = 64;

  private Nodes() {}

  static void measure(Size size, Path root, Path scratch, Ledger ledger) throws IOException {
    int total = size.events() * 2;
    Map<String, Double> bare = bare(total);
    Map<String, Double> ours = ours(total, root, Files.createDirectory(scratch.resolve("nodes")));
    ledger.check("every ask between nodes is answered", ours.get("count") == total);
    ledger.add(
        Figure.atLeast("asks a second between two nodes, 64 at once", "", rate(ours), 100_000)
            .beside(rate(bare)));
    ledger.add(
        Figure.atMost("p99 of an ask between two nodes", "ms", ours.get("p99_ms"), 1.5)
            .beside(bare.get("p99_ms")));
  }

  private static Map<String, Double> bare(int total) throws IOException {
    List<Integer> ports = FreePorts.some(2);
    String name = "bench-" + ProcessHandle.current().pid();
    try (Child one = Child.start(BareNode.class, name, ports.getFirst(), ports.getLast());
        Child other = Child.start(BareNode.class, name, ports.getLast(), ports.getFirst())) {
      return asked(one, other, total);
    }
  }

  private static Map<String, Double> ours(int total, Path root, Path home) throws IOException {
    List<Integer> ports = FreePorts.some(2);
    try (Child one = Child.start(ClusterNode.class, root, home, ports.getFirst(), ports.getLast());
        Child other =
            Child.start(ClusterNode.class, root, home, ports.getLast(), ports.getFirst())) {
      return asked(one, other, total);
    }
  }

  private static Map<String, Double> asked(Child asker, Child answerer, int total)
      throws IOException {
    answerer.work("answer", 1, 1);
    asker.work("bus", total, AT_ONCE);
    return asker.work("bus", total, AT_ONCE);
  }

  private static double rate(Map<String, Double> work) {
    return work.get("count") / work.get("seconds");
  }
}
