package io.lida.science.dynamics;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far apart opinions stand; no one number says it all (Bramson et al. 2017).
 *
 * <p>Empty input is {@code empty_input}, what is not a number {@code invalid_input}, and a measure
 * without a value for such opinions {@code undefined}.
 */
public final class Polarization {
  private static final String CODE = "invalid_input";

  private Polarization() {}

  /** The difference between the outermost opinions. */
  public static double spread(double[] x) {
    double[] sorted = sorted(x);
    return sorted[sorted.length - 1] - sorted[0];
  }

  /**
   * Four times the variance in the group: for opinions from 0 to 1, from 0 (all alike) to 1 (half
   * at each end).
   */
  public static double normalizedVariance(double[] x) {
    return 4 * moment(Checks.finite(x, CODE), 2);
  }

  /**
   * {@code sum_i sum_j p_i^(1+alpha) p_j |y_i - y_j|} over distinct opinions and their shares
   * (Esteban and Ray 1994, K = 1).
   *
   * @param alpha above 0, at most 1.6
   */
  public static double estebanRay(double[] x, double alpha) {
    if (!(alpha > 0 && alpha <= 1.6)) {
      throw new Refusal(CODE, "alpha must be above 0 and at most 1.6, not " + alpha);
    }
    Map<Double, Double> shares = new TreeMap<>();
    for (double opinion : Checks.finite(x, CODE)) {
      shares.merge(opinion + 0.0, 1.0 / x.length, Double::sum);
    }
    double sum = 0;
    for (Map.Entry<Double, Double> one : shares.entrySet()) {
      for (Map.Entry<Double, Double> other : shares.entrySet()) {
        sum +=
            Math.pow(one.getValue(), 1 + alpha)
                * other.getValue()
                * Math.abs(one.getKey() - other.getKey());
      }
    }
    return sum;
  }

  /**
   * {@code (g^2 + 1) / (k + 3(n-1)^2/((n-2)(n-3)))} with bias-corrected skewness g and excess
   * kurtosis k (Pfister et al. 2013); above 5/9 hints at two camps.
   *
   * @param x at least four opinions, not all the same
   */
  public static double bimodality(double[] x) {
    double n = Checks.finite(x, CODE).length;
    double variance = moment(x, 2);
    if (n < 4 || variance == 0) {
      throw new Refusal("undefined", "bimodality needs four opinions that are not all the same");
    }
    double skewness = moment(x, 3) / Math.pow(variance, 1.5);
    double excess = moment(x, 4) / (variance * variance) - 3;
    double g = skewness * Math.sqrt(n * (n - 1)) / (n - 2);
    double k = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    return (g * g + 1) / (k + 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3)));
  }

  /** How many camps there are when a gap wider than {@code epsilon} divides two. */
  public static int clusters(double[] x, double epsilon) {
    double[] sorted = sorted(x);
    int clusters = 1;
    for (int i = 1; i < sorted.length; i++) {
      clusters += sorted[i] - sorted[i - 1] > epsilon ? 1 : 0;
    }
    return clusters;
  }

  /** Differences where people hear each other: {@code sum w_ij (x_i - x_j)^2}. */
  public static double disagreement(double[][] w, double[] x) {
    Checks.nonNegativeSquare(w, "invalid_weights");
    Checks.length(Checks.finite(x, CODE), w.length, "x", CODE);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum += w[i][j] * (x[i] - x[j]) * (x[i] - x[j]);
      }
    }
    return sum;
  }

  private static double[] sorted(double[] x) {
    double[] sorted = Checks.finite(x, CODE).clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double moment(double[] x, int order) {
    double mean = Arrays.stream(x).average().orElseThrow();
    return Arrays.stream(x).map(opinion -> Math.pow(opinion - mean, order)).average().orElseThrow();
  }
}
