package io.lida.science.voting;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Independent jurors, each right with a probability of his own, who vote on a question with two
 * answers (Condorcet 1785; Grofman, Owen and Feld 1983).
 */
public final class Jury {
  private static final int MOST_STATES = 1 << 22;
  private static final double ZERO = 1e-12;

  private final double[] competence;

  /**
   * A jury of these competences.
   *
   * @param competence the probability that each is right
   * @throws Refusal {@code empty_input} without jurors; {@code invalid_probability} outside 0 to 1
   */
  public Jury(double... competence) {
    if (competence.length == 0) {
      throw new Refusal("empty_input", "there are no competences");
    }
    for (double right : competence) {
      if (!(right >= 0 && right <= 1)) {
        throw new Refusal("invalid_probability", "a competence is from 0 to 1, not " + right);
      }
    }
    this.competence = competence.clone();
  }

  /**
   * The optimal weights {@code ln(c/(1-c))} (Nitzan and Paroush 1982; Shapley and Grofman 1984);
   * negative ones are 0, and one who is never wrong outweighs all who may be.
   */
  public double[] logOddsWeights() {
    boolean oracle = Arrays.stream(competence).anyMatch(right -> right == 1);
    return Arrays.stream(competence)
        .map(
            right ->
                oracle ? (right == 1 ? 1 : 0) : right <= 0.5 ? 0 : Math.log(right / (1 - right)))
        .toArray();
  }

  /** The probability that a majority of equal votes is right, half of a tie being right. */
  public double majorityProbability() {
    double[] equal = new double[competence.length];
    Arrays.fill(equal, 1);
    return probability(equal);
  }

  /**
   * The probability that the weighted majority is right, half of a tie being right.
   *
   * <p>Jurors of one weight are counted together, so that large juries are no matter unless their
   * weights all differ. All-zero weights are taken as equal.
   *
   * @throws Refusal {@code invalid_weights} for a negative weight or another number of them than of
   *     jurors; {@code too_large} beyond four million patterns of votes
   */
  public double probability(double... weights) {
    if (weights.length != competence.length) {
      throw new Refusal(
          "invalid_weights", weights.length + " weights for " + competence.length + " jurors");
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new Refusal("invalid_weights", "a weight is finite and not negative, not " + weight);
      }
    }
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      return majorityProbability();
    }
    Map<Double, List<Double>> byWeight = new TreeMap<>();
    for (int juror = 0; juror < weights.length; juror++) {
      if (weights[juror] > 0) {
        byWeight.computeIfAbsent(weights[juror], none -> new ArrayList<>()).add(competence[juror]);
      }
    }
    return Math.min(1, right(byWeight));
  }

  private static double right(Map<Double, List<Double>> byWeight) {
    long states = 1;
    double most = byWeight.keySet().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double total = 0;
    List<Bench> benches = new ArrayList<>();
    for (var jurors : byWeight.entrySet()) {
      states *= jurors.getValue().size() + 1;
      if (states > MOST_STATES) {
        throw new Refusal("too_large", "too many different weights to try all patterns of votes");
      }
      // Relative to the largest, so that no sum overflows.
      double weight = jurors.getKey() / most;
      total += weight * jurors.getValue().size();
      benches.add(new Bench(weight, numberRight(jurors.getValue())));
    }
    return right(benches, 0, 0, ZERO * total);
  }

  /**
   * Jurors of one weight.
   *
   * @param probability by how many of them are right
   */
  private record Bench(double weight, double[] probability) {}

  private static double right(List<Bench> benches, int next, double margin, double zero) {
    if (next == benches.size()) {
      return margin > zero ? 1 : margin < -zero ? 0 : 0.5;
    }
    Bench bench = benches.get(next);
    int jurors = bench.probability().length - 1;
    double sum = 0;
    for (int right = 0; right <= jurors; right++) {
      double moved = margin + bench.weight() * (2 * right - jurors);
      sum += bench.probability()[right] * right(benches, next + 1, moved, zero);
    }
    return sum;
  }

  /** The distribution of the number who are right. */
  private static double[] numberRight(List<Double> competence) {
    double[] probability = new double[competence.size() + 1];
    probability[0] = 1;
    int heard = 0;
    for (double right : competence) {
      heard++;
      for (int number = heard; number >= 0; number--) {
        double one = number == 0 ? 0 : probability[number - 1] * right;
        probability[number] = probability[number] * (1 - right) + one;
      }
    }
    return probability;
  }
}
