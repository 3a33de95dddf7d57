package io.lida.science.dynamics;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/**
 * Agreement in an ordered rating scale: van der Eijk's A (2001), from -1 (half at each end) over 0
 * (all ratings alike often) to 1 (one rating only).
 *
 * <p>The counts are taken apart into layers, each a set of ratings that are there or not; A is the
 * mean of the layers' agreement, weighed by their share of the counts.
 */
public final class Agreement {
  private Agreement() {}

  /**
   * The agreement.
   *
   * @param counts how many gave each rating, in the order of the scale; at least two ratings
   * @throws Refusal {@code empty_input} when nobody gave any, {@code invalid_input} for a scale of
   *     one rating and for negative counts
   */
  public static double of(double... counts) {
    double all = 0;
    for (double count : Checks.finite(counts, "invalid_input")) {
      all += Checks.within(count, 0, Double.MAX_VALUE, "a count", "invalid_input");
    }
    if (counts.length < 2) {
      throw new Refusal("invalid_input", "a scale has at least two ratings");
    }
    if (all == 0) {
      throw new Refusal("empty_input", "nobody gave any rating");
    }
    double[] left = counts.clone();
    double agreement = 0;
    for (double least = least(left); least > 0; least = least(left)) {
      boolean[] layer = new boolean[left.length];
      int size = 0;
      for (int i = 0; i < left.length; i++) {
        layer[i] = left[i] > 0;
        left[i] -= layer[i] ? least : 0;
        size += layer[i] ? 1 : 0;
      }
      agreement += least * size / all * unimodality(layer) * concentration(size, left.length);
    }
    return agreement;
  }

  /** The smallest count that is left; 0 when none is. */
  private static double least(double[] counts) {
    double least = 0;
    for (double count : counts) {
      least = count > 0 && (least == 0 || count < least) ? count : least;
    }
    return least;
  }

  private static double concentration(int size, int ratings) {
    return 1 - (size - 1.0) / (ratings - 1);
  }

  /** {@code ((K-2) TU - (K-1) TDU) / ((K-2)(TU + TDU))} over all triples of ratings in order. */
  private static double unimodality(boolean[] layer) {
    int k = layer.length;
    double unimodal = 0;
    double bimodal = 0;
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        for (int l = j + 1; l < k; l++) {
          if (layer[i] && !layer[j] && layer[l]) {
            bimodal++;
          } else if (layer[j] && layer[i] != layer[l]) {
            unimodal++;
          }
        }
      }
    }
    return unimodal + bimodal == 0
        ? 1
        : ((k - 2) * unimodal - (k - 1) * bimodal) / ((k - 2) * (unimodal + bimodal));
  }
}
