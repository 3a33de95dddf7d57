package io.lida.science;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction in lowest terms, so that two of three votes are two thirds and not nearly so.
 *
 * @param denominator positive
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
  public static final Ratio ZERO = of(0, 1);
  public static final Ratio ONE = of(1, 1);

  private static final MathContext BEYOND_DOUBLE = new MathContext(40);
  private static final int LONGEST = 64;
  private static final int FINEST = 400;

  public Ratio {
    if (denominator.signum() <= 0) {
      throw new Refusal("invalid_ratio", "a ratio needs a positive denominator");
    }
    BigInteger common = numerator.gcd(denominator);
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  /** The fraction of two whole numbers. */
  public static Ratio of(long numerator, long denominator) {
    return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The shortest decimal that reads as this finite number, exactly: 0.7 is seven tenths. */
  public static Ratio of(double value) {
    return parse(Double.toString(value));
  }

  /**
   * Reads {@code 2/3} or a decimal such as {@code 0.7}, both exactly.
   *
   * @throws Refusal {@code invalid_ratio} for anything else
   */
  public static Ratio parse(String text) {
    try {
      if (text.length() > LONGEST) {
        throw malformed(text);
      }
      int slash = text.indexOf('/');
      return slash < 0
          ? decimal(text)
          : new Ratio(
              new BigInteger(text.substring(0, slash).strip()),
              new BigInteger(text.substring(slash + 1).strip()));
    } catch (NumberFormatException malformed) {
      throw malformed(text);
    }
  }

  private static Ratio decimal(String text) {
    BigDecimal decimal = new BigDecimal(text.strip());
    if (Math.abs((long) decimal.scale()) > FINEST) {
      throw malformed(text);
    }
    return decimal.scale() <= 0
        ? new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  private static Refusal malformed(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return new Refusal("invalid_ratio", "not a fraction such as 2/3 or 0.7: " + shown);
  }

  public Ratio plus(Ratio other) {
    return new Ratio(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Ratio times(Ratio other) {
    return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The quotient; the other must not be 0. */
  public Ratio dividedBy(Ratio other) {
    return times(
        other.signum() < 0
            ? new Ratio(other.denominator.negate(), other.numerator.negate())
            : new Ratio(other.denominator, other.numerator));
  }

  /** -1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** The nearest double, or one beside it. */
  public double value() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), BEYOND_DOUBLE)
        .doubleValue();
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
