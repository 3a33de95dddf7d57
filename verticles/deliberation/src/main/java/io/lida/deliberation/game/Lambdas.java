package io.lida.deliberation.game;

import java.util.ArrayList;
import java.util.List;

/** Rising lambdas along which quantal responses are followed. */
final class Lambdas {
  private static final double FIRST = 0.01;
  private static final double RATIO = 1.15;

  private Lambdas() {}

  /** From 0 in steps that grow by 15 per cent, and then the last. */
  static double[] upTo(double last) {
    List<Double> lambdas = new ArrayList<>(List.of(0.0));
    for (double lambda = FIRST; lambda < last; lambda *= RATIO) {
      lambdas.add(lambda);
    }
    if (last > 0) {
      lambdas.add(last);
    }
    return lambdas.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Even steps between two. */
  static double[] between(double from, double to, int steps) {
    double[] lambdas = new double[steps + 1];
    for (int step = 0; step <= steps; step++) {
      lambdas[step] = from + (to - from) * step / steps;
    }
    return lambdas;
  }
}
