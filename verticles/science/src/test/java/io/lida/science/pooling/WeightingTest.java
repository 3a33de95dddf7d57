package io.lida.science.pooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightingTest {
  private static final double[] NONE = {};
  private static final double[][] NO_ROWS = {};
  private static final double MISSING = Double.NaN;

  /** A panel of three of which nothing is known but what a test adds. */
  private static Panel panel(
      double[] confidence, double[][] trust, double[][] similarity, List<String> roles) {
    return new Panel(
        new double[] {0.2, 0.5, 0.9},
        NONE,
        confidence,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        new double[0][][],
        NONE,
        trust,
        NO_ROWS,
        NONE,
        similarity,
        roles,
        Panel.Settings.USUAL);
  }

  private static final Panel BARE = panel(NONE, NO_ROWS, NO_ROWS, List.of());

  @ParameterizedTest
  @EnumSource(
      value = Weighting.class,
      names = {"EQUAL", "ENTROPY"},
      mode = EnumSource.Mode.EXCLUDE)
  void withoutDataAllWeighTheSameAndTheResultSaysSo(Weighting weighting) {
    Weights weights = weighting.of(BARE);
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, weights.shares(), 1e-12);
    assertEquals(List.of("weights_missing=equal"), weights.flags());
  }

  @Test
  void whoHasNoDatumGetsTheMeanOfTheOthers() {
    Panel panel = panel(new double[] {0.2, MISSING, 0.6}, NO_ROWS, NO_ROWS, List.of());
    Weights weights = Weighting.SELF_CONFIDENCE.of(panel);
    assertArrayEquals(new double[] {1 / 6.0, 1 / 3.0, 0.5}, weights.shares(), 1e-12);
    assertEquals(List.of("weights_missing=mean"), weights.flags());
  }

  @Test
  void nobodysConfidenceIsEverybodysEqualWeight() {
    Panel panel = panel(new double[] {0, 0, 0}, NO_ROWS, NO_ROWS, List.of());
    assertEquals(List.of("weights_fallback=equal"), Weighting.SELF_CONFIDENCE.of(panel).flags());
  }

  @Test
  void threeClonesShareOneVoice() {
    double[][] clones = {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}};
    assertArrayEquals(
        new double[] {0.25, 0.25, 0.5},
        Weighting.DIVERSITY.of(panel(NONE, NO_ROWS, clones, List.of())).shares(),
        1e-12);
    double[][] same = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, Diversity.raw(same), 1e-12);
  }

  /** Golub and Jackson 2010: (2/5, 2/5, 1/5). */
  @Test
  void trustSettlesWhereTheCrowdLooks() {
    double[][] trust = {{0, 0.5, 0.5}, {1, 0, 0}, {0, 1, 0}};
    assertArrayEquals(
        new double[] {0.4, 0.4, 0.2},
        Weighting.DEGROOT_TRUST.of(panel(NONE, trust, NO_ROWS, List.of())).shares(),
        1e-12);
    double[][] islands = {{0, 0, 0}, {0, 0, 3}, {0, 3, 0}};
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, Trust.of(islands), 1e-12);
  }

  @Test
  void eachRoleWeighsTheSame() {
    Panel panel = panel(NONE, NO_ROWS, NO_ROWS, List.of("law", "law", "labour"));
    assertArrayEquals(
        new double[] {0.25, 0.25, 0.5}, Weighting.ROLE_BALANCED.of(panel).shares(), 1e-12);
  }

  @Test
  void anEvenOpinionSaysNothing() {
    double[] shares = Weighting.ENTROPY.of(BARE).shares();
    assertEquals(0, shares[1], 1e-15);
    assertTrue(shares[2] > shares[0]);
  }

  /** Two answers of three say yes; who said so expected it less often. */
  @Test
  void theTruthSerumRewardsWhatIsMoreCommonThanForeseen() {
    double[][] predictions = {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}};
    double[] scores = TruthSerum.scores(new int[] {1, 1, 0}, predictions, 1);
    double divergence = 2 / 3.0 * Math.log(0.75) + 1 / 3.0 * Math.log(1.5);
    assertEquals(Math.log(4 / 3.0) + divergence, scores[0], 1e-12);
    assertEquals(Math.log(2 / 3.0) + divergence, scores[2], 1e-12);
  }

  @Test
  void whoMakesTheGroupWorseWeighsNothing() {
    Contribution found = Contribution.of(new double[][] {{0.9}, {0.1}}, new double[] {1});
    // All: 1 - 0.25; without the first 1 - 0.81, without the second 1 - 0.01.
    assertArrayEquals(new double[] {0.56, -0.24}, found.contribution(), 1e-12);
    assertArrayEquals(new double[] {1, 0}, found.weights().shares(), 1e-12);
  }

  @Test
  void cookesScoresAreThoseOfHisModel() {
    double[][][] quantiles = {{{1, 2, 3}, {1, 2, 3}}, {{0, 5, 10}, {0, 5, 10}}};
    Cooke cooke = Cooke.of(quantiles, new double[] {1.5, 2.5}, 0);
    // Each has a realisation in two of four bins: 2 N sum s ln(s/p) = 4 ln(.5/.45) for the first.
    assertEquals(chi3(4 * Math.log(0.5 / 0.45)), cooke.calibration()[0], 1e-9);
    // The range is 0 to 10, widened to -1 to 11.
    double first =
        0.05 * Math.log(0.05 * 12 / 2) + 0.9 * Math.log(0.45 * 12) + 0.05 * Math.log(0.05 * 12 / 8);
    assertEquals(first, cooke.information()[0], 1e-12);
    assertTrue(cooke.weights().shares()[0] > 0.9);
    double[][][] falling = {{{2, 1, 3}}};
    assertEquals(
        "invalid_quantiles",
        assertThrows(Refusal.class, () -> Cooke.of(falling, new double[] {1}, 0)).code());
  }

  /** One minus the chi-square distribution with three degrees of freedom, by its closed form. */
  private static double chi3(double x) {
    double tail = 0;
    int steps = 200_000;
    for (int i = 0; i < steps; i++) {
      double t = x * (i + 0.5) / steps;
      tail += Math.sqrt(t) * Math.exp(-t / 2) * x / steps;
    }
    return 1 - tail / Math.sqrt(2 * Math.PI);
  }

  @Test
  void thereAre169StrategiesAndAGridHasThemAll() {
    assertEquals(169, Strategy.all().size());
    assertEquals("logarithmic.diversity", Strategy.parse("logarithmic.diversity").id());
    assertEquals(
        "unknown_strategy", assertThrows(Refusal.class, () -> Strategy.parse("linear")).code());
    Map<Strategy, Pooled> grid = Strategy.grid(BARE, Map.of());
    assertEquals(Strategy.all(), List.copyOf(grid.keySet()));
    grid.forEach(
        (strategy, pooled) -> assertTrue(pooled.yes() >= 0 && pooled.yes() <= 1, strategy.id()));
  }
}
