package io.lida.personas;

import static io.lida.contract.Personas.RECOMPUTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Personas.Recompute;
import io.lida.contract.Personas.Recomputed;
import io.lida.contract.Personas.Renumbered;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class RecomputeTest {
  private static final String CARD = House.CATASTROPHIST;
  private static final String FILE = "personas/" + CARD + ".json";

  @Test
  void thePanelHasTheNumbersOfTheGrid(Node node, @TempDir Path home) {
    node.deploy(
        new PersonasVerticle(PersonasOptions.defaults(House.ROOT, home), InstantSource.system()));
    assertEquals(new Recomputed(169, List.of()), node.ask(RECOMPUTE, new Recompute(true)));
  }

  @Test
  void wrongNumbersAreMendedAndNothingElse(Node node, @TempDir Path folder) throws Exception {
    House house = House.in(folder, CARD);
    Path card = house.shipped().resolve(CARD + ".json");
    byte[] right = Files.readAllBytes(card);
    String wrong =
        Files.readString(card)
            .replaceFirst("\"value\": 0\\.75", "\"value\": 0.5")
            .replaceFirst("\"epsilon\": 0\\.15", "\"epsilon\": 1");
    Files.writeString(card, wrong);
    house.open(node);
    Recomputed changes =
        new Recomputed(
            1,
            List.of(
                new Renumbered(FILE, "/beliefs/catastrophic_risk/value", 0.5, 0.75),
                new Renumbered(FILE, "/dynamics/epsilon", 1, 0.15)));

    assertEquals(changes, node.ask(RECOMPUTE, new Recompute(true)));
    assertEquals(wrong, Files.readString(card));
    assertEquals(changes, node.ask(RECOMPUTE, new Recompute(false)));
    assertArrayEquals(right, Files.readAllBytes(card));
    assertEquals(new Recomputed(1, List.of()), node.ask(RECOMPUTE, new Recompute(false)));
  }
}
