package io.lida.science.causal;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/**
 * Units with a treatment, an outcome and how probable the treatment was, which is kept within 0.01
 * and 0.99.
 *
 * @param treated 0 or 1
 * @param outcomes any finite numbers
 * @param propensities from 0 to 1
 */
public record Units(double[] treated, double[] outcomes, double[] propensities) {
  private static final double LEAST = 0.01;

  public Units {
    Checks.finite(outcomes, "invalid_input");
    Checks.length(treated, outcomes.length, "t", "invalid_input");
    Checks.length(propensities, outcomes.length, "e", "invalid_input");
    double sum = 0;
    for (int i = 0; i < treated.length; i++) {
      if (treated[i] != 0 && treated[i] != 1) {
        throw new Refusal("invalid_input", "t must be 0 or 1, not " + treated[i]);
      }
      Checks.within(propensities[i], 0, 1, "e", "invalid_probability");
      sum += treated[i];
    }
    if (sum == 0 || sum == treated.length) {
      throw new Refusal("empty_input", "both treatments need units");
    }
  }

  /** An estimate and its standard error. */
  public record Estimate(double effect, double se) {}

  /** How many propensities were moved. */
  public int trimmed() {
    int trimmed = 0;
    for (double e : propensities) {
      trimmed += e < LEAST || e > 1 - LEAST ? 1 : 0;
    }
    return trimmed;
  }

  private double e(int i) {
    return Math.clamp(propensities[i], LEAST, 1 - LEAST);
  }

  /** {@code mean(tY/e) - mean((1-t)Y/(1-e))} (Horvitz and Thompson 1952). */
  public double horvitzThompson() {
    double sum = 0;
    for (int i = 0; i < treated.length; i++) {
      sum += treated[i] * outcomes[i] / e(i) - (1 - treated[i]) * outcomes[i] / (1 - e(i));
    }
    return sum / treated.length;
  }

  /** The same, each mean divided by its sum of weights (Hajek 1971). */
  public double hajek() {
    double yes = 0;
    double yesWeight = 0;
    double no = 0;
    double noWeight = 0;
    for (int i = 0; i < treated.length; i++) {
      yes += treated[i] * outcomes[i] / e(i);
      yesWeight += treated[i] / e(i);
      no += (1 - treated[i]) * outcomes[i] / (1 - e(i));
      noWeight += (1 - treated[i]) / (1 - e(i));
    }
    return yes / yesWeight - no / noWeight;
  }

  /**
   * The doubly robust estimate with given predictions of the outcome under each treatment (Robins,
   * Rotnitzky and Zhao 1994).
   */
  public Estimate doublyRobust(double[] ifTreated, double[] ifNot) {
    Checks.length(
        Checks.finite(ifTreated, "invalid_input"), treated.length, "mu1", "invalid_input");
    Checks.length(Checks.finite(ifNot, "invalid_input"), treated.length, "mu0", "invalid_input");
    double[] influence = new double[treated.length];
    for (int i = 0; i < influence.length; i++) {
      influence[i] =
          ifTreated[i]
              - ifNot[i]
              + treated[i] * (outcomes[i] - ifTreated[i]) / e(i)
              - (1 - treated[i]) * (outcomes[i] - ifNot[i]) / (1 - e(i));
    }
    MeanDifference.Arm all = MeanDifference.Arm.of(influence);
    return new Estimate(all.mean(), all.sd() / Math.sqrt(all.n()));
  }
}
