package io.lida.science.dynamics;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/** Influence that reaches only so far: who thinks too differently is not heard. */
public final class BoundedConfidence {
  private static final double CLOSED = 1e-12;
  private static final double STILL = 1e-9;
  private static final int MOST_STEPS = 10_000;

  private BoundedConfidence() {}

  /**
   * Where opinions came to.
   *
   * @param steps that were taken
   * @param converged whether nothing moved by 1e-9 or more in the last of them
   */
  public record Course(double[] opinions, int steps, boolean converged) {}

  /**
   * Everybody takes the mean of those within {@code epsilon}, themselves included, the bound
   * included within 1e-12, until nothing moves or for 10,000 steps (Hegselmann and Krause 2002).
   *
   * @param epsilon one bound for each opinion, or one for all; at least 0
   */
  public static Course hegselmannKrause(double[] x0, double... epsilon) {
    double[] x = Checks.finite(x0, "invalid_input").clone();
    if (epsilon.length != 1) {
      Checks.length(epsilon, x.length, "epsilon", "invalid_input");
    }
    for (double bound : epsilon) {
      Checks.within(bound, 0, Double.MAX_VALUE, "epsilon", "invalid_input");
    }
    for (int step = 1; step <= MOST_STEPS; step++) {
      double[] next = step(x, epsilon);
      boolean still = change(x, next) < STILL;
      x = next;
      if (still) {
        return new Course(x, step, true);
      }
    }
    return new Course(x, MOST_STEPS, false);
  }

  private static double[] step(double[] x, double[] epsilon) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double bound = (epsilon.length == 1 ? epsilon[0] : epsilon[i]) + CLOSED;
      double sum = 0;
      int heard = 0;
      for (double other : x) {
        if (Math.abs(other - x[i]) <= bound) {
          sum += other;
          heard++;
        }
      }
      next[i] = sum / heard;
    }
    return next;
  }

  private static double change(double[] x, double[] next) {
    double most = 0;
    for (int i = 0; i < x.length; i++) {
      most = Math.max(most, Math.abs(next[i] - x[i]));
    }
    return most;
  }

  /**
   * Two who meet move towards each other by {@code mu} of their difference, if it is below {@code
   * epsilon} (Deffuant, Neau, Amblard and Weisbuch 2000).
   *
   * @param mu above 0, at most 1/2
   */
  public static double[] deffuant(double[] pair, double epsilon, double mu) {
    Checks.length(Checks.finite(pair, "invalid_input"), 2, "x", "invalid_input");
    Checks.within(epsilon, 0, Double.MAX_VALUE, "epsilon", "invalid_input");
    if (!(mu > 0 && mu <= 0.5)) {
      throw new Refusal("invalid_input", "mu must be above 0 and at most 0.5, not " + mu);
    }
    double difference = pair[1] - pair[0];
    return Math.abs(difference) < epsilon
        ? new double[] {pair[0] + mu * difference, pair[1] - mu * difference}
        : pair.clone();
  }
}
