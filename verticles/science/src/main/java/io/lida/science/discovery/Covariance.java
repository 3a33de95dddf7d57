package io.lida.science.discovery;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * How variables vary together, in the order of their names, each divided by its own deviation.
 *
 * @param variables sorted
 * @param correlation what is computed with; positive definite
 * @param n observations behind it, at least ten for each variable
 */
public record Covariance(List<String> variables, double[][] correlation, double n) {
  private static final String CODE = "invalid_covariance";
  private static final double SAME = 1e-9;

  /**
   * A covariance or correlation matrix.
   *
   * @param matrix rows and columns in the order of the names
   * @throws Refusal {@code empty_input}, {@code too_few}, {@code too_large}, {@code
   *     invalid_covariance} for a matrix that cannot be one, {@code constant} naming a variable
   *     that does not vary, {@code collinear} naming one that others settle
   */
  public static Covariance of(List<String> names, double[][] matrix, double n) {
    List<String> checked = Names.checked(names);
    Checks.length(new double[matrix.length], checked.size(), "the matrix", CODE);
    for (double[] row : matrix) {
      Checks.length(Checks.finite(row, CODE), checked.size(), "a row", CODE);
    }
    Names.enough(Checks.finite(n, "invalid_input"), checked.size());
    int[] sorted = Names.sorted(checked);
    double[][] correlation = new double[sorted.length][sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      for (int j = 0; j < sorted.length; j++) {
        correlation[i][j] = correlation(checked, matrix, sorted[i], sorted[j]);
      }
    }
    List<String> variables = checked.stream().sorted().toList();
    Collinearity.refuse(variables, correlation);
    return new Covariance(variables, correlation, n);
  }

  private static double correlation(List<String> names, double[][] matrix, int i, int j) {
    double scale = Math.sqrt(variance(names, matrix, i)) * Math.sqrt(variance(names, matrix, j));
    double above = matrix[Math.min(i, j)][Math.max(i, j)] / scale;
    double below = matrix[Math.max(i, j)][Math.min(i, j)] / scale;
    if (!(Math.abs(above - below) <= SAME)) {
      throw new Refusal(
          CODE, "the matrix says two things of " + names.get(i) + " and " + names.get(j));
    }
    double both = (above + below) / 2;
    if (!(Math.abs(both) <= 1 + SAME)) {
      throw new Refusal(
          CODE, names.get(i) + " and " + names.get(j) + " vary together more than each alone");
    }
    return i == j ? 1 : both;
  }

  private static double variance(List<String> names, double[][] matrix, int i) {
    double variance = matrix[i][i];
    if (variance < 0) {
      throw new Refusal(CODE, "the variance of " + names.get(i) + " is below 0");
    }
    if (variance < Double.MIN_NORMAL) {
      throw new Refusal("constant", names.get(i) + " does not vary; leave it out");
    }
    return variance;
  }

  /**
   * What is left of the variance of the last two, and of how they vary together, once the others
   * are accounted for: rows {@code [xx, xy]} and {@code [xy, yy]}.
   */
  double[][] left(int[] given, int x, int y) {
    int size = given.length + 2;
    int[] places = Arrays.copyOf(given, size);
    places[size - 2] = x;
    places[size - 1] = y;
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = correlation[places[i]][places[j]];
      }
    }
    for (int pivot = 0; pivot < given.length; pivot++) {
      for (int i = pivot + 1; i < size; i++) {
        double factor = rows[i][pivot] / rows[pivot][pivot];
        for (int j = pivot + 1; j < size; j++) {
          rows[i][j] -= factor * rows[pivot][j];
        }
      }
    }
    return new double[][] {
      {rows[size - 2][size - 2], rows[size - 2][size - 1]},
      {rows[size - 1][size - 2], rows[size - 1][size - 1]}
    };
  }
}
