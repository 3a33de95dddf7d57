package io.lida.science.voting;

import io.lida.science.Refusal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many coalitions there are of each weight below the quota and of each size: the coefficients
 * of the product of {@code 1 + y x^w} over all members.
 */
final class LosingCoalitions {
  private static final int MOST_COUNTS = 1_000_000;

  private final NavigableMap<BigInteger, BigInteger[]> counts;
  private final BigInteger quota;
  private final int members;

  private LosingCoalitions(
      NavigableMap<BigInteger, BigInteger[]> counts, BigInteger quota, int members) {
    this.counts = counts;
    this.quota = quota;
    this.members = members;
  }

  static LosingCoalitions of(List<BigInteger> weights, BigInteger quota) {
    int members = weights.size();
    NavigableMap<BigInteger, BigInteger[]> counts = new TreeMap<>();
    BigInteger[] nobody = none(members);
    nobody[0] = BigInteger.ONE;
    counts.put(BigInteger.ZERO, nobody);
    for (BigInteger weight : weights) {
      // From the heaviest down, so that nobody joins a coalition twice.
      for (var coalition : List.copyOf(counts.descendingMap().entrySet())) {
        BigInteger joined = coalition.getKey().add(weight);
        if (joined.compareTo(quota) < 0) {
          join(counts.computeIfAbsent(joined, none -> none(members)), coalition.getValue());
        }
      }
      if ((long) counts.size() * (members + 1) > MOST_COUNTS) {
        throw new Refusal(
            "too_large",
            "the weights have too many different sums to be counted; use fewer members or rounder"
                + " weights");
      }
    }
    return new LosingCoalitions(counts, quota, members);
  }

  private static BigInteger[] none(int members) {
    BigInteger[] none = new BigInteger[members + 1];
    Arrays.fill(none, BigInteger.ZERO);
    return none;
  }

  private static void join(BigInteger[] larger, BigInteger[] smaller) {
    for (int size = larger.length - 1; size > 0; size--) {
      larger[size] = larger[size].add(smaller[size - 1]);
    }
  }

  /**
   * How many coalitions of the others, by their size, lose alone and win with a member of this
   * weight.
   */
  BigInteger[] swingsBySize(BigInteger weight) {
    BigInteger[] swings = none(members);
    if (weight.signum() == 0) {
      return swings;
    }
    Map<BigInteger, BigInteger[]> others = new HashMap<>();
    BigInteger least = quota.subtract(weight);
    counts.forEach(
        (sum, all) -> {
          BigInteger[] without = without(all, others.get(sum.subtract(weight)));
          others.put(sum, without);
          if (sum.compareTo(least) >= 0) {
            for (int size = 0; size <= members; size++) {
              swings[size] = swings[size].add(without[size]);
            }
          }
        });
    return swings;
  }

  /** Divides the member's own factor out: what is left of a sum when he is taken from it. */
  private BigInteger[] without(BigInteger[] all, BigInteger @Nullable [] joined) {
    BigInteger[] without = all.clone();
    for (int size = 1; joined != null && size <= members; size++) {
      without[size] = all[size].subtract(joined[size - 1]);
    }
    return without;
  }
}
