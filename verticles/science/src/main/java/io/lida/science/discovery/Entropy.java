package io.lida.science.discovery;

/**
 * The entropy of a standardised column by how far two means of it are from those of a Gaussian
 * (Hyvarinen 1998): {@code (1 + ln 2 pi) / 2 - 79.047 (E ln cosh u - .37457)^2 - 7.4129 (E u
 * exp(-u^2/2))^2}.
 */
final class Entropy {
  private static final double GAUSSIAN = (1 + Math.log(2 * Math.PI)) / 2;
  private static final double LN_2 = Math.log(2);

  private Entropy() {}

  static double of(double[] standardised) {
    double heavy = 0;
    double skewed = 0;
    for (double u : standardised) {
      heavy += Math.abs(u) + Math.log1p(Math.exp(-2 * Math.abs(u))) - LN_2;
      skewed += u * Math.exp(-u * u / 2);
    }
    double heavyMean = heavy / standardised.length - 0.37457;
    double skewedMean = skewed / standardised.length;
    return GAUSSIAN - 79.047 * heavyMean * heavyMean - 7.4129 * skewedMean * skewedMean;
  }
}
