package io.lida.science.dynamics;

import io.lida.science.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Opinions averaged over and over: {@code x' = W x} (DeGroot 1974).
 *
 * <p>W is row-stochastic ({@code invalid_weights} otherwise); opinions are finite ({@code
 * invalid_input}).
 */
public final class Degroot {
  private static final String OPINIONS = "invalid_input";
  private static final String WEIGHTS = "invalid_weights";

  private Degroot() {}

  /**
   * Where opinions end.
   *
   * @param opinions the limit; absent where opinions go round for ever
   * @param period the least common multiple of the periods of the groups that listen to nobody
   *     outside; 1 where there is a limit for every start
   */
  public record Limit(Optional<double[]> opinions, int period) {}

  /** Opinions after so many steps, at least 0. */
  public static double[] steps(double[][] w, double[] x0, int steps) {
    Checks.rowStochastic(w, WEIGHTS);
    double[] x = Checks.length(Checks.finite(x0, OPINIONS), w.length, "x0", OPINIONS).clone();
    for (int step = 0; step < steps; step++) {
      x = step(w, x);
    }
    return x;
  }

  static double[] step(double[][] w, double[] x) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        next[i] += w[i][j] * x[j];
      }
    }
    return next;
  }

  /**
   * The limit, exactly rather than by iteration: each group that listens to nobody outside agrees
   * on its stationary mean, and everybody else on a mean of those.
   */
  public static Limit limit(double[][] w, double[] x0) {
    Checks.rowStochastic(w, WEIGHTS);
    Checks.length(Checks.finite(x0, OPINIONS), w.length, "x0", OPINIONS);
    Classes classes = Classes.of(w);
    int period = classes.period();
    if (period > 1) {
      return new Limit(Optional.empty(), period);
    }
    double[] limit = new double[x0.length];
    for (List<Integer> closed : classes.closed()) {
      double agreed = agreed(w, x0, closed);
      closed.forEach(member -> limit[member] = agreed);
    }
    followers(w, limit, classes.open());
    return new Limit(Optional.of(limit), 1);
  }

  /** The stationary distribution of a closed group over its opinions. */
  private static double agreed(double[][] w, double[] x0, List<Integer> group) {
    int n = group.size();
    RealMatrix balance = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        balance.setEntry(j, i, w[group.get(i)][group.get(j)] - (i == j ? 1 : 0));
      }
    }
    // One of the balance equations follows from the others; that shares sum to 1 does not.
    RealVector sums = new ArrayRealVector(n);
    for (int j = 0; j < n; j++) {
      balance.setEntry(n - 1, j, 1);
    }
    sums.setEntry(n - 1, 1);
    RealVector shares = new LUDecomposition(balance, 0).getSolver().solve(sums);
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += shares.getEntry(i) * x0[group.get(i)];
    }
    return mean;
  }

  private static void followers(double[][] w, double[] limit, List<Integer> open) {
    if (open.isEmpty()) {
      return;
    }
    int n = open.size();
    RealMatrix inner = new Array2DRowRealMatrix(n, n);
    RealVector heard = new ArrayRealVector(n);
    List<Integer> outside = new ArrayList<>();
    for (int j = 0; j < limit.length; j++) {
      if (!open.contains(j)) {
        outside.add(j);
      }
    }
    for (int i = 0; i < n; i++) {
      double[] row = w[open.get(i)];
      for (int j = 0; j < n; j++) {
        inner.setEntry(i, j, (i == j ? 1 : 0) - row[open.get(j)]);
      }
      heard.setEntry(i, outside.stream().mapToDouble(j -> row[j] * limit[j]).sum());
    }
    RealVector agreed = new LUDecomposition(inner, 0).getSolver().solve(heard);
    for (int i = 0; i < n; i++) {
      limit[open.get(i)] = agreed.getEntry(i);
    }
  }
}
