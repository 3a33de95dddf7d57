package io.lida.science.discovery;

/** Sums over the observations of columns whose mean is 0. */
final class Moments {
  private Moments() {}

  /** The mean product: of a column with itself its variance, with another their covariance. */
  static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum / one.length;
  }

  static double[] standardised(double[] column) {
    return scaled(column, 1 / Math.sqrt(product(column, column)));
  }

  /** What a cause does not explain of an effect. */
  static double[] residual(double[] effect, double[] cause) {
    double weight = product(effect, cause) / product(cause, cause);
    double[] residual = new double[effect.length];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = effect[i] - weight * cause[i];
    }
    return residual;
  }

  private static double[] scaled(double[] column, double factor) {
    double[] scaled = new double[column.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * column[i];
    }
    return scaled;
  }
}
