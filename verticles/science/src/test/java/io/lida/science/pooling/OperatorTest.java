package io.lida.science.pooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {
  private static final Set<Operator> BETWEEN =
      EnumSet.of(
          Operator.LINEAR,
          Operator.LOGARITHMIC,
          Operator.HARMONIC,
          Operator.POWER,
          Operator.MEDIAN,
          Operator.TRIMMED,
          Operator.WINSORIZED);

  /** By hand, for opinions of 0.2, 0.6 and 0.9 that weigh the same. */
  @ParameterizedTest
  @CsvSource({
    "LINEAR, 0.5666666666666667",
    "LOGARITHMIC, 0.6",
    "HARMONIC, 0.6387096774193548",
    "MEDIAN, 0.6",
    "TRIMMED, 0.5708333333333333",
    "WINSORIZED, 0.5666666666666667",
    "BETA_LINEAR, 0.5994074074074074",
    "MAX_ENTROPY, 0.5",
    "CONFIDENT_MAJORITY, 0.5"
  })
  void threeOpinionsAreMadeOne(Operator operator, double value) {
    double[] p = {0.2, 0.6, 0.9};
    assertEquals(value, yes(operator, p, 1, 1, 1), 1e-12);
  }

  @Test
  void oddsMultiply() {
    assertEquals(
        0.25 * 1.5 * 9 / (1 + 0.25 * 1.5 * 9),
        yes(Operator.BAYES_ODDS, new double[] {0.2, 0.6, 0.9}, 1, 1, 1),
        1e-12);
  }

  /** Zadeh 1979: two sources all but exclude what the other is sure of. */
  @Test
  void theLeftOverOptionWinsAndTheConflictSaysWhatThatIsWorth() {
    double[][] q = {{0.99, 0, 0.01}, {0, 0.99, 0.01}};
    Pooled pooled =
        Operator.DEMPSTER_SHAFER.poolDistributions(
            q, new double[] {1, 1}, Parameters.of(Operator.DEMPSTER_SHAFER, Map.of("rho", 1.0)));
    assertArrayEquals(new double[] {0, 0, 1}, pooled.distribution(), 1e-12);
    assertEquals(0.9999, pooled.conflict(), 1e-12);
  }

  @Test
  void whatWeighsNothingCannotVeto() {
    Pooled pooled = pool(Operator.LOGARITHMIC, new double[] {0, 0.7}, 0, 1);
    assertEquals(0.7, pooled.yes(), 1e-15);
    assertEquals(1, pooled.opinions());
    assertEquals(List.of(), pooled.flags());
    assertEquals(
        List.of("weights_fallback=equal"),
        pool(Operator.LINEAR, new double[] {0, 1}, 0, 0).flags());
  }

  @Test
  void certaintiesAgainstEachOtherAreEvenAndClipped() {
    Pooled pooled = pool(Operator.LOGARITHMIC, new double[] {0, 1}, 1, 1);
    assertEquals(0.5, pooled.yes(), 1e-9);
    assertEquals(List.of("clipped=true"), pooled.flags());
  }

  @Test
  void tinyAndHugeWeightsAreWeightsToo() {
    assertEquals(
        0.5, yes(Operator.LINEAR, new double[] {0.2, 0.8}, Double.MIN_VALUE, Double.MIN_VALUE));
    assertEquals(0.5, yes(Operator.LINEAR, new double[] {0.2, 0.8}, 1e308, 1e308), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({
    "empty_input, '', ''",
    "invalid_probability, 1.5, 1",
    "invalid_probability, NaN, 1",
    "invalid_weights, 0.5, -1",
    "invalid_weights, 0.5, NaN",
    "invalid_weights, 0.5, '1 1'"
  })
  void whatIsNoOpinionIsRefused(String code, String p, String weights) {
    Refusal refusal =
        assertThrows(Refusal.class, () -> pool(Operator.LINEAR, numbers(p), numbers(weights)));
    assertEquals(code, refusal.code());
  }

  private static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[0]
        : Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void sourcesThatExcludeEverythingAreRefused() {
    Parameters sure = Parameters.of(Operator.DEMPSTER_SHAFER, Map.of("rho", 1.0));
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> Operator.DEMPSTER_SHAFER.pool(new double[] {0, 1}, new double[] {1, 1}, sure));
    assertEquals("total_conflict", refusal.code());
    assertThrows(Refusal.class, () -> Parameters.of(Operator.LINEAR, Map.of("r", 2.0)));
    assertThrows(Refusal.class, () -> Parameters.of(Operator.TRIMMED, Map.of("alpha", 0.5)));
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void theOtherSideIsTheOtherSide(Operator operator) {
    Random random = new Random(7);
    for (int trial = 0; trial < 200; trial++) {
      double[] p = random.doubles(5).toArray();
      double[] weights = random.doubles(5).toArray();
      double[] contrary = Arrays.stream(p).map(one -> 1 - one).toArray();
      Parameters usual = Parameters.of(operator);
      assertEquals(
          1 - operator.pool(p, weights, usual).yes(),
          operator.pool(contrary, weights, usual).yes(),
          1e-9);
    }
  }

  @Property(tries = 300)
  void poolsAreMonotoneBoundedAndBlindToOrder(
      @ForAll Operator operator, @ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[] p = random.doubles(n).toArray();
    double[] weights = random.doubles(n, 0.1, 1).toArray();
    double pooled = pool(operator, p, weights).yes();
    assertTrue(pooled >= 0 && pooled <= 1);
    if (BETWEEN.contains(operator)) {
      assertTrue(pooled >= Arrays.stream(p).min().orElseThrow() - 1e-12);
      assertTrue(pooled <= Arrays.stream(p).max().orElseThrow() + 1e-12);
    }
    double[] turned = p.clone();
    double[] turnedWeights = weights.clone();
    for (int i = 0; i < n; i++) {
      turned[i] = p[n - 1 - i];
      turnedWeights[i] = weights[n - 1 - i];
    }
    assertEquals(pooled, pool(operator, turned, turnedWeights).yes(), 1e-12);
    double[] more = p.clone();
    more[0] = more[0] + (1 - more[0]) * random.nextDouble();
    assertTrue(pool(operator, more, weights).yes() >= pooled - 1e-12);
  }

  /** Genest 1984: it does not matter whether evidence comes before or after pooling. */
  @Property(tries = 100)
  void logarithmicPoolsAreExternallyBayesian(@ForAll long seed) {
    Random random = new Random(seed);
    double[] p = random.doubles(4, 0.05, 0.95).toArray();
    double[] weights = random.doubles(4).toArray();
    double ratio = 0.2 + 4 * random.nextDouble();
    double[] updated = Arrays.stream(p).map(one -> update(one, ratio)).toArray();
    assertEquals(
        update(pool(Operator.LOGARITHMIC, p, weights).yes(), ratio),
        pool(Operator.LOGARITHMIC, updated, weights).yes(),
        1e-9);
  }

  private static double update(double p, double ratio) {
    return p * ratio / (p * ratio + 1 - p);
  }

  @Test
  void whoAllHoldThePriorKeepIt() {
    Parameters prior = Parameters.of(Operator.BAYES_ODDS, Map.of("prior", 0.3));
    double[] p = {0.3, 0.3, 0.3};
    assertEquals(0.3, Operator.BAYES_ODDS.pool(p, new double[] {1, 1, 1}, prior).yes(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void severalOptionsSumToOneAndTwoAreAYesAndANo(Operator operator) {
    double[][] three = {{0.6, 0.3, 0.1}, {0.2, 0.5, 0.3}, {0.3, 0.3, 0.4}};
    double[] weights = {1, 2, 1};
    Pooled pooled = operator.poolDistributions(three, weights, Parameters.of(operator));
    assertEquals(1, Arrays.stream(pooled.distribution()).sum(), 1e-12);
    double[][] two = {{0.6, 0.4}, {0.2, 0.8}};
    assertEquals(
        operator.pool(new double[] {0.6, 0.2}, new double[] {1, 2}, Parameters.of(operator)).yes(),
        operator.poolDistributions(two, new double[] {1, 2}, Parameters.of(operator)).yes(),
        1e-12);
  }

  private static double yes(Operator operator, double[] p, double... weights) {
    return pool(operator, p, weights).yes();
  }

  private static Pooled pool(Operator operator, double[] p, double... weights) {
    return operator.pool(p, weights, Parameters.of(operator));
  }
}
