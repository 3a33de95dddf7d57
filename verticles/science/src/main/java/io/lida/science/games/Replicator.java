package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Strategies that spread as they pay: {@code x_i' = x_i ((A x)_i - x.A x)} (Taylor and Jonker 1978;
 * Hofbauer and Sigmund 1998).
 *
 * @param payoff A, square: what the row earns when it meets the column
 */
public record Replicator(double[][] payoff) {
  private static final double LONGEST_STEP = 0.01;
  private static final double MOST_TIME = 10_000;

  public Replicator {
    Bimatrix.symmetric(payoff);
  }

  /** What a mixture comes to that begins near the inner fixed point. */
  public enum Stable {
    INTERIOR,
    VERTICES,
    NEUTRAL
  }

  /**
   * The mixture in which all strategies earn the same, if there is one with all of them.
   *
   * <p>Where the equations do not say which, there is none.
   */
  public Optional<double[]> interior() {
    int n = payoff.length;
    RealMatrix equations = new Array2DRowRealMatrix(n + 1, n + 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        equations.setEntry(i, j, payoff[i][j]);
      }
      equations.setEntry(i, n, -1);
      equations.setEntry(n, i, 1);
    }
    RealVector right = new ArrayRealVector(n + 1);
    right.setEntry(n, 1);
    DecompositionSolver solver = new LUDecomposition(equations).getSolver();
    if (!solver.isNonSingular()) {
      return Optional.empty();
    }
    double[] shares = Arrays.copyOf(solver.solve(right).toArray(), n);
    return Arrays.stream(shares).allMatch(share -> share > 0)
        ? Optional.of(shares)
        : Optional.empty();
  }

  /**
   * Whether mixtures go to the inner fixed point or to the edge: by the sign of {@code z.A z} for
   * all changes z that sum to 0. A form that is neither negative nor positive throughout is
   * neutral; without an inner fixed point the vertices are what can be stable.
   */
  public Stable stable() {
    if (interior().isEmpty()) {
      return Stable.VERTICES;
    }
    double[] values = new EigenDecompositionSymmetric(onChanges()).getEigenvalues();
    double scale = Math.max(1, Arrays.stream(values).map(Math::abs).max().orElse(0));
    if (Arrays.stream(values).allMatch(value -> value < -1e-12 * scale)) {
      return Stable.INTERIOR;
    }
    return Arrays.stream(values).allMatch(value -> value > 1e-12 * scale)
        ? Stable.VERTICES
        : Stable.NEUTRAL;
  }

  /** The symmetric part of A on the changes {@code e_i - e_n}. */
  private RealMatrix onChanges() {
    int n = payoff.length;
    int last = n - 1;
    RealMatrix form = new Array2DRowRealMatrix(Math.max(1, last), Math.max(1, last));
    for (int i = 0; i < last; i++) {
      for (int j = 0; j < last; j++) {
        double one = payoff[i][j] - payoff[i][last] - payoff[last][j] + payoff[last][last];
        double other = payoff[j][i] - payoff[j][last] - payoff[last][i] + payoff[last][last];
        form.setEntry(i, j, (one + other) / 2);
      }
    }
    return form;
  }

  /**
   * The mixture after some time, by steps of at most 0.01 of the classical Runge-Kutta method, with
   * shares made to sum to 1 after each.
   *
   * @param x0 shares that sum to 1 within 1e-9; {@code invalid_probability} otherwise
   * @param time from 0 to 10,000
   */
  public double[] after(double[] x0, double time) {
    double[] x = shares(x0);
    Checks.within(time, 0, MOST_TIME, "t", "invalid_input");
    int steps = (int) Math.ceil(time / LONGEST_STEP);
    for (int step = 0; step < steps; step++) {
      x = step(x, time / steps);
    }
    return x;
  }

  private double[] shares(double[] x0) {
    String code = "invalid_probability";
    double sum = 0;
    for (double share : Checks.length(Checks.finite(x0, code), payoff.length, "x0", code)) {
      sum += Checks.within(share, 0, 1, "a share", code);
    }
    if (Math.abs(sum - 1) > 1e-9) {
      throw new Refusal(code, "x0 sums to " + sum + " and must sum to 1");
    }
    return x0.clone();
  }

  private double[] step(double[] x, double h) {
    double[] k1 = growth(x);
    double[] k2 = growth(moved(x, k1, h / 2));
    double[] k3 = growth(moved(x, k2, h / 2));
    double[] k4 = growth(moved(x, k3, h));
    double[] next = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      next[i] = Math.max(0, x[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
      sum += next[i];
    }
    if (!(sum > 0 && Double.isFinite(sum))) {
      throw new Refusal("not_converged", "payoffs this large need a finer step; scale them down");
    }
    for (int i = 0; i < x.length; i++) {
      next[i] /= sum;
    }
    return next;
  }

  private double[] growth(double[] x) {
    double[] earned = new double[x.length];
    double mean = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        earned[i] += payoff[i][j] * x[j];
      }
      mean += x[i] * earned[i];
    }
    for (int i = 0; i < x.length; i++) {
      earned[i] = x[i] * (earned[i] - mean);
    }
    return earned;
  }

  private static double[] moved(double[] x, double[] by, double h) {
    double[] moved = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      moved[i] = x[i] + h * by[i];
    }
    return moved;
  }
}
