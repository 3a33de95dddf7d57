package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.dynamics.Degroot;
import java.util.Arrays;

/**
 * Influence in the long run of a group in which each trusts some: {@code lim (1/n) 1' ((T+I)/2)^k},
 * which is the left eigenvector where all hear all, however many lie between.
 */
final class Trust {
  private Trust() {}

  /** Shares; rows of trust need not sum to 1, and who trusts nobody trusts themselves. */
  static double[] of(double[][] trust) {
    Checks.nonNegativeSquare(trust, "invalid_weights");
    int n = trust.length;
    double[][] lazy = new double[n][n];
    for (int i = 0; i < n; i++) {
      double sum = Arrays.stream(trust[i]).sum();
      for (int j = 0; j < n; j++) {
        double share = sum > 0 ? trust[i][j] / sum : i == j ? 1 : 0;
        lazy[i][j] = share / 2 + (i == j ? 0.5 : 0);
      }
    }
    double[] influence = new double[n];
    for (int j = 0; j < n; j++) {
      double[] only = new double[n];
      only[j] = 1;
      double[] limit = Degroot.limit(lazy, only).opinions().orElseThrow();
      influence[j] = Math.max(0, Arrays.stream(limit).average().orElseThrow());
    }
    return influence;
  }
}
