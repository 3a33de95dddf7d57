package io.lida.proof.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.proof.Product;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows that must hold at every build, at their smallest; {@code scripts/faults} runs all of
 * them at their full size. {@code -Dlida.seed=N} injects the same faults again.
 */
@Timeout(120)
class FaultsTest {
  static List<Row> rows() {
    return List.of(
        new KillAll(false),
        new KillNode(true),
        new SameKey(),
        new BridgeProbe(),
        new Traversal(),
        new Leaks(),
        new Strangers());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRowHolds(Row row) {
    long seed = Long.getLong("lida.seed", 20_261_121);
    Faults faults = new Faults(Product.commandLine(Product.ROOT), true, seed, System.out::println);

    Report report = faults.run(List.of(row), Set.of());

    assertEquals(List.of(), report.rows().getFirst().broken(), () -> report.table());
  }
}
