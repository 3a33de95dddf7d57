package io.lida.science.discovery;

import io.lida.science.Refusal;
import org.hipparchus.special.Erf;

/**
 * Whether two variables are independent given others: {@code z = atanh(r) sqrt(n - k - 3)} of the
 * partial correlation given k others against the normal distribution, on both sides (Fisher 1924).
 *
 * <p>Exact for Gaussian variables. Counts what it is asked, and at {@value #MOST} questions refuses
 * ({@code too_large}): the graph is then too dense to be searched. For one thread.
 */
final class FisherZ {
  private static final long MOST = 20_000_000;

  private final Covariance covariance;
  private long asked;

  FisherZ(Covariance covariance) {
    this.covariance = covariance;
  }

  /** How often independent variables are farther from 0, from 0 to 1. */
  double p(int x, int y, int[] given) {
    if (++asked > MOST) {
      throw new Refusal("too_large", "too much depends on too much: more than " + MOST + " tests");
    }
    double z = Math.abs(atanh(r(x, y, given)));
    return Erf.erfc(z * Math.sqrt(covariance.n() - given.length - 3) / Math.sqrt(2));
  }

  /** The partial correlation, strictly between -1 and 1. */
  double r(int x, int y, int[] given) {
    double[][] left = covariance.left(given, x, y);
    double r = left[0][1] / Math.sqrt(left[0][0] * left[1][1]);
    return Math.clamp(r, Math.nextUp(-1.0), Math.nextDown(1.0));
  }

  private static double atanh(double r) {
    return (Math.log1p(r) - Math.log1p(-r)) / 2;
  }
}
