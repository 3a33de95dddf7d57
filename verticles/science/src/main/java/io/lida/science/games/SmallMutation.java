package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * How long a population spends with each strategy when newcomers are so rare that each takes over
 * or is gone before the next one comes (Fudenberg and Imhof 2006).
 *
 * <p>From all i to all j it goes with the chance {@code rho_ij / (m - 1)}, where rho is the {@link
 * Fixation} of one j among i by Fermi's rule; the shares are those of that chain in the long run.
 */
public final class SmallMutation {
  private static final int MOST_STRATEGIES = 64;

  private SmallMutation() {}

  /**
   * The shares of time, which sum to 1.
   *
   * @param payoff what the row earns when it meets the column; 2 to 64 strategies
   * @param population at least 2
   * @param beta how much earning decides, at least 0
   * @throws Refusal {@code singular} where no strategy is ever left, so that it depends on the
   *     start
   */
  public static double[] shares(double[][] payoff, int population, double beta) {
    Bimatrix.symmetric(payoff);
    int m = payoff.length;
    Checks.within(m, 2, MOST_STRATEGIES, "the number of strategies", "too_large");
    RealMatrix balance = new Array2DRowRealMatrix(m, m);
    for (int from = 0; from < m; from++) {
      for (int to = 0; to < m; to++) {
        if (from != to) {
          double chance = takesOver(payoff, to, from, population, beta) / (m - 1);
          balance.addToEntry(to, from, chance);
          balance.addToEntry(from, from, -chance);
        }
      }
    }
    // One balance follows from the others, so that the sum may stand in its place.
    for (int strategy = 0; strategy < m; strategy++) {
      balance.setEntry(m - 1, strategy, 1);
    }
    RealVector right = new ArrayRealVector(m);
    right.setEntry(m - 1, 1);
    LUDecomposition solved = new LUDecomposition(balance, 0);
    if (!solved.getSolver().isNonSingular()) {
      throw new Refusal(
          "singular", "no strategy is ever left, so that time is shared by the start");
    }
    return solved.getSolver().solve(right).toArray();
  }

  private static double takesOver(
      double[][] payoff, int newcomer, int resident, int population, double beta) {
    double[][] pair = {
      {payoff[newcomer][newcomer], payoff[newcomer][resident]},
      {payoff[resident][newcomer], payoff[resident][resident]}
    };
    return Fixation.fermi(pair, population, beta);
  }
}
