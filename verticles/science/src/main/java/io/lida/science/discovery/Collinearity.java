package io.lida.science.discovery;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Refuses by name a variable that others settle. */
final class Collinearity {
  /** The least share of its variance that a variable must have for itself. */
  private static final double LEAST = 1e-9;

  private static final double NOTHING = 1e-6;

  private Collinearity() {}

  /**
   * Regresses each variable on those before it, then on all others.
   *
   * @throws Refusal {@code collinear}, or {@code invalid_covariance} where less than nothing is
   *     left of a variance
   */
  static void refuse(List<String> names, double[][] correlation) {
    int size = correlation.length;
    for (int place = 1; place < size; place++) {
      refuse(names, correlation, IntStream.range(0, place).toArray(), place);
    }
    for (int place = 0; place < size; place++) {
      int own = place;
      int[] others = IntStream.range(0, size).filter(other -> other != own).toArray();
      refuse(names, correlation, others, place);
    }
  }

  private static void refuse(List<String> names, double[][] correlation, int[] others, int effect) {
    double[] weights = Elimination.weights(correlation, others, effect);
    double own = 1;
    List<String> settling = new ArrayList<>();
    for (int i = 0; i < others.length; i++) {
      own -= weights[i] * correlation[effect][others[i]];
      if (Math.abs(weights[i]) > NOTHING) {
        settling.add(names.get(others[i]));
      }
    }
    if (own < -NOTHING) {
      throw new Refusal(
          "invalid_covariance", "nothing varies with the others as " + names.get(effect) + " does");
    }
    if (own < LEAST) {
      throw new Refusal(
          "collinear",
          names.get(effect)
              + " says the same as "
              + String.join(" and ", settling)
              + "; leave one of them out");
    }
  }
}
