package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A vote in which a coalition wins when its weights reach the quota: {@code [quota; weights]}.
 *
 * <p>Both indices are exact: losing coalitions are counted by their weight and size (dynamic
 * programming over sums), never listed. Weights need not be whole.
 */
public final class WeightedGame {
  private final List<BigInteger> weights;
  private final BigInteger quota;
  private final LosingCoalitions losing;

  /**
   * A game of these members.
   *
   * @throws Refusal {@code empty_input} without members; {@code invalid_weights} for a negative
   *     weight; {@code invalid_quota} when none or all coalitions win; {@code too_large} when there
   *     are more sums than can be counted
   */
  public WeightedGame(List<Ratio> weights, Ratio quota) {
    if (weights.isEmpty()) {
      throw new Refusal("empty_input", "there are no weights");
    }
    if (weights.stream().anyMatch(weight -> weight.signum() < 0)) {
      throw new Refusal("invalid_weights", "a weight is negative");
    }
    Ratio all = weights.stream().reduce(Ratio.ZERO, Ratio::plus);
    if (quota.signum() <= 0 || quota.compareTo(all) > 0) {
      throw new Refusal(
          "invalid_quota", "the quota must be above 0 and at most the sum of all weights, " + all);
    }
    BigInteger scale = scale(weights);
    BigInteger unit = unit(weights, scale);
    this.weights = weights.stream().map(weight -> whole(weight, scale).divide(unit)).toList();
    this.quota = ceiling(quota.numerator().multiply(scale), quota.denominator().multiply(unit));
    this.losing = LosingCoalitions.of(this.weights, this.quota);
  }

  /** Each member's swings as a share of all swings, in order (Banzhaf 1965, normalised). */
  public List<Ratio> banzhaf() {
    List<BigInteger> swings = new ArrayList<>();
    for (BigInteger weight : weights) {
      swings.add(sum(losing.swingsBySize(weight)));
    }
    BigInteger all = sum(swings.toArray(BigInteger[]::new));
    return swings.stream().map(own -> new Ratio(own, all)).toList();
  }

  /** The share of orders in which each member is pivotal, in order (Shapley and Shubik 1954). */
  public List<Ratio> shapleyShubik() {
    int members = weights.size();
    BigInteger[] factorial = factorials(members);
    List<Ratio> index = new ArrayList<>();
    for (BigInteger weight : weights) {
      BigInteger pivots = BigInteger.ZERO;
      BigInteger[] swings = losing.swingsBySize(weight);
      for (int size = 0; size < members; size++) {
        BigInteger orders = factorial[size].multiply(factorial[members - 1 - size]);
        pivots = pivots.add(swings[size].multiply(orders));
      }
      index.add(new Ratio(pivots, factorial[members]));
    }
    return index;
  }

  private static BigInteger scale(List<Ratio> weights) {
    return weights.stream()
        .map(Ratio::denominator)
        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
  }

  private static BigInteger unit(List<Ratio> weights, BigInteger scale) {
    return weights.stream()
        .map(weight -> whole(weight, scale))
        .reduce(BigInteger.ZERO, BigInteger::gcd);
  }

  private static BigInteger whole(Ratio weight, BigInteger scale) {
    return weight.numerator().multiply(scale.divide(weight.denominator()));
  }

  private static BigInteger ceiling(BigInteger numerator, BigInteger denominator) {
    return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
  }

  private static BigInteger sum(BigInteger[] parts) {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger part : parts) {
      sum = sum.add(part);
    }
    return sum;
  }

  private static BigInteger[] factorials(int most) {
    BigInteger[] factorial = new BigInteger[most + 1];
    factorial[0] = BigInteger.ONE;
    for (int n = 1; n <= most; n++) {
      factorial[n] = factorial[n - 1].multiply(BigInteger.valueOf(n));
    }
    return factorial;
  }
}
