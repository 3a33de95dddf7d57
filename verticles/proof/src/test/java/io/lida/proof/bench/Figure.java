package io.lida.proof.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside its floor.
 *
 * @param value what LIDA took
 * @param floor what the same work took without it, in the same run; absent where there is no floor
 * @param ratio value over floor
 * @param target what is aimed at, in words
 * @param met whether it is; absent for a figure without a target
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figure(
    String name,
    String unit,
    double value,
    @Nullable Double floor,
    @Nullable Double ratio,
    String target,
    @Nullable Boolean met) {

  /** A figure nothing is asked of. */
  static Figure told(String name, String unit, double value) {
    return new Figure(name, unit, value, null, null, "", null);
  }

  /** A figure of its own that should not exceed a bound. */
  static Figure atMost(String name, String unit, double value, double bound) {
    return new Figure(name, unit, value, null, null, "<= " + plain(bound), value <= bound);
  }

  /** A figure of its own that should reach a bound. */
  static Figure atLeast(String name, String unit, double value, double bound) {
    return new Figure(name, unit, value, null, null, ">= " + plain(bound), value >= bound);
  }

  /** The same, with the floor and the ratio to it shown. */
  Figure beside(double floor) {
    return new Figure(name, unit, value, floor, value / floor, target, met);
  }

  /** A figure that should be at most so many times its floor. */
  static Figure atMostTimes(String name, String unit, double value, double floor, double times) {
    double ratio = value / floor;
    String target = "<= " + plain(times) + " x";
    return new Figure(name, unit, value, floor, ratio, target, ratio <= times);
  }

  /** A figure that should be at least so many times its floor. */
  static Figure atLeastTimes(String name, String unit, double value, double floor, double times) {
    double ratio = value / floor;
    String target = ">= " + plain(times) + " x";
    return new Figure(name, unit, value, floor, ratio, target, ratio >= times);
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? String.format("%,d", (long) bound) : String.valueOf(bound);
  }
}
