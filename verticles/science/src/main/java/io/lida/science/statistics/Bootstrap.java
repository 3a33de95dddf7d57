package io.lida.science.statistics;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * What an estimate might have been: the same statistic of units drawn with replacement, as many as
 * there are (Efron 1979).
 *
 * <p>Units are drawn whole. Where observations hang together, as the turns of a run do, the unit is
 * the run with all its turns, not the turn.
 *
 * @param estimate of the units as they are
 * @param draws of the units drawn, rising
 * @param leftOut of the units without each, in their order
 */
public record Bootstrap(double estimate, double[] draws, double[] leftOut) {
  /** As many draws as an interval wants. */
  public static final int DRAWS = 2_000;

  /** Between its bounds the true value lies with the probability asked for. */
  public record Interval(double low, double high) {}

  /**
   * Draws.
   *
   * @param units at least two; {@code empty_input} or {@code too_few} otherwise
   * @param statistic of a list of units, in which some may be there several times and others not
   * @param draws at least one
   * @param random whose seed decides the result
   * @throws Refusal {@code undefined} where the statistic of some units is not finite, as of an arm
   *     of which none was drawn
   */
  public static <T> Bootstrap of(
      List<T> units, ToDoubleFunction<List<T>> statistic, int draws, RandomGenerator random) {
    if (units.isEmpty()) {
      throw new Refusal("empty_input", "there are no units");
    }
    if (units.size() < 2) {
      throw new Refusal("too_few", "one unit alone does not vary");
    }
    Checks.within(draws, 1, Integer.MAX_VALUE, "draws", "invalid_input");
    double estimate = finite(statistic.applyAsDouble(List.copyOf(units)));
    double[] drawn = new double[draws];
    Arrays.setAll(drawn, draw -> finite(statistic.applyAsDouble(resampled(units, random))));
    Arrays.sort(drawn);
    double[] leftOut = new double[units.size()];
    Arrays.setAll(leftOut, unit -> finite(statistic.applyAsDouble(without(units, unit))));
    return new Bootstrap(estimate, drawn, leftOut);
  }

  private static <T> List<T> resampled(List<T> units, RandomGenerator random) {
    List<T> drawn = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      drawn.add(units.get(random.nextInt(units.size())));
    }
    return drawn;
  }

  private static <T> List<T> without(List<T> units, int place) {
    List<T> others = new ArrayList<>(units);
    others.remove(place);
    return others;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new Refusal("undefined", "the statistic of some of the units is " + value);
    }
    return value;
  }

  /** The standard deviation of the draws, with one less than their number; 0 of a single one. */
  public double se() {
    double mean = DoubleStream.of(draws).average().orElseThrow();
    double squares = DoubleStream.of(draws).map(draw -> (draw - mean) * (draw - mean)).sum();
    return Math.sqrt(squares / Math.max(1, draws.length - 1));
  }

  /** From the share (1 - level) / 2 of the draws to as much below the largest. */
  public Interval percentile(double level) {
    double tail = tail(level);
    return new Interval(quantile(tail), quantile(1 - tail));
  }

  /**
   * The same, corrected for bias and for how the spread changes with the value (Efron 1987): the
   * shares are {@code Phi(z0 + (z0 + z) / (1 - a (z0 + z)))}, with z0 from the share of draws below
   * the estimate, those equal to it counted half, and a from the units left out.
   *
   * @throws Refusal {@code undefined} where all draws are on one side of the estimate, or the
   *     correction has no end
   */
  public Interval bca(double level) {
    double z = Normal.quantile(tail(level));
    return new Interval(quantile(corrected(z)), quantile(corrected(-z)));
  }

  private static double tail(double level) {
    Checks.within(level, Double.MIN_VALUE, Math.nextDown(1.0), "level", "invalid_input");
    return (1 - level) / 2;
  }

  private double corrected(double z) {
    double shifted = bias() + z;
    double room = 1 - acceleration() * shifted;
    if (room <= 0) {
      throw new Refusal("undefined", "the spread changes too fast with the value");
    }
    return Normal.share(bias() + shifted / room);
  }

  /** z0: by how many deviations the draws lie below the estimate. */
  double bias() {
    double below = 0;
    for (double draw : draws) {
      below += draw < estimate ? 1 : draw == estimate ? 0.5 : 0;
    }
    if (below == 0 || below == draws.length) {
      throw new Refusal("undefined", "all draws are on one side of the estimate");
    }
    return Normal.quantile(below / draws.length);
  }

  /** a: a sixth of the skewness of the estimates without each; 0 where none differs. */
  double acceleration() {
    double mean = DoubleStream.of(leftOut).average().orElseThrow();
    double squares = 0;
    double cubes = 0;
    for (double one : leftOut) {
      squares += (mean - one) * (mean - one);
      cubes += (mean - one) * (mean - one) * (mean - one);
    }
    double scale = Math.pow(squares, 1.5);
    return scale == 0 ? 0 : cubes / (6 * scale);
  }

  /** The draw at {@code (B + 1) share}, between two in proportion, never beyond the last. */
  private double quantile(double share) {
    double place = Math.clamp((draws.length + 1) * share - 1, 0, draws.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, draws.length - 1);
    return draws[below] + (place - below) * (draws[above] - draws[below]);
  }
}
