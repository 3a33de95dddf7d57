package io.lida.science.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CovarianceTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 100, empty_input",
    "A B, 1 0 / 0 1, 19, too_few",
    "A B, 1 0 / 0 1, NaN, invalid_input",
    "A B, 1 0, 100, invalid_covariance",
    "A B, 1 0 / 0, 100, invalid_covariance",
    "A B, 1 NaN / NaN 1, 100, invalid_covariance",
    "A B, 1 .1 / .2 1, 100, invalid_covariance",
    "A B, 1 0 / 0 -1, 100, invalid_covariance",
    "A B, 1 2 / 2 1, 100, invalid_covariance",
    "A B C, 1 .9 -.9 / .9 1 .9 / -.9 .9 1, 100, invalid_covariance",
    "A B, 1 0 / 0 0, 100, constant",
    "A B, 1 1 / 1 1, 100, collinear",
    "A B C, 1 0 1 / 0 1 1 / 1 1 2, 100, collinear",
  })
  void whatCannotBeSearchedIsRefused(String names, String matrix, double n, String code) {
    assertEquals(code, refusal(names, matrix, n).code());
  }

  @Test
  void whatIsConstantOrSaidTwiceIsNamed() {
    assertEquals("B does not vary; leave it out", refusal("A B", "1 0 / 0 0", 100).getMessage());
    assertEquals(
        "S says the same as A and C; leave one of them out",
        refusal("S B C A", "2 0 1 1 / 0 1 0 0 / 1 0 1 0 / 1 0 0 1", 100).getMessage());
  }

  @Test
  void theTestIsThatOfFisher() {
    // r = .5 of 103 observations: z = .549306 * 10, far out; r = .1: z = 1.003353, p = .3157.
    Covariance covariance = Covariance.of(List.of("A", "B"), rows("1 .1 / .1 1"), 103);
    assertEquals(0.315689, new FisherZ(covariance).p(0, 1, new int[0]), 1e-5);
  }

  @Test
  void aPartialCorrelationLeavesOutWhatIsGiven() {
    // (.8 - .5 * .6) / sqrt(.75 * .64)
    Covariance covariance =
        Covariance.of(List.of("A", "B", "C"), rows("4 3.2 1 / 3.2 4 1.2 / 1 1.2 1"), 100);
    assertEquals(0.5 / Math.sqrt(0.48), new FisherZ(covariance).r(0, 1, new int[] {2}), 1e-12);
    assertArrayEquals(
        new double[] {1, 0.8, 0.5}, covariance.correlation()[0], 1e-12, "divided by deviations");
  }

  @Test
  void whatAlmostSaysTheSameIsStillFinite() {
    Covariance covariance =
        Covariance.of(List.of("A", "B"), rows("1 .99999999 / .99999999 1"), 1e9);
    assertEquals(1, Pc.search(covariance, 0.01).graph().undirected().size());
    assertTrue(Double.isFinite(Ges.search(covariance, 1).score()));
  }

  private static Refusal refusal(String names, String matrix, double n) {
    return assertThrows(Refusal.class, () -> Covariance.of(Graphs.words(names), rows(matrix), n));
  }

  private static double[][] rows(String matrix) {
    return Stream.of(matrix.split("/"))
        .map(row -> Graphs.words(row).stream().mapToDouble(Double::parseDouble).toArray())
        .filter(row -> row.length > 0)
        .toArray(double[][]::new);
  }
}
