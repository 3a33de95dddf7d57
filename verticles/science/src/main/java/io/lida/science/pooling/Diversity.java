package io.lida.science.pooling;

import io.lida.science.Checks;

/**
 * How unlike the others one is: {@code 1 / sum_j max(0, Z_ij)}. Z is the correlation of errors
 * where at least eight questions are resolved, else the similarity that is given.
 */
final class Diversity {
  private static final int ENOUGH = 8;

  private Diversity() {}

  static double[] raw(Panel panel) {
    boolean correlated =
        panel.history().length == panel.size() && panel.outcomes().length >= ENOUGH;
    if (correlated) {
      return raw(correlations(panel.history(), panel.outcomes()));
    }
    return panel.similarity().length == 0
        ? panel.orMissing(new double[0])
        : raw(panel.similarity());
  }

  /**
   * Raw weights of a similarity.
   *
   * @param z square, from -1 to 1; what stands on its diagonal is taken for 1
   */
  static double[] raw(double[][] z) {
    double[] raw = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      Checks.length(z[i], z.length, "each row of the similarity", "invalid_input");
      double ordinary = 1;
      for (int j = 0; j < z.length; j++) {
        double alike = Checks.within(z[i][j], -1, 1, "a similarity", "invalid_input");
        ordinary += i == j ? 0 : Math.max(0, alike);
      }
      raw[i] = 1 / ordinary;
    }
    return raw;
  }

  private static double[][] correlations(double[][] history, double[] outcomes) {
    double[][] z = new double[history.length][history.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length; j++) {
        z[i][j] = correlation(history[i], history[j], outcomes);
      }
    }
    return z;
  }

  /** Over the questions that both forecast; 0 where an error never varies. */
  private static double correlation(double[] one, double[] other, double[] outcomes) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int q = 0; q < outcomes.length; q++) {
      double a = one[q] - outcomes[q];
      double b = other[q] - outcomes[q];
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        n++;
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
      }
    }
    double spread = (n * xx - x * x) * (n * yy - y * y);
    return spread > 0 ? Math.clamp((n * xy - x * y) / Math.sqrt(spread), -1, 1) : 0;
  }
}
