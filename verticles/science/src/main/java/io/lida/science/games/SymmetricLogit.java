package io.lida.science.games;

import io.lida.science.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Logit quantal response (McKelvey and Palfrey 1995) of players who are all alike: one mixture for
 * all, followed from even play at lambda 0.
 *
 * @param shares of the actions; sums to 1
 * @param lambda at which they hold
 * @param converged whether the mixture is its own response within 1e-9
 */
public record SymmetricLogit(double[] shares, double lambda, boolean converged) {
  private static final int MOST_TIMES = 2_000;
  private static final double EXACT = 1e-9;

  /** What a player earns. */
  @FunctionalInterface
  public interface Payoff {
    /**
     * What the action earns.
     *
     * @param others how many of the others do each
     */
    double of(int action, int[] others);
  }

  /** A way in which the others may be spread over the actions. */
  private record Spread(int[] counts, double ways, double[] payoffs) {}

  /**
   * Follows the mixtures along rising lambdas.
   *
   * @param players 2 to 8
   * @param actions 2 to 8
   * @param lambdas rising, at least 0
   */
  public static List<SymmetricLogit> follow(
      int players, int actions, Payoff payoff, double[] lambdas) {
    Checks.within(players, 2, 8, "players", "too_large");
    Checks.within(actions, 2, 8, "actions", "too_large");
    List<Spread> spreads = new ArrayList<>();
    spread(new int[actions], 0, players - 1, payoff, spreads);
    double[] shares = new double[actions];
    Arrays.fill(shares, 1.0 / actions);
    List<SymmetricLogit> path = new ArrayList<>();
    for (double lambda : lambdas) {
      Checks.within(lambda, 0, 1e12, "lambda", "invalid_input");
      boolean converged = settle(spreads, shares, lambda);
      path.add(new SymmetricLogit(shares.clone(), lambda, converged));
    }
    return path;
  }

  private static void spread(
      int[] counts, int action, int left, Payoff payoff, List<Spread> spreads) {
    if (action == counts.length - 1) {
      counts[action] = left;
      double[] payoffs = new double[counts.length];
      for (int own = 0; own < counts.length; own++) {
        payoffs[own] = payoff.of(own, counts.clone());
      }
      spreads.add(new Spread(counts.clone(), ways(counts), payoffs));
      return;
    }
    for (int count = 0; count <= left; count++) {
      counts[action] = count;
      spread(counts, action + 1, left - count, payoff, spreads);
    }
  }

  /** The multinomial coefficient. */
  private static double ways(int[] counts) {
    double ways = 1;
    int placed = 0;
    for (int count : counts) {
      for (int i = 1; i <= count; i++) {
        ways *= (double) ++placed / i;
      }
    }
    return ways;
  }

  /** Steps towards the response, smaller ones where a step leads away from it. */
  private static boolean settle(List<Spread> spreads, double[] shares, double lambda) {
    double stride = 0.5;
    double before = Double.POSITIVE_INFINITY;
    for (int time = 0; time < MOST_TIMES; time++) {
      double[] response = response(spreads, shares, lambda);
      double gap = 0;
      for (int action = 0; action < shares.length; action++) {
        gap = Math.max(gap, Math.abs(response[action] - shares[action]));
      }
      if (gap < EXACT) {
        return true;
      }
      stride = gap > before ? Math.max(0.001, stride / 2) : Math.min(0.5, stride * 1.05);
      before = gap;
      for (int action = 0; action < shares.length; action++) {
        shares[action] += stride * (response[action] - shares[action]);
      }
    }
    return false;
  }

  private static double[] response(List<Spread> spreads, double[] shares, double lambda) {
    double[] earned = new double[shares.length];
    for (Spread spread : spreads) {
      double chance = spread.ways();
      for (int action = 0; action < shares.length; action++) {
        chance *= Math.pow(shares[action], spread.counts()[action]);
      }
      for (int action = 0; action < shares.length; action++) {
        earned[action] += chance * spread.payoffs()[action];
      }
    }
    double best = Arrays.stream(earned).max().orElseThrow();
    double[] weights = Arrays.stream(earned).map(u -> Math.exp(lambda * (u - best))).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
