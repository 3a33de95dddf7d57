package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * Cooke's classical model (1991): experts state quantiles of seed questions, and count by how well
 * those fit and how much they say.
 *
 * <p>Calibration is {@code 1 - F(2 N sum s ln(s/p))}, F the chi-square distribution and s the
 * shares of realisations between the quantiles; information the mean over questions of {@code sum p
 * ln(p (U-L)/(q_b - q_(b-1)))} within a range that all quantiles and the realisation span, widened
 * at each end.
 *
 * @param calibration from 0 to 1
 * @param information at least 0 but for rounding
 * @param cutoff the least calibration that counts
 */
public record Cooke(double[] calibration, double[] information, double cutoff) {
  private static final double[] USUAL = {0.05, 0.45, 0.45, 0.05};
  private static final double OVERSHOOT = 0.1;

  /** With quantiles at 5, 50 and 95 %, and a range widened by a tenth. */
  public static Cooke of(double[][][] quantiles, double[] realizations, double cutoff) {
    return of(quantiles, realizations, USUAL, OVERSHOOT, cutoff);
  }

  /**
   * The scores.
   *
   * @param quantiles by expert, question and quantile, rising; {@code invalid_quantiles} otherwise
   * @param probabilities between the quantiles, below the first and above the last; sum to 1
   * @param overshoot by which share of its length the range is widened at each end, above 0
   */
  public static Cooke of(
      double[][][] quantiles,
      double[] realizations,
      double[] probabilities,
      double overshoot,
      double cutoff) {
    checked(quantiles, realizations, probabilities);
    Checks.positive(overshoot, "the overshoot", "invalid_input");
    Checks.within(cutoff, 0, 1, "the cutoff", "invalid_input");
    double[] calibration = new double[quantiles.length];
    double[] information = new double[quantiles.length];
    for (int expert = 0; expert < quantiles.length; expert++) {
      calibration[expert] = calibration(quantiles[expert], realizations, probabilities);
      for (int question = 0; question < realizations.length; question++) {
        double[] range = range(quantiles, question, realizations[question], overshoot);
        information[expert] +=
            information(quantiles[expert][question], range, probabilities) / realizations.length;
      }
    }
    return new Cooke(calibration, information, cutoff);
  }

  private static void checked(double[][][] quantiles, double[] realizations, double[] p) {
    String code = "invalid_quantiles";
    if (quantiles.length == 0 || realizations.length == 0) {
      throw new Refusal("empty_input", "there are no experts or no seed questions");
    }
    for (double share : Checks.finite(p, "invalid_probability")) {
      Checks.positive(share, "a probability", "invalid_probability");
    }
    if (Math.abs(Arrays.stream(p).sum() - 1) > 1e-9) {
      throw new Refusal("invalid_probability", "the probabilities must sum to 1");
    }
    Checks.finite(realizations, "invalid_input");
    for (double[][] expert : quantiles) {
      if (expert.length != realizations.length) {
        throw new Refusal(code, "each expert must answer each seed question");
      }
      for (double[] stated : expert) {
        Checks.length(Checks.finite(stated, code), p.length - 1, "each answer", code);
        for (int b = 1; b < stated.length; b++) {
          if (!(stated[b] > stated[b - 1])) {
            throw new Refusal(code, "quantiles must rise, and " + stated[b] + " does not");
          }
        }
      }
    }
  }

  private static double calibration(double[][] stated, double[] realizations, double[] p) {
    double[] shares = new double[p.length];
    for (int question = 0; question < realizations.length; question++) {
      double real = realizations[question];
      int bin = (int) Arrays.stream(stated[question]).filter(quantile -> quantile < real).count();
      shares[bin] += 1.0 / realizations.length;
    }
    double divergence = 0;
    for (int b = 0; b < p.length; b++) {
      divergence += shares[b] == 0 ? 0 : shares[b] * Math.log(shares[b] / p[b]);
    }
    double statistic = Math.max(0, 2 * realizations.length * divergence);
    return statistic == 0
        ? 1
        : Math.clamp(Gamma.regularizedGammaQ((p.length - 1) / 2.0, statistic / 2), 0, 1);
  }

  private static double[] range(
      double[][][] quantiles, int question, double realization, double overshoot) {
    double least = realization;
    double most = realization;
    for (double[][] expert : quantiles) {
      least = Math.min(least, expert[question][0]);
      most = Math.max(most, expert[question][expert[question].length - 1]);
    }
    double more = overshoot * (most - least);
    return new double[] {least - more, most + more};
  }

  private static double information(double[] stated, double[] range, double[] p) {
    double information = 0;
    double before = range[0];
    for (int b = 0; b < p.length; b++) {
      double end = b < stated.length ? stated[b] : range[1];
      information += p[b] * Math.log(p[b] * (range[1] - range[0]) / (end - before));
      before = end;
    }
    return information;
  }

  double[] raw() {
    double[] raw = new double[calibration.length];
    Arrays.setAll(
        raw, i -> calibration[i] >= cutoff ? calibration[i] * Math.max(0, information[i]) : 0);
    return raw;
  }

  /** Shares of calibration times information. */
  public Weights weights() {
    return Weights.of(raw());
  }
}
