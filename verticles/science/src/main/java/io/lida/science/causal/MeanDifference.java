package io.lida.science.causal;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A difference of means with its interval.
 *
 * @param interval absent where an arm has one unit, of which no spread can be known
 */
public record MeanDifference(double effect, Optional<Interval> interval) {

  /**
   * How sure one can be.
   *
   * @param df degrees of freedom
   * @param low the lower end of the confidence interval
   * @param high the upper end
   */
  public record Interval(double se, double df, double low, double high) {}

  /** What is known of one arm; the standard deviation is that of a sample. */
  public record Arm(double mean, double sd, double n) {
    public Arm {
      Checks.finite(mean, "invalid_input");
      Checks.within(sd, 0, Double.MAX_VALUE, "sd", "invalid_input");
      Checks.within(n, 1, 1e15, "n", "invalid_input");
    }

    /** Of values, at least one. */
    public static Arm of(double[] values) {
      double mean = Arrays.stream(Checks.finite(values, "invalid_input")).average().orElseThrow();
      double squares = Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
      double sd = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
      return new Arm(mean, sd, values.length);
    }
  }

  /** Two arms, by Welch's t interval (Neyman 1923; Welch 1947). */
  public static MeanDifference welch(Arm treated, Arm control, double level) {
    double effect = treated.mean() - control.mean();
    if (treated.n() < 2 || control.n() < 2) {
      return new MeanDifference(effect, Optional.empty());
    }
    double one = treated.sd() * treated.sd() / treated.n();
    double other = control.sd() * control.sd() / control.n();
    double variance = one + other;
    double df =
        variance == 0
            ? treated.n() + control.n() - 2
            : variance
                * variance
                / (one * one / (treated.n() - 1) + other * other / (control.n() - 1));
    return around(effect, Math.sqrt(variance), df, level);
  }

  /** Differences of pairs, by Student's t interval (Student 1908). */
  public static MeanDifference paired(double[] differences, double level) {
    Arm all = Arm.of(differences);
    return all.n() < 2
        ? new MeanDifference(all.mean(), Optional.empty())
        : around(all.mean(), all.sd() / Math.sqrt(all.n()), all.n() - 1, level);
  }

  private static MeanDifference around(double effect, double se, double df, double level) {
    if (!(level > 0 && level < 1)) {
      throw new Refusal("invalid_input", "the level must be above 0 and below 1, not " + level);
    }
    double reach =
        se == 0 ? 0 : se * new TDistribution(df).inverseCumulativeProbability((1 + level) / 2);
    return new MeanDifference(
        effect, Optional.of(new Interval(se, df, effect - reach, effect + reach)));
  }
}
