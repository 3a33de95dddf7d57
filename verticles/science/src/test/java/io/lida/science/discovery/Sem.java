package io.lida.science.discovery;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** A linear model of known causes: what the searches should find again. */
record Sem(List<String> names, double[][] weights, double[] spread) {
  /** All edges directed; each later name is caused by earlier ones. */
  static Sem of(Graph dag, Random random) {
    List<String> names = dag.variables();
    double[][] weights = new double[names.size()][names.size()];
    for (Graph.Edge edge : dag.directed()) {
      double sign = random.nextBoolean() ? 1 : -1;
      weights[names.indexOf(edge.to())][names.indexOf(edge.from())] =
          sign * random.nextDouble(0.5, 1.0);
    }
    return new Sem(names, weights, random.doubles(names.size(), 0.7, 1.3).toArray());
  }

  /** Some causes for each, at most three, over names that sort as they cause. */
  static Sem random(int size, double density, Random random) {
    List<String> names = IntStream.range(0, size).mapToObj(i -> "V" + (char) ('A' + i)).toList();
    StringBuilder edges = new StringBuilder();
    for (int to = 1; to < size; to++) {
      int causes = 0;
      for (int from = 0; from < to && causes < 3; from++) {
        if (random.nextDouble() < density) {
          edges.append(names.get(from)).append("->").append(names.get(to)).append(' ');
          causes++;
        }
      }
    }
    return of(Graphs.graph(String.join(" ", names), edges.toString()), random);
  }

  /** The graph that all DAGs with the same independences share. */
  Graph cpdag() {
    Marks dag = new Marks(names.size());
    for (int to = 0; to < names.size(); to++) {
      for (int from = 0; from < to; from++) {
        if (weights[to][from] != 0) {
          dag.direct(from, to);
        }
      }
    }
    return Cpdag.of(dag).graph(names);
  }

  /** As it is without chance: each variable a sum of noises, which vary on their own. */
  double[][] covariance() {
    int size = names.size();
    double[][] sums = new double[size][size];
    for (int to = 0; to < size; to++) {
      sums[to][to] = spread[to];
      for (int from = 0; from < to; from++) {
        for (int noise = 0; noise <= from; noise++) {
          sums[to][noise] += weights[to][from] * sums[from][noise];
        }
      }
    }
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int noise = 0; noise < size; noise++) {
          covariance[i][j] += sums[i][noise] * sums[j][noise];
        }
      }
    }
    return covariance;
  }

  /** Whether what is dependent is so clearly, given whatever others. */
  boolean clear() {
    FisherZ test = new FisherZ(Covariance.of(names, covariance(), 10_000));
    for (int one = 0; one < names.size(); one++) {
      for (int other = 0; other < one; other++) {
        for (long given = 0; given < 1L << names.size(); given++) {
          boolean apart = !Bits.has(given, one) && !Bits.has(given, other);
          double r = apart ? Math.abs(test.r(one, other, Bits.places(given))) : 0;
          if (r > 1e-9 && r < 0.06) {
            return false;
          }
        }
      }
    }
    return true;
  }

  double[][] sample(int n, DoubleSupplier noise) {
    double[][] rows = new double[n][names.size()];
    for (double[] row : rows) {
      for (int to = 0; to < row.length; to++) {
        row[to] = spread[to] * noise.getAsDouble();
        for (int from = 0; from < to; from++) {
          row[to] += weights[to][from] * row[from];
        }
      }
    }
    return rows;
  }
}
