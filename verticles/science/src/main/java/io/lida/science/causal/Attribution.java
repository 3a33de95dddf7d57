package io.lida.science.causal;

import io.lida.science.Refusal;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Who brought an outcome about: Shapley's value (1953), exact up to 12 players, else from orders
 * drawn in pairs of an order and its reverse (Castro, Gomez and Tejada 2009).
 *
 * @param values of each; they sum to what all are worth less what nobody is
 * @param se standard errors; all 0 where the values are exact
 */
public record Attribution(double[] values, double[] se) {
  private static final int MOST_EXACT = 12;
  private static final int MOST = 60;

  /**
   * The values.
   *
   * @param worth of a coalition, given as a set of bits, player 0 the lowest
   * @param pairs of orders that are drawn for more than 12 players
   */
  public static Attribution shapley(
      int players, ToDoubleFunction<Long> worth, int pairs, long seed) {
    if (players < 1) {
      throw new Refusal("empty_input", "there are no players");
    }
    if (players > MOST) {
      throw new Refusal("too_large", "at most " + MOST + " players");
    }
    return players <= MOST_EXACT ? exact(players, worth) : sampled(players, worth, pairs, seed);
  }

  private static Attribution exact(int players, ToDoubleFunction<Long> worth) {
    int coalitions = 1 << players;
    double[] worths = new double[coalitions];
    for (int coalition = 0; coalition < coalitions; coalition++) {
      worths[coalition] = worth.applyAsDouble((long) coalition);
    }
    double[] shares = shares(players);
    double[] values = new double[players];
    for (int coalition = 0; coalition < coalitions; coalition++) {
      double share = shares[Integer.bitCount(coalition)];
      for (int player = 0; player < players; player++) {
        if ((coalition & 1 << player) == 0) {
          values[player] += share * (worths[coalition | 1 << player] - worths[coalition]);
        }
      }
    }
    return new Attribution(values, new double[players]);
  }

  /** {@code s! (n-s-1)! / n!}, the share of orders in which a coalition of s comes just before. */
  private static double[] shares(int players) {
    double[] shares = new double[players + 1];
    shares[0] = 1.0 / players;
    for (int size = 1; size < players; size++) {
      shares[size] = shares[size - 1] * size / (players - size);
    }
    return shares;
  }

  private static Attribution sampled(
      int players, ToDoubleFunction<Long> worth, int pairs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sums = new double[players];
    double[] squares = new double[players];
    int[] order = new int[players];
    for (int i = 0; i < players; i++) {
      order[i] = i;
    }
    for (int pair = 0; pair < pairs; pair++) {
      shuffle(order, random);
      double[] gains = new double[players];
      walk(order, worth, gains, false);
      walk(order, worth, gains, true);
      for (int player = 0; player < players; player++) {
        sums[player] += gains[player] / 2;
        squares[player] += gains[player] * gains[player] / 4;
      }
    }
    double[] values = new double[players];
    double[] se = new double[players];
    for (int player = 0; player < players; player++) {
      values[player] = sums[player] / pairs;
      double variance = squares[player] / pairs - values[player] * values[player];
      se[player] = Math.sqrt(Math.max(0, variance) / Math.max(1, pairs - 1));
    }
    return new Attribution(values, se);
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
  }

  private static void walk(
      int[] order, ToDoubleFunction<Long> worth, double[] gains, boolean backwards) {
    long coalition = 0;
    double before = worth.applyAsDouble(coalition);
    for (int step = 0; step < order.length; step++) {
      int player = order[backwards ? order.length - 1 - step : step];
      coalition |= 1L << player;
      double after = worth.applyAsDouble(coalition);
      gains[player] += after - before;
      before = after;
    }
  }

  /** What all are worth less what they are worth without each. */
  public static double[] leaveOneOut(int players, ToDoubleFunction<Long> worth) {
    long all = (1L << players) - 1;
    double together = worth.applyAsDouble(all);
    double[] values = new double[players];
    for (int player = 0; player < players; player++) {
      values[player] = together - worth.applyAsDouble(all & ~(1L << player));
    }
    return values;
  }
}
