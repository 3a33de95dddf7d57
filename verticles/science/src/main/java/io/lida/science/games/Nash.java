package io.lida.science.games;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * All equilibria of a game of two (Nash 1950), by enumerating supports of equal size (von Stengel
 * in Nisan et al. 2007; Porter, Nudelman and Shoham 2008).
 *
 * @param equilibria in the order of their supports, the smallest first
 * @param degenerate whether an action outside a support is as good as one within, or a support gave
 *     no single answer; then there may be further equilibria
 */
public record Nash(List<Equilibrium> equilibria, boolean degenerate) {
  private static final double NEGATIVE = 1e-12;
  private static final double PROFIT = 1e-9;
  private static final double SAME = 1e-9;
  private static final long MOST_SUPPORTS = 1_000_000;

  /**
   * A pair of mixed strategies neither of which gains by another.
   *
   * @param payoff of the row player and of the column player
   */
  public record Equilibrium(double[] x, double[] y, double[] payoff) {}

  /** One player's answer: shares that make all of the other's support equally good. */
  private record Mix(double[] shares, double payoff) {}

  /**
   * Finds them.
   *
   * @throws Refusal {@code too_large} for more than a million pairs of supports
   */
  public static Nash all(Bimatrix game) {
    return new Search(game).all();
  }

  private static final class Search {
    private final Bimatrix game;
    private final double[][] byColumn;
    private final List<Equilibrium> found = new ArrayList<>();
    private boolean degenerate;

    Search(Bimatrix game) {
      this.game = game;
      this.byColumn = new double[game.columns()][game.rows()];
      for (int i = 0; i < game.rows(); i++) {
        for (int j = 0; j < game.columns(); j++) {
          byColumn[j][i] = game.column()[i][j];
        }
      }
    }

    Nash all() {
      int most = Math.min(game.rows(), game.columns());
      long pairs = 0;
      for (int size = 1; size <= most; size++) {
        pairs += Subsets.count(game.rows(), size) * Subsets.count(game.columns(), size);
        if (pairs > MOST_SUPPORTS) {
          throw new Refusal("too_large", "the game has more than a million pairs of supports");
        }
      }
      for (int size = 1; size <= most; size++) {
        List<int[]> columns = Subsets.of(game.columns(), size);
        for (int[] rows : Subsets.of(game.rows(), size)) {
          columns.forEach(support -> look(rows, support));
        }
      }
      return new Nash(List.copyOf(found), degenerate);
    }

    private void look(int[] rows, int[] columns) {
      Optional<Mix> y = mix(game.row(), rows, columns, game.columns());
      Optional<Mix> x = mix(byColumn, columns, rows, game.rows());
      if (x.isEmpty() || y.isEmpty()) {
        return;
      }
      double tolerance = PROFIT * game.scale();
      double[] forRow = game.rowPayoffs(y.get().shares());
      double[] forColumn = game.columnPayoffs(x.get().shares());
      double rowPayoff = y.get().payoff();
      double columnPayoff = x.get().payoff();
      if (best(forRow) > rowPayoff + tolerance || best(forColumn) > columnPayoff + tolerance) {
        return;
      }
      degenerate |=
          ties(forRow, rows, rowPayoff - tolerance)
              || ties(forColumn, columns, columnPayoff - tolerance);
      add(x.get(), y.get());
    }

    private void add(Mix x, Mix y) {
      boolean known =
          found.stream().anyMatch(one -> same(one.x(), x.shares()) && same(one.y(), y.shares()));
      if (!known) {
        double[] payoff = {y.payoff(), x.payoff()};
        found.add(new Equilibrium(x.shares(), y.shares(), payoff));
      }
    }

    /** Shares over {@code mixed} for which every action of {@code indifferent} earns the same. */
    private Optional<Mix> mix(double[][] payoffs, int[] indifferent, int[] mixed, int actions) {
      int k = mixed.length;
      RealMatrix equations = new Array2DRowRealMatrix(k + 1, k + 1);
      double scale = game.scale();
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          equations.setEntry(i, j, payoffs[indifferent[i]][mixed[j]] / scale);
        }
        equations.setEntry(i, k, -1);
        equations.setEntry(k, i, 1);
      }
      RealVector right = new ArrayRealVector(k + 1);
      right.setEntry(k, 1);
      DecompositionSolver solver = new LUDecomposition(equations).getSolver();
      if (!solver.isNonSingular()) {
        degenerate = true;
        return Optional.empty();
      }
      RealVector solved = solver.solve(right);
      double[] shares = new double[actions];
      for (int j = 0; j < k; j++) {
        double share = solved.getEntry(j);
        if (share < -NEGATIVE) {
          return Optional.empty();
        }
        shares[mixed[j]] = Math.max(0, share);
      }
      return Optional.of(new Mix(shares, solved.getEntry(k) * scale));
    }
  }

  private static double best(double[] payoffs) {
    return Arrays.stream(payoffs).max().orElseThrow();
  }

  private static boolean ties(double[] payoffs, int[] support, double bound) {
    for (int action = 0; action < payoffs.length; action++) {
      int here = action;
      if (payoffs[action] >= bound && Arrays.stream(support).noneMatch(used -> used == here)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      if (Math.abs(one[i] - other[i]) > SAME) {
        return false;
      }
    }
    return true;
  }
}
