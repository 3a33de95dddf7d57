package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * Opinions on one question with all that a weighting may look at. A list that is empty says that
 * nobody has the datum, NaN in it that one has not.
 *
 * @param p the probability of a yes, at least one
 * @param expertise on the question, 0 to 1 or any scale that is not negative
 * @param confidence stated, 0 to 1
 * @param meanBrier of earlier forecasts, 0 to 1
 * @param resolved how many forecasts that was
 * @param variance of repeated answers
 * @param age of the opinion, in the unit of {@code halfLife}
 * @param predictedYes which share of the others each expects to say yes
 * @param quantiles by opinion, seed question and quantile (5, 50 and 95 %)
 * @param realizations of the seed questions
 * @param trust rows of whom each trusts how much
 * @param history by opinion, its forecasts of earlier questions
 * @param outcomes of those questions, 0 or 1
 * @param similarity between opinions, 1 for the same
 * @param roles one for each opinion
 * @param settings kappa, epsilon, cutoff, half-life
 */
public record Panel(
    double[] p,
    double[] expertise,
    double[] confidence,
    double[] meanBrier,
    double[] resolved,
    double[] variance,
    double[] age,
    double[] predictedYes,
    double[][][] quantiles,
    double[] realizations,
    double[][] trust,
    double[][] history,
    double[] outcomes,
    double[][] similarity,
    List<String> roles,
    Settings settings) {

  /**
   * What the weightings are set by.
   *
   * @param kappa how many forecasts make a record count half
   * @param epsilon added to a variance
   * @param cutoff the least calibration that counts
   * @param halfLife the age at which an opinion counts half
   */
  public record Settings(double kappa, double epsilon, double cutoff, double halfLife) {
    public static final Settings USUAL = new Settings(4, 1e-4, 0, 1);

    public Settings {
      Checks.within(kappa, 0, Double.MAX_VALUE, "kappa", "invalid_input");
      Checks.positive(epsilon, "epsilon", "invalid_input");
      Checks.within(cutoff, 0, 1, "cutoff", "invalid_input");
      Checks.positive(halfLife, "half_life", "invalid_input");
    }
  }

  public Panel {
    if (p.length == 0) {
      throw new Refusal("empty_input", "there is no opinion");
    }
    for (double opinion : p) {
      Checks.within(opinion, 0, 1, "a probability", "invalid_probability");
    }
    data(expertise, p.length, "expertise", Double.MAX_VALUE);
    data(confidence, p.length, "confidence", 1);
    data(meanBrier, p.length, "mean_brier", 1);
    data(resolved, p.length, "resolved", Double.MAX_VALUE);
    data(variance, p.length, "variance", Double.MAX_VALUE);
    data(age, p.length, "age", Double.MAX_VALUE);
    data(predictedYes, p.length, "predicted_yes", 1);
    if (!roles.isEmpty() && roles.size() != p.length) {
      throw new Refusal("invalid_input", "roles must have one for each opinion");
    }
    roles = List.copyOf(roles);
  }

  private static void data(double[] values, int opinions, String name, double most) {
    if (values.length > 0) {
      Checks.length(values, opinions, name, "invalid_input");
    }
    for (double value : values) {
      if (!Double.isNaN(value)) {
        Checks.within(value, 0, most, name, "invalid_input");
      }
    }
  }

  int size() {
    return p.length;
  }

  /** A datum for each; NaN for all where nobody has it. */
  double[] orMissing(double[] values) {
    if (values.length > 0) {
      return values;
    }
    double[] missing = new double[size()];
    Arrays.fill(missing, Double.NaN);
    return missing;
  }
}
