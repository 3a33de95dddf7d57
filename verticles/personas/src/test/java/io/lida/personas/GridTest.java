package io.lida.personas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
  private static final Grid GRID = Grid.read(House.CONF);

  @ParameterizedTest
  @CsvSource({
    "safety_research, catastrophist, catastrophic_risk, 0.75",
    "safety_research, catastrophist, pace, 0.01",
    "safety_research, catastrophist, harm_focus, 0.99",
    "academic_ml, empiricist, timelines, 0.30",
    "open_source, accelerationist, open_weights, 0.99",
    "global_public, bridge_builder, international_coordination, 0.6875",
    "chip_supply, pragmatist, pace, 0.80",
    "labour_creators, contrarian, labour_impact, 0.70",
  })
  void baseAndShiftMakeABelief(String constituency, String disposition, String axis, double value) {
    assertEquals(value, beliefs(constituency, disposition).get(axis), 1e-9);
  }

  @Test
  void aBridgeBuilderIsAQuarterOfTheWayToTheMiddleOnEveryAxis() {
    for (Grid.Constituency constituency : GRID.constituencies()) {
      beliefs(constituency.id(), "bridge_builder")
          .forEach(
              (axis, value) -> {
                double base = constituency.beliefs().get(axis);
                assertEquals(base + 0.25 * (0.5 - base), value, 1e-4);
              });
    }
  }

  @Test
  void aContrarianOfThePublicIsHalfWayToTheConstituencyFarthestAway() {
    Map<String, Double> ours = GRID.constituency("global_public").beliefs();
    Map<String, Double> theirs = GRID.constituency("frontier_lab").beliefs();
    beliefs("global_public", "contrarian")
        .forEach(
            (axis, value) -> assertEquals((ours.get(axis) + theirs.get(axis)) / 2, value, 1e-4));
  }

  @Test
  void thereAreThirteenTimesThirteenPlacesAndEachBeliefIsInsideItsBounds() {
    assertEquals(13, GRID.constituencies().size());
    assertEquals(13, GRID.dispositions().size());
    for (Grid.Constituency constituency : GRID.constituencies()) {
      for (Grid.Disposition disposition : GRID.dispositions()) {
        Map<String, Double> beliefs = GRID.beliefs(constituency, disposition);
        assertEquals(Card.AXES, beliefs.keySet().stream().toList());
        assertTrue(beliefs.values().stream().allMatch(value -> value >= 0.01 && value <= 0.99));
      }
    }
  }

  @Test
  void theHomesOfConstituenciesAndDispositionsAreEachOthers() {
    Set<String> homes = new HashSet<>();
    for (Grid.Constituency constituency : GRID.constituencies()) {
      assertEquals(constituency.id(), GRID.disposition(constituency.home()).home());
      homes.add(constituency.home());
    }
    assertEquals(13, homes.size());
  }

  @Test
  void aGridThatContradictsItselfIsRefused(@TempDir Path conf) throws Exception {
    String good = Files.readString(House.CONF.resolve("grid.json"));
    Files.writeString(conf.resolve("grid.json"), good.replace("\"pace\"", "\"paec\""));
    Fault fault = assertThrows(Fault.class, () -> Grid.read(conf));
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    Files.writeString(conf.resolve("grid.json"), good.replace("\"roles\"", "\"rolls\""));
    assertEquals("roles is missing", assertThrows(Fault.class, () -> Grid.read(conf)).detail());
  }

  @Test
  void aMissingGridIsNamed(@TempDir Path conf) {
    assertTrue(assertThrows(Fault.class, () -> Grid.read(conf)).title().contains("grid.json"));
  }

  private static Map<String, Double> beliefs(String constituency, String disposition) {
    return GRID.beliefs(GRID.constituency(constituency), GRID.disposition(disposition));
  }
}
