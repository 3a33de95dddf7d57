package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/**
 * The chance that one newcomer takes over a finite population in which people copy those who earn
 * more, by Fermi's rule (Traulsen, Nowak and Pacheco 2006).
 *
 * <p>{@code 1 / (1 + sum_k prod_(j<=k) exp(-beta (pi_A(j) - pi_B(j))))}, with payoffs against all
 * others but oneself.
 */
public final class Fixation {
  private static final int MOST = 1_000_000;

  private Fixation() {}

  /**
   * The chance of one A among N-1 B.
   *
   * @param payoff 2x2: what A and B earn against A and B
   * @param population N, at least 2
   * @param beta how much earning decides, at least 0
   */
  public static double fermi(double[][] payoff, int population, double beta) {
    Bimatrix.symmetric(payoff);
    if (payoff.length != 2) {
      throw new Refusal(Bimatrix.CODE, "fixation is between two strategies");
    }
    Checks.within(population, 2, MOST, "N", "invalid_input");
    Checks.within(beta, 0, Double.MAX_VALUE, "beta", "invalid_input");
    double others = population - 1.0;
    double exponent = 0;
    double sum = 1;
    for (int a = 1; a < population; a++) {
      double forA = ((a - 1) * payoff[0][0] + (population - a) * payoff[0][1]) / others;
      double forB = (a * payoff[1][0] + (population - a - 1) * payoff[1][1]) / others;
      exponent -= beta * (forA - forB);
      sum += Math.exp(exponent);
    }
    return 1 / sum;
  }
}
