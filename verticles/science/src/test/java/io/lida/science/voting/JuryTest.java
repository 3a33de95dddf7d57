package io.lida.science.voting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JuryTest {
  private static final double[] FIVE = {.9, .9, .6, .6, .6};

  /** Shapley and Grofman 1984: .877 by majority, .927 by log-odds weights. */
  @Test
  void fiveJurorsAreRightAsOftenAsPrinted() {
    Jury jury = new Jury(FIVE);
    assertEquals(.87696, jury.majorityProbability(), 1e-12);
    assertEquals(.92664, jury.probability(jury.logOddsWeights()), 1e-12);
    assertEquals(.877, jury.majorityProbability(), 5e-4);
    assertEquals(.927, jury.probability(jury.logOddsWeights()), 5e-4);
  }

  @Test
  void halfOfATieIsRight() {
    assertEquals(.7, new Jury(.7, .7).majorityProbability(), 1e-15);
    assertEquals(.5, new Jury(.5, .5, .5).majorityProbability(), 1e-15);
    // .6 against .3 and .3 is a tie, which half of the time is right.
    assertEquals(
        .9 * (1 - .04) + .5 * (.9 * .04 + .1 * .64),
        new Jury(.9, .8, .8).probability(.6, .3, .3),
        1e-15);
  }

  @Test
  void weightsAreClampedAndAnOracleDecides() {
    assertArrayEquals(
        new double[] {Math.log(9), 0, 0}, new Jury(.9, .5, .2).logOddsWeights(), 1e-15);
    assertEquals(1, new Jury(1, .6, .6).probability(new Jury(1, .6, .6).logOddsWeights()));
    assertEquals(.4, new Jury(.4).probability(new Jury(.4).logOddsWeights()), 1e-15);
  }

  @Test
  void largeJuriesOfEqualWeightsAreCounted() {
    double[] many = new double[1001];
    Arrays.fill(many, .51);
    // The normal approximation: 0.7364.
    assertEquals(.7367, new Jury(many).majorityProbability(), 1e-3);
  }

  @Test
  void itIsTheSumOverAllPatternsOfVotes() {
    Random random = new Random(7);
    for (int trial = 0; trial < 50; trial++) {
      int jurors = 1 + random.nextInt(8);
      double[] competence = random.doubles(jurors).toArray();
      double[] weights = IntStream.range(0, jurors).mapToDouble(j -> random.nextInt(4)).toArray();
      weights[0] = 1;
      assertEquals(
          byPatterns(competence, weights), new Jury(competence).probability(weights), 1e-12);
    }
  }

  private static double byPatterns(double[] competence, double[] weights) {
    double right = 0;
    for (int pattern = 0; pattern < 1 << competence.length; pattern++) {
      double probability = 1;
      double margin = 0;
      for (int juror = 0; juror < competence.length; juror++) {
        boolean correct = (pattern & 1 << juror) != 0;
        probability *= correct ? competence[juror] : 1 - competence[juror];
        margin += correct ? weights[juror] : -weights[juror];
      }
      right += probability * (margin > 0 ? 1 : margin < 0 ? 0 : .5);
    }
    return right;
  }

  @Test
  void whatIsNoJuryIsRefused() {
    assertEquals("empty_input", assertThrows(Refusal.class, () -> new Jury()).code());
    for (double competence : new double[] {-.1, 1.1, Double.NaN}) {
      assertEquals(
          "invalid_probability", assertThrows(Refusal.class, () -> new Jury(competence)).code());
    }
    for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(
          "invalid_weights",
          assertThrows(Refusal.class, () -> new Jury(.6).probability(weight)).code());
    }
    assertEquals(
        "invalid_weights",
        assertThrows(Refusal.class, () -> new Jury(.6).probability(1, 1)).code());
    double[] thirty = IntStream.range(0, 30).mapToDouble(j -> .6).toArray();
    double[] different = IntStream.range(0, 30).mapToDouble(j -> 1 + j / 100.0).toArray();
    assertEquals(
        "too_large",
        assertThrows(Refusal.class, () -> new Jury(thirty).probability(different)).code());
  }
}
