package io.lida.science.dynamics;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Opinions under influence that remember where they began: {@code x' = L W x + (I - L) x0}, L the
 * susceptibilities, 0 for who never moves and 1 for who has no opinion of their own (Friedkin and
 * Johnsen 1990, 1999).
 *
 * @param w row-stochastic; {@code invalid_weights} otherwise
 * @param susceptibility from 0 to 1, one for each row; {@code invalid_probability} otherwise
 */
public record FriedkinJohnsen(double[][] w, double[] susceptibility) {
  private static final String OPINIONS = "invalid_input";

  public FriedkinJohnsen {
    Checks.rowStochastic(w, "invalid_weights");
    Checks.length(susceptibility, w.length, "susceptibility", "invalid_input");
    for (double share : susceptibility) {
      Checks.within(share, 0, 1, "susceptibility", "invalid_probability");
    }
  }

  /** Opinions after one step from {@code x}, having begun at {@code x0}. */
  public double[] step(double[] x, double[] x0) {
    double[] next = Degroot.step(w, opinions(x));
    opinions(x0);
    for (int i = 0; i < next.length; i++) {
      next[i] = susceptibility[i] * next[i] + (1 - susceptibility[i]) * x0[i];
    }
    return next;
  }

  /**
   * Who settles whose opinion: {@code (I - L W)^-1 (I - L)}, rows summing to 1.
   *
   * @throws Refusal {@code singular} where some group listens to nobody who has an opinion of their
   *     own
   */
  public double[][] control() {
    return solved()
        .orElseThrow(
            () ->
                new Refusal(
                    "singular",
                    "a group without an opinion of its own has no control matrix; lower a"
                        + " susceptibility below 1"));
  }

  /** The limit; without opinions of their own that hold, opinions end as DeGroot's do. */
  public Degroot.Limit limit(double[] x0) {
    opinions(x0);
    return solved()
        .map(control -> new Degroot.Limit(Optional.of(Degroot.step(control, x0)), 1))
        .orElseGet(() -> withAnchors(x0));
  }

  private Optional<double[][]> solved() {
    int n = w.length;
    RealMatrix moved = new Array2DRowRealMatrix(n, n);
    RealMatrix kept = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        moved.setEntry(i, j, (i == j ? 1 : 0) - susceptibility[i] * w[i][j]);
      }
      kept.setEntry(i, i, 1 - susceptibility[i]);
    }
    DecompositionSolver solver = new LUDecomposition(moved).getSolver();
    return solver.isNonSingular() ? Optional.of(solver.solve(kept).getData()) : Optional.empty();
  }

  /** The same process as DeGroot's, each first opinion being somebody who never moves. */
  private Degroot.Limit withAnchors(double[] x0) {
    int n = x0.length;
    double[][] wide = new double[2 * n][2 * n];
    double[] both = new double[2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        wide[i][j] = susceptibility[i] * w[i][j];
      }
      wide[i][n + i] = 1 - susceptibility[i];
      wide[n + i][n + i] = 1;
      both[i] = x0[i];
      both[n + i] = x0[i];
    }
    Degroot.Limit limit = Degroot.limit(wide, both);
    return new Degroot.Limit(
        limit.opinions().map(found -> Arrays.copyOf(found, n)), limit.period());
  }

  private double[] opinions(double[] x) {
    return Checks.length(Checks.finite(x, OPINIONS), w.length, "x0", OPINIONS);
  }
}
