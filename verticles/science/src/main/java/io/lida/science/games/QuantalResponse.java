package io.lida.science.games;

import io.lida.science.Checks;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Players who err less the more an error costs: {@code sigma(a)} in proportion to {@code exp(lambda
 * u(a))}, both at once (McKelvey and Palfrey 1995), followed from even play at lambda 0 (Turocy
 * 2005).
 *
 * @param x the row player's shares
 * @param y the column player's
 * @param lambda at which these hold
 * @param converged whether that is the lambda asked for
 */
public record QuantalResponse(double[] x, double[] y, double lambda, boolean converged) {
  private static final int MOST_STEPS = 20_000;
  private static final int MOST_CORRECTIONS = 12;
  private static final double EXACT = 1e-12;

  /**
   * Follows the branch to {@code lambda}, which is at least 0. Where the branch turns back, it ends
   * at the turn, not converged.
   */
  public static QuantalResponse logit(Bimatrix game, double lambda) {
    Checks.within(lambda, 0, 1e12, "lambda", "invalid_input");
    double[] point = even(game);
    double at = 0;
    double stride = 0.25 / game.scale();
    for (int step = 0; step < MOST_STEPS && at < lambda; step++) {
      double next = Math.min(lambda, at + stride);
      double[] corrected = point.clone();
      int corrections = correct(game, corrected, next);
      if (corrections < 0) {
        stride /= 2;
        if (at + stride == at) {
          break;
        }
      } else {
        point = corrected;
        at = next;
        stride *= corrections <= 4 ? 1.5 : 1;
      }
    }
    double[] x = Arrays.copyOfRange(point, 0, game.rows());
    double[] y = Arrays.copyOfRange(point, game.rows(), point.length);
    return new QuantalResponse(x, y, at, at >= lambda);
  }

  private static double[] even(Bimatrix game) {
    double[] point = new double[game.rows() + game.columns()];
    Arrays.fill(point, 0, game.rows(), 1.0 / game.rows());
    Arrays.fill(point, game.rows(), point.length, 1.0 / game.columns());
    return point;
  }

  /** Newton's method; answers how many corrections it took, or -1 if it did not settle. */
  private static int correct(Bimatrix game, double[] point, double lambda) {
    double before = Double.POSITIVE_INFINITY;
    for (int time = 1; time <= MOST_CORRECTIONS; time++) {
      double[] response = response(game, point, lambda);
      double[] gap = new double[point.length];
      for (int i = 0; i < gap.length; i++) {
        gap[i] = response[i] - point[i];
      }
      DecompositionSolver solver =
          new LUDecomposition(slope(game, response, lambda), 0).getSolver();
      if (!solver.isNonSingular()) {
        return -1;
      }
      double[] move = solver.solve(new ArrayRealVector(gap)).toArray();
      double size = Arrays.stream(move).map(Math::abs).max().orElseThrow();
      if (!(size < before || size < EXACT)) {
        return -1;
      }
      before = size;
      for (int i = 0; i < point.length; i++) {
        point[i] += move[i];
      }
      if (size < EXACT) {
        return Arrays.stream(point).allMatch(share -> share > -EXACT)
            ? clean(game, point, time)
            : -1;
      }
    }
    return -1;
  }

  private static int clean(Bimatrix game, double[] point, int time) {
    normalize(point, 0, game.rows());
    normalize(point, game.rows(), point.length);
    return time;
  }

  private static void normalize(double[] point, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      point[i] = Math.max(0, point[i]);
      sum += point[i];
    }
    for (int i = from; i < to; i++) {
      point[i] /= sum;
    }
  }

  private static double[] response(Bimatrix game, double[] point, double lambda) {
    double[] x = Arrays.copyOfRange(point, 0, game.rows());
    double[] y = Arrays.copyOfRange(point, game.rows(), point.length);
    double[] rows = softmax(game.rowPayoffs(y), lambda);
    double[] columns = softmax(game.columnPayoffs(x), lambda);
    double[] response = Arrays.copyOf(rows, point.length);
    System.arraycopy(columns, 0, response, rows.length, columns.length);
    return response;
  }

  private static double[] softmax(double[] payoffs, double lambda) {
    double best = Arrays.stream(payoffs).max().orElseThrow();
    double[] shares = Arrays.stream(payoffs).map(u -> Math.exp(lambda * (u - best))).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  /** The derivative of {@code point - response}; that of a softmax is {@code s_a (1_ab - s_b)}. */
  private static RealMatrix slope(Bimatrix game, double[] response, double lambda) {
    int m = game.rows();
    int n = game.columns();
    double[] x = Arrays.copyOfRange(response, 0, m);
    double[] y = Arrays.copyOfRange(response, m, m + n);
    RealMatrix slope = new Array2DRowRealMatrix(m + n, m + n);
    double[] meanByColumn = game.rowMeans(x);
    double[] meanByRow = game.columnMeans(y);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        slope.setEntry(i, m + j, -lambda * x[i] * (game.row()[i][j] - meanByColumn[j]));
        slope.setEntry(m + j, i, -lambda * y[j] * (game.column()[i][j] - meanByRow[i]));
      }
    }
    for (int i = 0; i < m + n; i++) {
      slope.setEntry(i, i, 1);
    }
    return slope;
  }
}
