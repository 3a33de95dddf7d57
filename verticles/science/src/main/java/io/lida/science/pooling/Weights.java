package io.lida.science.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shares of several opinions, summing to 1.
 *
 * @param shares one for each opinion
 * @param flags {@code weights_missing=mean} when some had no datum and got the mean of the others',
 *     {@code weights_missing=equal} when nobody had one, {@code weights_fallback=equal} when all
 *     weighed nothing
 */
public record Weights(double[] shares, List<String> flags) {
  static final String FALLBACK = "weights_fallback=equal";

  /** The same for each of n. */
  static Weights equal(int n, List<String> flags) {
    double[] shares = new double[n];
    Arrays.fill(shares, 1.0 / n);
    return new Weights(shares, flags);
  }

  /** Raw weights made to sum to 1; NaN stands for a datum that is missing. */
  static Weights of(double[] raw) {
    double mean = Arrays.stream(raw).filter(weight -> !Double.isNaN(weight)).average().orElse(-1);
    if (mean < 0) {
      return equal(raw.length, List.of("weights_missing=equal"));
    }
    List<String> flags = new ArrayList<>();
    double[] filled = raw.clone();
    for (int i = 0; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        filled[i] = mean;
        flags = new ArrayList<>(List.of("weights_missing=mean"));
      }
    }
    double most = Arrays.stream(filled).max().orElseThrow();
    if (most == 0) {
      flags.add(FALLBACK);
      return equal(raw.length, List.copyOf(flags));
    }
    double sum = Arrays.stream(filled).map(weight -> weight / most).sum();
    double[] shares = Arrays.stream(filled).map(weight -> weight / most / sum).toArray();
    return new Weights(shares, List.copyOf(flags));
  }
}
