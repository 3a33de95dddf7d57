package io.lida.science.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** The spatial test A of 26 children, Efron and Tibshirani 1993, table 14.1. */
  private static final List<Double> SPATIAL =
      Stream.of(
              48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41,
              24, 26, 30, 41)
          .map(Integer::doubleValue)
          .toList();

  @Test
  void efronAndTibshiranisIntervalsAreFoundAgain() {
    Bootstrap found = spatial(20_000, 1);
    assertEquals(171.5, found.estimate(), 0.05);
    assertEquals(0.061, found.acceleration(), 0.0005);
    assertEquals(0.146, found.bias(), 0.04);
    Bootstrap.Interval percentile = found.percentile(0.9);
    assertEquals(100.8, percentile.low(), 3);
    assertEquals(233.9, percentile.high(), 3);
    Bootstrap.Interval bca = found.bca(0.9);
    assertEquals(115.8, bca.low(), 4);
    assertEquals(259.6, bca.high(), 5);
  }

  private static Bootstrap spatial(int draws, long seed) {
    return Bootstrap.of(SPATIAL, BootstrapTest::variance, draws, new SplittableRandom(seed));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  private static double variance(List<Double> values) {
    double mean = mean(values);
    return mean(values.stream().map(value -> (value - mean) * (value - mean)).toList());
  }

  @Test
  void theSameSeedGivesTheSame() {
    assertArrayEquals(spatial(50, 3).draws(), spatial(50, 3).draws());
    assertTrue(spatial(50, 3).draws()[0] != spatial(50, 4).draws()[0]);
  }

  @Test
  void aUnitIsDrawnWhole() {
    List<List<Double>> runs = List.of(List.of(1.0, 2.0, 3.0), List.of(10.0));
    Bootstrap found =
        Bootstrap.of(
            runs,
            drawn -> mean(drawn.stream().flatMap(List::stream).toList()),
            200,
            new SplittableRandom(5));
    assertEquals(4, found.estimate());
    for (double draw : found.draws()) {
      assertTrue(draw == 2 || draw == 4 || draw == 10, () -> "a run in parts: " + draw);
    }
    assertArrayEquals(new double[] {10, 2}, found.leftOut());
  }

  @Test
  void quantilesLieBetweenDraws() {
    Bootstrap three = new Bootstrap(2, new double[] {1, 2, 3}, new double[] {2, 2});
    assertEquals(1, three.se());
    assertEquals(new Bootstrap.Interval(1, 3), three.percentile(0.5));
    assertEquals(new Bootstrap.Interval(1.5, 2.5), three.percentile(0.25));
    assertEquals(new Bootstrap.Interval(1, 3), three.percentile(0.99));
    // Without bias and skewness the correction corrects nothing.
    assertEquals(1.5, three.bca(0.25).low(), 1e-12);
    assertEquals(2.5, three.bca(0.25).high(), 1e-12);
  }

  @Test
  void whatDoesNotVaryIsCertain() {
    Bootstrap same =
        Bootstrap.of(List.of(3.0, 3.0), BootstrapTest::mean, 10, new SplittableRandom(1));
    assertEquals(new Bootstrap.Interval(3, 3), same.bca(0.95));
    assertEquals(0, same.se());
  }

  @Test
  void whatHasNoAnswerIsRefused() {
    assertEquals("empty_input", code(List.of(), 10));
    assertEquals("too_few", code(List.of(1.0), 10));
    assertEquals("invalid_input", code(List.of(1.0, 2.0), 0));
    assertEquals("undefined", code(List.of(1.0, Double.NaN), 10));
    Bootstrap aside = new Bootstrap(9, new double[] {1, 2, 3}, new double[] {2, 3});
    assertEquals("undefined", assertThrows(Refusal.class, () -> aside.bca(0.9)).code());
    assertEquals("invalid_input", assertThrows(Refusal.class, () -> aside.percentile(1)).code());
  }

  private static String code(List<Double> units, int draws) {
    return assertThrows(
            Refusal.class,
            () -> Bootstrap.of(units, BootstrapTest::mean, draws, new SplittableRandom(1)))
        .code();
  }
}
