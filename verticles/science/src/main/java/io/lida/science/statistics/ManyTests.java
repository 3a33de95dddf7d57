package io.lida.science.statistics;

import io.lida.science.Checks;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The p of each of many tests, adjusted so that it may be compared with a level as if it were the
 * only one.
 *
 * <p>Of none, {@code empty_input}; of one, itself. Results are in the order of the tests and at
 * most 1.
 */
public final class ManyTests {
  private ManyTests() {}

  /**
   * Bounds the chance that any finding is false, however the tests hang together (Holm 1979): of
   * the i-th smallest of m, the largest {@code (m - j + 1) p_j} up to it.
   */
  public static double[] holm(double[] p) {
    int[] rising = rising(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < rising.length; i++) {
      largest = Math.max(largest, (rising.length - i) * p[rising[i]]);
      adjusted[rising[i]] = Math.min(1, largest);
    }
    return adjusted;
  }

  /**
   * Bounds the expected share of false findings among the findings, for tests that are independent
   * or rise together (Benjamini and Hochberg 1995): of the i-th smallest of m, the least {@code m
   * p_j / j} from it on.
   */
  public static double[] benjaminiHochberg(double[] p) {
    int[] rising = rising(p);
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int i = rising.length - 1; i >= 0; i--) {
      least = Math.min(least, p[rising[i]] * ((double) rising.length / (i + 1)));
      adjusted[rising[i]] = least;
    }
    return adjusted;
  }

  private static int[] rising(double[] p) {
    for (double one : Checks.finite(p, "invalid_probability")) {
      Checks.within(one, 0, 1, "p", "invalid_probability");
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> p[place]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
