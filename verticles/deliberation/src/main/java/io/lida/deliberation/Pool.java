package io.lida.deliberation;

import io.lida.contract.RunEvent.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Several probabilities made one by a strategy {@code operator.weighting}.
 *
 * <p>Operators ({@code science.md} 2): linear, the weighted mean (Stone 1961); logarithmic, {@code
 * s(sum w logit p)} with p clipped to [1e-6, 1 - 1e-6] and flag {@code clipped} (Bacharach 1972,
 * Genest 1984). Weightings ({@code science.md} 3): equal, self_confidence, expertise; all-zero
 * weights become equal with flag {@code weights_fallback=equal}.
 */
enum Pool {
  LINEAR {
    @Override
    double pool(double[] opinions, double[] weights) {
      double sum = 0;
      for (int i = 0; i < opinions.length; i++) {
        sum += weights[i] * opinions[i];
      }
      return sum;
    }
  },
  LOGARITHMIC {
    @Override
    double pool(double[] opinions, double[] weights) {
      double logit = 0;
      for (int i = 0; i < opinions.length; i++) {
        double p = Math.clamp(opinions[i], EPSILON, 1 - EPSILON);
        logit += weights[i] * Math.log(p / (1 - p));
      }
      return 1 / (1 + Math.exp(-logit));
    }
  };

  private static final double EPSILON = 1e-6;

  /** What a weighting may look at. */
  record Opinion(double probability, double confidence, double expertise) {}

  /** How opinions are weighed. */
  enum Weighting {
    EQUAL,
    SELF_CONFIDENCE,
    EXPERTISE;

    double of(Opinion opinion) {
      return switch (this) {
        case EQUAL -> 1;
        case SELF_CONFIDENCE -> opinion.confidence();
        case EXPERTISE -> opinion.expertise();
      };
    }
  }

  /** All strategies that {@link #aggregate} knows, in a fixed order. */
  static List<String> strategies() {
    List<String> ids = new ArrayList<>();
    for (Pool operator : values()) {
      for (Weighting weighting : Weighting.values()) {
        ids.add(id(operator) + "." + id(weighting));
      }
    }
    return ids;
  }

  /** Pools the opinions by a strategy of {@link #strategies}. */
  static Aggregate aggregate(String strategy, List<Opinion> opinions) {
    int dot = strategy.indexOf('.');
    Pool operator = valueOf(strategy.substring(0, dot).toUpperCase(java.util.Locale.ROOT));
    Weighting weighting =
        Weighting.valueOf(strategy.substring(dot + 1).toUpperCase(java.util.Locale.ROOT));
    List<String> flags = new ArrayList<>();
    double[] weights = opinions.stream().mapToDouble(weighting::of).toArray();
    if (DoubleStream.of(weights).sum() == 0) {
      flags.add("weights_fallback=equal");
      java.util.Arrays.fill(weights, 1);
    }
    return operator.weighed(strategy, opinions, weights, flags);
  }

  private Aggregate weighed(
      String strategy, List<Opinion> opinions, double[] weights, List<String> flags) {
    List<Double> probabilities = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    double sum = DoubleStream.of(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      // An opinion without weight is dropped first, so that its 0 or 1 can neither clip nor veto.
      if (weights[i] > 0) {
        probabilities.add(opinions.get(i).probability());
        kept.add(weights[i] / sum);
      }
    }
    if (probabilities.isEmpty()) {
      return new Aggregate(strategy, null, List.of("empty_input"));
    }
    if (this == LOGARITHMIC
        && probabilities.stream().anyMatch(p -> p < EPSILON || p > 1 - EPSILON)) {
      flags.add("clipped");
    }
    return new Aggregate(strategy, pool(array(probabilities), array(kept)), flags);
  }

  abstract double pool(double[] opinions, double[] weights);

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
