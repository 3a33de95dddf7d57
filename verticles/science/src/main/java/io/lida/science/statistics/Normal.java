package io.lida.science.statistics;

import org.hipparchus.special.Erf;

/** The normal distribution of mean 0 and deviation 1. */
final class Normal {
  private Normal() {}

  /** The share below z. */
  static double share(double z) {
    return Erf.erfc(-z / Math.sqrt(2)) / 2;
  }

  /** Below which a share lies; above 0 and below 1. */
  static double quantile(double share) {
    return -Math.sqrt(2) * Erf.erfcInv(2 * share);
  }
}
