package io.lida.science.pooling;

import java.util.List;
import java.util.Map;

/** What an operator does to opinions that count. */
interface Rule {
  /** A distribution, how far sources contradict each other, and what is to be said. */
  record Result(double[] distribution, double conflict, List<String> flags) {
    static Result of(double[] distribution) {
      return new Result(distribution, 0, List.of());
    }
  }

  Map<String, Double> defaults();

  Result pool(Opinions opinions, Parameters parameters);

  /** Shares that sum to 1; equal ones where all are 0. */
  static double[] normalized(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double[] shares = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      shares[k] = sum > 0 ? values[k] / sum : 1.0 / values.length;
    }
    return shares;
  }

  /** A rule that looks at one option at a time, as it would at a yes. */
  interface OfEach extends Rule {
    @Override
    default Result pool(Opinions opinions, Parameters parameters) {
      double[] values = new double[opinions.options()];
      for (int option = 0; option < values.length; option++) {
        values[option] = pool(opinions.of(option), opinions.weights(), parameters);
      }
      if (values.length == 2) {
        return Result.of(new double[] {values[0], 1 - values[0]});
      }
      return Result.of(normalized(values));
    }

    double pool(double[] p, double[] weights, Parameters parameters);
  }
}
