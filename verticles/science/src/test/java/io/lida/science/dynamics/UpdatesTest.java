package io.lida.science.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class UpdatesTest {
  @Test
  void evidenceMultipliesTheOdds() {
    assertEquals(0.75, Updates.bayes(0.5, 3, 1), 1e-12);
    assertEquals(Math.sqrt(3) / (1 + Math.sqrt(3)), Updates.bayes(0.5, 3, 0.5), 1e-12);
    assertEquals(1, Updates.bayes(1, 1e-9, 1));
    assertEquals("invalid_input", code(() -> Updates.bayes(0.5, 0, 1)));
    assertEquals("invalid_probability", code(() -> Updates.bayes(1.5, 1, 1)));
  }

  @Test
  void estimatesAreWeighedByPrecision() {
    Updates.Estimate both =
        Updates.precision(new Updates.Estimate(0, 1), new Updates.Estimate(1, 0.25));
    assertEquals(0.8, both.mean(), 1e-12);
    assertEquals(0.2, both.variance(), 1e-12);
  }

  @Test
  void biasPullsToTheOwnSide() {
    double[][] w = {{0.5, 0.5}, {0.5, 0.5}};
    double[] fair = Updates.biasedAssimilation(new double[] {0.8, 0.4}, w, new double[] {0, 0});
    assertArrayEquals(new double[] {0.6, 0.6}, fair, 1e-12);
    double[] biased = Updates.biasedAssimilation(new double[] {0.8, 0.4}, w, new double[] {1, 1});
    // (0.5*0.8 + 0.8*0.2) / (0.5 + 0.8*0.2 + 0.2*0.3)
    assertEquals(0.56 / 0.72, biased[0], 1e-12);
    double[] alone =
        Updates.biasedAssimilation(new double[] {1}, new double[][] {{0}}, new double[] {2});
    assertArrayEquals(new double[] {1}, alone);
  }

  @Test
  void nearOpinionsDrawAndFarOnesPutOff() {
    assertEquals(0.55, Updates.socialJudgment(0.5, 0.6, 0.2, 0.4, 0.5), 1e-12);
    assertEquals(0.5, Updates.socialJudgment(0.5, 0.8, 0.2, 0.4, 0.5));
    assertEquals(0.25, Updates.socialJudgment(0.5, 1, 0.2, 0.4, 0.5), 1e-12);
    assertEquals(0.0, Updates.socialJudgment(0.1, 1, 0.2, 0.4, 0.5));
    // Both bounds are strict.
    assertEquals(0.5, Updates.socialJudgment(0.5, 0.75, 0.25, 0.4, 0.5));
    assertEquals(0.5, Updates.socialJudgment(0.5, 1, 0.2, 0.5, 0.5));
  }

  @Test
  void boundedConfidenceMakesCamps() {
    BoundedConfidence.Course course =
        BoundedConfidence.hegselmannKrause(new double[] {0, 0.1, 0.2, 0.8, 0.9, 1}, 0.25);
    assertArrayEquals(new double[] {0.1, 0.1, 0.1, 0.9, 0.9, 0.9}, course.opinions(), 1e-9);
    assertTrue(course.converged());
    assertArrayEquals(
        new double[] {0.3, 0.5}, BoundedConfidence.deffuant(new double[] {0.2, 0.6}, 0.5, 0.25));
    assertArrayEquals(
        new double[] {0.25, 0.75},
        BoundedConfidence.deffuant(new double[] {0.25, 0.75}, 0.5, 0.25));
    assertEquals(
        "invalid_input", code(() -> BoundedConfidence.deffuant(new double[] {0, 1}, 0.5, 0.6)));
  }

  @Test
  void polarizationIsMeasuredInSeveralSenses() {
    assertEquals(1, Polarization.normalizedVariance(new double[] {0, 1, 0, 1}), 1e-12);
    assertEquals(0, Polarization.normalizedVariance(new double[] {0.3}));
    // Two camps of half: 2 * 0.5^(2+alpha) * 1.
    assertEquals(0.25, Polarization.estebanRay(new double[] {0, 0, 1, 1}, 1), 1e-12);
    assertEquals(2 * Math.pow(0.5, 3.6), Polarization.estebanRay(new double[] {0, 1}, 1.6), 1e-12);
    assertEquals(2, Polarization.clusters(new double[] {0.1, 0.9, 0.2}, 0.3));
    assertEquals(0.8, Polarization.spread(new double[] {0.1, 0.9, 0.2}), 1e-12);
    assertEquals("undefined", code(() -> Polarization.bimodality(new double[] {1, 1, 1, 1})));
    assertEquals("empty_input", code(() -> Polarization.spread(new double[0])));
    assertEquals("invalid_input", code(() -> Polarization.spread(new double[] {Double.NaN})));
    double[] camps = new double[20];
    Arrays.fill(camps, 10, 20, 1);
    assertTrue(Polarization.bimodality(camps) > 5.0 / 9);
    assertTrue(
        Polarization.bimodality(new double[] {0.1, 0.4, 0.5, 0.5, 0.5, 0.5, 0.6, 0.9}) < 5.0 / 9);
  }

  @Test
  void agreementGoesFromTwoExtremesToOneRating() {
    assertEquals(-1, Agreement.of(5, 0, 0, 0, 5), 1e-12);
    assertEquals(0, Agreement.of(2, 2, 2, 2, 2), 1e-12);
    assertEquals(1, Agreement.of(0, 0, 7, 0, 0), 1e-12);
    assertEquals(0.75, Agreement.of(0, 3, 3, 0, 0), 1e-12);
    assertEquals("empty_input", code(() -> Agreement.of(0, 0, 0)));
  }

  @Property(tries = 200)
  void agreementStaysInItsBounds(
      @ForAll @DoubleRange(min = 0, max = 9) double a,
      @ForAll @DoubleRange(min = 0, max = 9) double b,
      @ForAll @DoubleRange(min = 0, max = 9) double c,
      @ForAll @DoubleRange(min = 0.1, max = 9) double d) {
    double agreement = Agreement.of(a, b, c, d);
    assertTrue(agreement >= -1 - 1e-9 && agreement <= 1 + 1e-9, () -> "A = " + agreement);
  }

  private static String code(Runnable asked) {
    return assertThrows(Refusal.class, asked::run).code();
  }
}
