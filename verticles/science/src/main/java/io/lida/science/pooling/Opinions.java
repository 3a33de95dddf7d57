package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Opinions that count, each with its share: those without weight are gone, so that their 0 or 1 can
 * neither clip nor veto.
 *
 * @param distributions for each opinion the probability of each option, at least two
 * @param weights above 0, summing to 1
 * @param flags {@code weights_fallback=equal} when all weights were 0
 */
record Opinions(double[][] distributions, double[] weights, List<String> flags) {
  private static final double SUM = 1e-9;

  /** Probabilities of a yes; the options are yes and no. */
  static Opinions of(double[] p, double[] weights) {
    double[][] distributions = new double[p.length][];
    for (int i = 0; i < p.length; i++) {
      double yes = Checks.within(p[i], 0, 1, "a probability", "invalid_probability");
      distributions[i] = new double[] {yes, 1 - yes};
    }
    return of(distributions, weights);
  }

  /**
   * Distributions over the same options.
   *
   * @throws Refusal {@code empty_input}, {@code invalid_probability} for one that does not sum to 1
   *     within 1e-9, {@code invalid_weights}
   */
  static Opinions of(double[][] distributions, double[] weights) {
    if (distributions.length == 0) {
      throw new Refusal("empty_input", "there is no opinion");
    }
    for (double[] distribution : distributions) {
      checked(distribution, distributions[0].length);
    }
    Checks.length(weights, distributions.length, "weights", "invalid_weights");
    double most = 0;
    for (double weight : weights) {
      Checks.within(weight, 0, Double.MAX_VALUE, "a weight", "invalid_weights");
      most = Math.max(most, weight);
    }
    double[] raw = weights.clone();
    List<String> flags = List.of();
    if (most == 0) {
      Arrays.fill(raw, 1);
      most = 1;
      flags = List.of(Weights.FALLBACK);
    }
    return counted(distributions, raw, most, flags);
  }

  private static void checked(double[] distribution, int options) {
    String code = "invalid_probability";
    Checks.length(distribution, options, "each distribution", code);
    if (options < 2) {
      throw new Refusal(code, "a distribution is over at least two options");
    }
    double sum = 0;
    for (double share : distribution) {
      sum += Checks.within(share, 0, 1, "a probability", code);
    }
    if (Math.abs(sum - 1) > SUM) {
      throw new Refusal(code, "a distribution sums to " + sum + " and must sum to 1");
    }
  }

  /** Weights are measured by the largest, so that no sum of huge or tiny ones is lost. */
  private static Opinions counted(
      double[][] distributions, double[] weights, double most, List<String> flags) {
    List<double[]> kept = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double share = weights[i] / most;
      if (share > 0) {
        kept.add(distributions[i]);
        shares.add(share);
        sum += share;
      }
    }
    double all = sum;
    double[] normal = shares.stream().mapToDouble(share -> share / all).toArray();
    return new Opinions(kept.toArray(double[][]::new), normal, flags);
  }

  int count() {
    return weights.length;
  }

  int options() {
    return distributions[0].length;
  }

  /** What each says of one option. */
  double[] of(int option) {
    return Arrays.stream(distributions).mapToDouble(one -> one[option]).toArray();
  }
}
