package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * Cooke's classical model (1991) for probabilities of yes-or-no questions: forecasts are sorted
 * into bins, and each bin's frequency is tested against its mean forecast.
 *
 * <p>Calibration is {@code 1 - F(2 sum_b n_b KL(s_b, p_b))}, F the chi-square distribution with as
 * many degrees of freedom as bins are filled, s the frequency of a yes in a bin and p the mean
 * forecast; information is the mean over questions of {@code ln 2 - H(p)}, against a coin.
 *
 * @param calibration from 0 to 1; NaN for who forecast nothing
 * @param information from 0 to ln 2; NaN likewise
 */
record CalibratedForecasts(double[] calibration, double[] information) {
  private static final int BINS = 5;
  private static final double EPSILON = 1e-6;

  /**
   * The scores.
   *
   * @param forecasts by forecaster and question; NaN where one gave none
   * @param outcomes 0 or 1
   */
  static CalibratedForecasts of(double[][] forecasts, double[] outcomes) {
    if (forecasts.length == 0 || outcomes.length == 0) {
      throw new Refusal("empty_input", "there are no forecasts of resolved questions");
    }
    double[] calibration = new double[forecasts.length];
    double[] information = new double[forecasts.length];
    for (int i = 0; i < forecasts.length; i++) {
      Checks.length(forecasts[i], outcomes.length, "each forecaster's row", "invalid_input");
      calibration[i] = calibration(forecasts[i], outcomes);
      information[i] = information(forecasts[i]);
    }
    return new CalibratedForecasts(calibration, information);
  }

  private static double calibration(double[] forecasts, double[] outcomes) {
    double[] counts = new double[BINS];
    double[] yes = new double[BINS];
    double[] sums = new double[BINS];
    for (int question = 0; question < outcomes.length; question++) {
      double p = forecasts[question];
      if (!Double.isNaN(p)) {
        int bin = (int) Math.min(BINS - 1, Math.floor(p * BINS));
        counts[bin]++;
        yes[bin] += outcomes[question];
        sums[bin] += p;
      }
    }
    double statistic = 0;
    int filled = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        filled++;
        double mean = Math.clamp(sums[bin] / counts[bin], EPSILON, 1 - EPSILON);
        statistic += 2 * counts[bin] * divergence(yes[bin] / counts[bin], mean);
      }
    }
    if (filled == 0) {
      return Double.NaN;
    }
    return statistic <= 0
        ? 1
        : Math.clamp(Gamma.regularizedGammaQ(filled / 2.0, statistic / 2), 0, 1);
  }

  private static double divergence(double s, double p) {
    return part(s, p) + part(1 - s, 1 - p);
  }

  private static double part(double s, double p) {
    return s == 0 ? 0 : s * Math.log(s / p);
  }

  private static double information(double[] forecasts) {
    return Arrays.stream(forecasts)
        .filter(p -> !Double.isNaN(p))
        .map(p -> divergence(p, 0.5))
        .average()
        .orElse(Double.NaN);
  }

  double[] raw() {
    double[] raw = new double[calibration.length];
    Arrays.setAll(raw, i -> calibration[i] * information[i]);
    return raw;
  }
}
