package io.lida.science.dynamics;

import java.util.Arrays;
import java.util.Random;

/** Matrices for properties. */
final class Matrices {
  private Matrices() {}

  /** Positive, so that there is one group without a period. */
  static double[][] stochastic(int n, Random random) {
    double[][] w = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] raw = random.doubles(n, 0.01, 1).toArray();
      double sum = Arrays.stream(raw).sum();
      w[i] = Arrays.stream(raw).map(share -> share / sum).toArray();
    }
    return w;
  }
}
