package io.lida.science.discovery;

import java.util.ArrayList;
import java.util.List;

/** Who comes first of columns whose mean is 0: the search of DirectLiNGAM. For one thread. */
final class CausalOrder {
  private final double[][] columns;
  private final List<Integer> left = new ArrayList<>();

  private CausalOrder(double[][] columns) {
    this.columns = columns.clone();
    for (int place = 0; place < columns.length; place++) {
      left.add(place);
    }
  }

  /** The places of the columns, causes before effects. */
  static int[] of(double[][] columns) {
    CausalOrder search = new CausalOrder(columns);
    int[] order = new int[columns.length];
    for (int step = 0; step < order.length; step++) {
      order[step] = search.next();
    }
    return order;
  }

  /** The one on which what it leaves of the others depends least; then takes it from them. */
  private int next() {
    double[][] standardised = new double[columns.length][];
    double[] entropies = new double[columns.length];
    for (int place : left) {
      standardised[place] = Moments.standardised(columns[place]);
      entropies[place] = Entropy.of(standardised[place]);
    }
    int first = left.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (int candidate : left) {
      double dependence = 0;
      for (int other : left) {
        double difference =
            candidate == other ? 0 : difference(standardised, entropies, candidate, other);
        dependence += Math.min(0, difference) * Math.min(0, difference);
      }
      if (dependence < least) {
        least = dependence;
        first = candidate;
      }
    }
    left.remove(Integer.valueOf(first));
    for (int place : left) {
      columns[place] = Moments.residual(columns[place], columns[first]);
    }
    return first;
  }

  /** {@code (H(j) + H(i given j)) - (H(i) + H(j given i))}: below 0 where j is rather the cause. */
  private static double difference(double[][] u, double[] entropies, int i, int j) {
    double ofI = Entropy.of(Moments.standardised(Moments.residual(u[i], u[j])));
    double ofJ = Entropy.of(Moments.standardised(Moments.residual(u[j], u[i])));
    return entropies[j] + ofI - entropies[i] - ofJ;
  }
}
