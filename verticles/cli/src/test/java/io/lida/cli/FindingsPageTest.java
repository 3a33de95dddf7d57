package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lida.contract.Findings;
import io.lida.contract.Run;
import io.lida.testkit.Altered;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
  private static final FindingsPage PAGE = new FindingsPage(new Ink(false));

  @Test
  void ofThreeRoundsOrMoreItIsSaidWhoMovedWhen() {
    List<Run.Beliefs> three =
        List.of(round(1, null, null), round(2, 1.0, 0.25), round(3, null, 0.0));
    List<String> lines =
        PAGE.movement(Altered.of(Rehearsal.document("completed"), "/beliefs", three));
    assertEquals("  changed sides, by round 25 %, 0 %", lines.get(1));
    assertEquals("  moved towards the others, by round 100 %, –", lines.get(2));
    Stream<String> two = PAGE.movement(Rehearsal.document("completed")).stream();
    assertFalse(two.anyMatch(line -> line.contains("by round")));
  }

  @Test
  void ofEachAxisAskedForItIsSaidHowThePanelMovedAndWhoMovedFarthest() {
    List<Findings.Course> axes =
        List.of(
            new Findings.Course(
                "pace",
                List.of(
                    new Findings.Standing(0, Map.of("a.b", 0.2, "c.d", 0.8), 0.5, 0.3, 0.36),
                    new Findings.Standing(2, Map.of("a.b", 0.3, "c.d", 0.5), 0.4, 0.1, 0.04))),
            new Findings.Course(
                "timelines", List.of(new Findings.Standing(2, Map.of("a.b", 0.3), 0.3, 0, 0))),
            new Findings.Course("liability", List.of()));
    assertEquals(
        List.of(
            "  pace                      mean 0.50 → 0.40 · polarization 0.36 → 0.04",
            "    farthest c.d -0.30",
            "  timelines                 mean 0.30 · polarization 0.00",
            "  liability                 nobody answered"),
        PAGE.axes(Altered.of(Rehearsal.document("completed"), "/findings/axes", axes)).stream()
            .map(String::stripTrailing)
            .toList());
  }

  private static Run.Beliefs round(
      int number, @Nullable Double conformity, @Nullable Double flips) {
    return new Run.Beliefs(number, Map.of("a.b", 0.1), 0.1, 0, 0, 0, null, 1, conformity, flips);
  }
}
