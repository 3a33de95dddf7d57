package io.lida.science.discovery;

import java.util.Arrays;

/** Least squares among variables of which only the covariance is known. */
final class Elimination {
  private Elimination() {}

  /**
   * The coefficients of the causes in a regression of the effect on them.
   *
   * @param causes none of which the others settle
   */
  static double[] weights(double[][] covariance, int[] causes, int effect) {
    int size = causes.length;
    double[][] rows = new double[size][size + 1];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = covariance[causes[i]][causes[j]];
      }
      rows[i][size] = covariance[causes[i]][effect];
    }
    for (int pivot = 0; pivot < size; pivot++) {
      for (int i = 0; i < size; i++) {
        if (i != pivot) {
          subtract(rows[pivot], rows[i], pivot);
        }
      }
    }
    double[] weights = new double[size];
    Arrays.setAll(weights, i -> rows[i][size] / rows[i][i]);
    return weights;
  }

  /** Leaves the row without its entry at the pivot. */
  private static void subtract(double[] pivotRow, double[] row, int pivot) {
    double factor = row[pivot] / pivotRow[pivot];
    for (int j = pivot; j < row.length; j++) {
      row[j] -= factor * pivotRow[j];
    }
  }
}
