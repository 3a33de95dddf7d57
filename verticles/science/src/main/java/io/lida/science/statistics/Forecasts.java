package io.lida.science.statistics;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;

/**
 * Probabilities of a yes and what came.
 *
 * @param probabilities from 0 to 1
 * @param outcomes 1 for a yes, 0 for a no
 */
public record Forecasts(double[] probabilities, double[] outcomes) {
  private static final double EPSILON = 1e-6;

  /**
   * Forecasts.
   *
   * @throws Refusal {@code empty_input}, {@code invalid_probability}, {@code invalid_input}
   */
  public Forecasts {
    for (double p : Checks.finite(probabilities, "invalid_probability")) {
      Checks.within(p, 0, 1, "a forecast", "invalid_probability");
    }
    for (double o : Checks.length(outcomes, probabilities.length, "outcomes", "invalid_input")) {
      if (o != 0 && o != 1) {
        throw new Refusal("invalid_input", "an outcome must be 0 or 1, not " + o);
      }
    }
  }

  /** The mean of {@code (p - o)^2} (Brier 1950): from 0, the best, to 1. */
  public double brier() {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double miss = probabilities[i] - outcomes[i];
      sum += miss * miss;
    }
    return sum / probabilities.length;
  }

  /**
   * The mean of {@code -ln} of the probability of what came (Good 1952): from 0, the best. A
   * probability below 1e-6 counts as 1e-6, so that it is never infinite; see {@link #clipped}.
   */
  public double logScore() {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      sum -= Math.log(Math.max(EPSILON, given(i)));
    }
    return sum / probabilities.length;
  }

  /** How many gave what came less than 1e-6. */
  public int clipped() {
    int clipped = 0;
    for (int i = 0; i < probabilities.length; i++) {
      clipped += given(i) < EPSILON ? 1 : 0;
    }
    return clipped;
  }

  private double given(int i) {
    return outcomes[i] == 1 ? probabilities[i] : 1 - probabilities[i];
  }

  /**
   * {@code 1 - Brier / Brier of the reference}: 1 is perfect, 0 no better, below 0 worse.
   *
   * @throws Refusal {@code invalid_input} where what came is not the same, {@code undefined} where
   *     the reference misses nothing
   */
  public double skill(Forecasts reference) {
    if (!Arrays.equals(outcomes, reference.outcomes)) {
      throw new Refusal("invalid_input", "both must be forecasts of the same outcomes");
    }
    double theirs = reference.brier();
    if (theirs == 0) {
      throw new Refusal("undefined", "nothing is better than a reference that misses nothing");
    }
    return 1 - brier() / theirs;
  }
}
