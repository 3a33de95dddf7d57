package io.lida.deliberation;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction, so that two of three votes are two thirds and not nearly so.
 *
 * @param denominator positive
 */
record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
  Ratio {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("a ratio needs a positive denominator");
    }
  }

  static Ratio of(long numerator, long denominator) {
    return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * Reads {@code 2/3} or a decimal such as {@code 0.7}, both exactly.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Ratio parse(String text) {
    try {
      int slash = text.indexOf('/');
      if (slash < 0) {
        BigDecimal decimal = new BigDecimal(text.strip());
        if (Math.abs((long) decimal.scale()) > 18) {
          throw new IllegalArgumentException("not a share: " + text);
        }
        BigDecimal scaled = decimal.setScale(Math.max(decimal.scale(), 0));
        return new Ratio(scaled.unscaledValue(), BigInteger.TEN.pow(scaled.scale()));
      }
      return new Ratio(
          new BigInteger(text.substring(0, slash).strip()),
          new BigInteger(text.substring(slash + 1).strip()));
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException("not a share: " + text, malformed);
    }
  }

  /** Whether a floating-point share meets this bound, up to 1e-12. */
  boolean metBy(double share) {
    return share >= value() - 1e-12;
  }

  double value() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
