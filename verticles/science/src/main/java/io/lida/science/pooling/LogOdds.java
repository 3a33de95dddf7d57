package io.lida.science.pooling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operators that add log odds. Over more options: {@code prod q^w}, {@code prod q^(a w)} and {@code
 * prior prod (q/prior)^(n w)} with an even prior, coordinates kept at least epsilon, made to sum to
 * 1.
 */
record LogOdds(Kind kind) implements Rule {
  static final double EPSILON = 1e-6;
  private static final double SQRT_3 = Math.sqrt(3);

  enum Kind {
    PLAIN,
    EXTREMIZED,
    ODDS
  }

  /** Opinions kept off the ends. */
  record Clipped(double[][] distributions, boolean any) {
    double[] of(int option) {
      return Arrays.stream(distributions).mapToDouble(one -> one[option]).toArray();
    }

    List<String> flags() {
      return Means.clipped(any);
    }
  }

  @Override
  public Map<String, Double> defaults() {
    Map<String, Double> defaults = new LinkedHashMap<>();
    switch (kind) {
      case PLAIN -> {}
      case EXTREMIZED -> defaults.put("a", SQRT_3);
      case ODDS -> defaults.put("prior", 0.5);
    }
    defaults.put("epsilon", EPSILON);
    return defaults;
  }

  @Override
  public Result pool(Opinions opinions, Parameters parameters) {
    if (kind == Kind.PLAIN && opinions.count() == 1) {
      return Result.of(opinions.distributions()[0]);
    }
    Clipped clipped = clip(opinions, parameters.get("epsilon"));
    double[] shares =
        opinions.options() == 2
            ? binary(clipped.of(0), opinions.weights(), parameters)
            : several(clipped.distributions(), opinions.weights(), parameters);
    return new Result(shares, 0, clipped.flags());
  }

  static Clipped clip(Opinions opinions, double epsilon) {
    boolean any = false;
    double[][] kept = new double[opinions.count()][opinions.options()];
    for (int i = 0; i < kept.length; i++) {
      for (int k = 0; k < kept[i].length; k++) {
        double said = opinions.distributions()[i][k];
        kept[i][k] = Math.clamp(said, epsilon, 1 - epsilon);
        any |= kept[i][k] != said;
      }
    }
    return new Clipped(kept, any);
  }

  private double[] binary(double[] p, double[] weights, Parameters parameters) {
    double prior = kind == Kind.ODDS ? logit(parameters.get("prior")) : 0;
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += weights[i] * (logit(p[i]) - prior);
    }
    double yes = 1 / (1 + Math.exp(-(prior + factor(p.length, parameters) * sum)));
    return new double[] {yes, 1 - yes};
  }

  private double factor(int opinions, Parameters parameters) {
    return switch (kind) {
      case PLAIN -> 1;
      case EXTREMIZED -> parameters.get("a");
      case ODDS -> opinions;
    };
  }

  private double[] several(double[][] q, double[] weights, Parameters parameters) {
    int options = q[0].length;
    double even = Math.log(1.0 / options);
    double[] logs = new double[options];
    for (int k = 0; k < options; k++) {
      double sum = 0;
      for (int i = 0; i < q.length; i++) {
        sum += weights[i] * (Math.log(q[i][k]) - (kind == Kind.ODDS ? even : 0));
      }
      logs[k] = factor(q.length, parameters) * sum;
    }
    double most = Arrays.stream(logs).max().orElseThrow();
    return Rule.normalized(Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray());
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }
}
