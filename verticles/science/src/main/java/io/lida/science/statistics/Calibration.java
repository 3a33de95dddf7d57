package io.lida.science.statistics;

import io.lida.science.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a Brier score comes from (Murphy 1973): {@code reliability - resolution + uncertainty +
 * within}.
 *
 * @param bins those with forecasts, rising
 * @param reliability {@code sum n_k (f_k - o_k)^2 / n}: how far forecasts are from what came; 0 is
 *     best
 * @param resolution {@code sum n_k (o_k - o)^2 / n}: how well they part what came; larger is better
 * @param uncertainty {@code o (1 - o)}: how hard it was
 * @param within what forecasts that share a bin add by differing, their variance less twice their
 *     covariance with what came (Stephenson, Coelho and Jolliffe 2008); 0 where all are the same
 */
public record Calibration(
    List<Bin> bins, double reliability, double resolution, double uncertainty, double within) {
  private static final int MOST = 1_000_000;

  /**
   * Forecasts of one range.
   *
   * @param low included
   * @param high excluded, but for 1
   * @param count at least 1
   * @param forecast the mean
   * @param observed the share of yes
   */
  public record Bin(double low, double high, int count, double forecast, double observed) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /** Parts the range from 0 to 1 into bins of equal width. */
  public static Calibration of(Forecasts forecasts, int bins) {
    Checks.within(bins, 1, MOST, "bins", "invalid_input");
    int[] counts = new int[bins];
    double[] sums = new double[bins];
    double[] yes = new double[bins];
    double all = 0;
    for (int i = 0; i < forecasts.outcomes().length; i++) {
      int bin = bin(forecasts.probabilities()[i], bins);
      counts[bin]++;
      sums[bin] += forecasts.probabilities()[i];
      yes[bin] += forecasts.outcomes()[i];
      all += forecasts.outcomes()[i];
    }
    List<Bin> filled = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (counts[bin] > 0) {
        double low = (double) bin / bins;
        double high = (bin + 1.0) / bins;
        filled.add(
            new Bin(low, high, counts[bin], sums[bin] / counts[bin], yes[bin] / counts[bin]));
      }
    }
    return of(forecasts, filled, all / forecasts.outcomes().length);
  }

  private static Calibration of(Forecasts forecasts, List<Bin> bins, double yes) {
    double n = forecasts.outcomes().length;
    double reliability = 0;
    double resolution = 0;
    for (Bin bin : bins) {
      double share = bin.count() / n;
      reliability += share * square(bin.forecast() - bin.observed());
      resolution += share * square(bin.observed() - yes);
    }
    double uncertainty = yes * (1 - yes);
    double within = forecasts.brier() - (reliability - resolution + uncertainty);
    return new Calibration(bins, reliability, resolution, uncertainty, within);
  }

  /** Which bin a forecast is of by its bounds as they are written, whatever a product rounds to. */
  private static int bin(double p, int bins) {
    int bin = (int) (p * bins);
    if (bin < bins && p >= (bin + 1.0) / bins) {
      bin++;
    } else if (p < (double) bin / bins) {
      bin--;
    }
    return Math.min(bins - 1, bin);
  }

  private static double square(double value) {
    return value * value;
  }
}
