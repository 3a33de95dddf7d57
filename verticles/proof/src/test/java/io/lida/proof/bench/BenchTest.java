package io.lida.proof.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That every figure is there and the work behind it is right; never how fast it was. */
class BenchTest {
  @Test
  void everyFigureIsTakenAndTheWorkBehindItIsRight() throws Exception {
    Report report = Bench.run(Path.of(System.getProperty("lida.root")), Size.TINY);

    assertEquals(List.of(), report.wrong());
    assertTrue(report.right());
    List<String> names = report.figures().stream().map(Figure::name).toList();
    for (String part :
        List.of(
            "CPU per turn",
            "turns a second",
            "memory",
            "in flight",
            "asks a second",
            "fenced appends",
            "p99 of an append",
            "growth",
            "fold")) {
      assertTrue(names.stream().anyMatch(name -> name.contains(part)), part);
    }
    report.figures().forEach(figure -> assertTrue(Double.isFinite(figure.value()), figure.name()));
  }
}
