package io.lida.science.causal;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Least squares with standard errors that hold when spread differs between units (MacKinnon and
 * White 1985).
 *
 * @param coefficients in the order of the columns
 * @param se of equal spread
 * @param hc2 of unequal spread, each residual divided by {@code sqrt(1 - h)}
 * @param hc3 divided by {@code 1 - h}
 */
public record Regression(double[] coefficients, double[] se, double[] hc2, double[] hc3) {
  private static final double WHOLE_LEVERAGE = 1 - 1e-9;

  /**
   * An outcome on a treatment and a covariate, with a constant first.
   *
   * @param interacted adds treatment times covariate, the covariate centred, so that the
   *     treatment's coefficient is its mean effect (Lin 2013)
   */
  public static Regression adjusted(double[] y, double[] t, double[] x, boolean interacted) {
    Checks.finite(y, "invalid_input");
    Checks.length(Checks.finite(t, "invalid_input"), y.length, "t", "invalid_input");
    Checks.length(Checks.finite(x, "invalid_input"), y.length, "x", "invalid_input");
    double mean = interacted ? Arrays.stream(x).average().orElseThrow() : 0;
    double[][] rows = new double[y.length][];
    for (int i = 0; i < y.length; i++) {
      double centred = x[i] - mean;
      rows[i] =
          interacted
              ? new double[] {1, t[i], centred, t[i] * centred}
              : new double[] {1, t[i], centred};
    }
    return fit(rows, y);
  }

  /**
   * Fits.
   *
   * @param rows more than columns; {@code too_few} otherwise
   * @throws Refusal {@code collinear} where a column is a sum of others
   */
  public static Regression fit(double[][] rows, double[] y) {
    int n = rows.length;
    int k = n == 0 ? 0 : rows[0].length;
    if (n <= k) {
      throw new Refusal("too_few", n + " units cannot settle " + k + " coefficients");
    }
    RealMatrix x = new Array2DRowRealMatrix(rows, false);
    DecompositionSolver solver = new LUDecomposition(x.transposeMultiply(x), 1e-12).getSolver();
    if (!solver.isNonSingular()) {
      throw new Refusal("collinear", "the columns say the same; leave one out");
    }
    RealMatrix bread = solver.getInverse();
    RealVector beta = bread.operate(x.transpose().operate(new ArrayRealVector(y, false)));
    double[] residuals = new ArrayRealVector(y).subtract(x.operate(beta)).toArray();
    double squares = 0;
    double[] equal = new double[k];
    for (double residual : residuals) {
      squares += residual * residual;
    }
    for (int j = 0; j < k; j++) {
      equal[j] = Math.sqrt(bread.getEntry(j, j) * squares / (n - k));
    }
    return new Regression(
        beta.toArray(),
        equal,
        robust(rows, residuals, bread, 1),
        robust(rows, residuals, bread, 2));
  }

  /** The sandwich with squared residuals over {@code (1 - h)^power}. */
  private static double[] robust(double[][] rows, double[] residuals, RealMatrix bread, int power) {
    int k = rows[0].length;
    RealMatrix meat = new Array2DRowRealMatrix(k, k);
    for (int i = 0; i < rows.length; i++) {
      RealVector row = new ArrayRealVector(rows[i], false);
      double leverage = Math.min(WHOLE_LEVERAGE, row.dotProduct(bread.operate(row)));
      double weight = residuals[i] * residuals[i] / Math.pow(1 - leverage, power);
      meat = meat.add(row.outerProduct(row).scalarMultiply(weight));
    }
    RealMatrix sandwich = bread.multiply(meat).multiply(bread);
    double[] se = new double[k];
    for (int j = 0; j < k; j++) {
      se[j] = Math.sqrt(Math.max(0, sandwich.getEntry(j, j)));
    }
    return se;
  }
}
