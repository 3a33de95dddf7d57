package io.lida.science.discovery;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Refuses by name a variable that others settle. */
final class Collinearity {
  /** The least share of its variance that a variable must have for itself. */
  private static final double LEAST = 1e-9;

  private static final double NOTHING = 1e-6;

  private Collinearity() {}

  /**
   * Regresses each variable on those before it, none of which settle one another.
   *
   * @throws Refusal {@code collinear}, or {@code invalid_covariance} where less than nothing is
   *     left of a variance
   */
  static void refuse(List<String> names, double[][] correlation) {
    for (int last = 1; last < correlation.length; last++) {
      double[] weights = weights(correlation, last);
      double own = 1;
      for (int i = 0; i < last; i++) {
        own -= weights[i] * correlation[last][i];
      }
      if (own < -NOTHING) {
        throw new Refusal(
            "invalid_covariance", "nothing varies with the others as " + names.get(last) + " does");
      }
      if (own < LEAST) {
        throw new Refusal(
            "collinear",
            names.get(last)
                + " says the same as "
                + String.join(" and ", settling(names, weights))
                + "; leave one of them out");
      }
    }
  }

  private static List<String> settling(List<String> names, double[] weights) {
    List<String> settling = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (Math.abs(weights[i]) > NOTHING) {
        settling.add(names.get(i));
      }
    }
    return settling;
  }

  /** The coefficients of the variables before the last, by elimination. */
  private static double[] weights(double[][] correlation, int last) {
    double[][] rows = new double[last][];
    for (int i = 0; i < last; i++) {
      rows[i] = Arrays.copyOf(correlation[i], last + 1);
      rows[i][last] = correlation[i][last];
    }
    for (int pivot = 0; pivot < last; pivot++) {
      for (int i = 0; i < last; i++) {
        double factor = i == pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
        for (int j = pivot; j <= last && factor != 0; j++) {
          rows[i][j] -= factor * rows[pivot][j];
        }
      }
    }
    double[] weights = new double[last];
    for (int i = 0; i < last; i++) {
      weights[i] = rows[i][last] / rows[i][i];
    }
    return weights;
  }
}
