package io.lida.science.voting;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of all options with the highest sum of {@code d} over its ordered pairs (Kemeny 1959;
 * Young 1988), found exactly over all subsets.
 *
 * @param winners the first of every best order
 * @param order the best order; of several, the lexicographically first
 * @param score its sum
 */
public record Kemeny(List<String> winners, List<String> order, long score) implements Outcome {
  /** The most options for which all subsets are tried. */
  public static final int MOST_OPTIONS = 9;

  /**
   * Finds the best order.
   *
   * @throws Refusal {@code too_large} beyond 9 options
   */
  public static Kemeny of(Profile profile) {
    int options = profile.size();
    if (options > MOST_OPTIONS) {
      throw new Refusal(
          "too_large", "kemeny is exact up to " + MOST_OPTIONS + " options; there are " + options);
    }
    long[] best = bestScores(profile);
    List<String> order = new ArrayList<>();
    int left = best.length - 1;
    while (left != 0) {
      int first = firsts(profile, best, left).getFirst();
      order.add(profile.option(first));
      left &= ~(1 << first);
    }
    int all = best.length - 1;
    List<String> winners = firsts(profile, best, all).stream().map(profile::option).toList();
    return new Kemeny(winners, order, best[all]);
  }

  /** By set of options: the best sum over an order of them. */
  private static long[] bestScores(Profile profile) {
    long[] best = new long[1 << profile.size()];
    for (int set = 1; set < best.length; set++) {
      for (int first = 0; first < profile.size(); first++) {
        if ((set & 1 << first) != 0) {
          best[set] = Math.max(best[set], led(profile, best, set, first));
        }
      }
    }
    return best;
  }

  /** The best sum over an order of the set that begins with this option. */
  private static long led(Profile profile, long[] best, int set, int first) {
    long sum = best[set & ~(1 << first)];
    for (int other = 0; other < profile.size(); other++) {
      if (other != first && (set & 1 << other) != 0) {
        sum += profile.preferring(first, other);
      }
    }
    return sum;
  }

  private static List<Integer> firsts(Profile profile, long[] best, int set) {
    List<Integer> firsts = new ArrayList<>();
    for (int first = 0; first < profile.size(); first++) {
      if ((set & 1 << first) != 0 && led(profile, best, set, first) == best[set]) {
        firsts.add(first);
      }
    }
    return firsts;
  }
}
