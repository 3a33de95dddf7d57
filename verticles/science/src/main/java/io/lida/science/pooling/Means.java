package io.lida.science.pooling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Beta;

/** Operators that are means of one kind or another. */
final class Means {
  private Means() {}

  record Linear() implements Rule.OfEach {
    @Override
    public Map<String, Double> defaults() {
      return Map.of();
    }

    @Override
    public double pool(double[] p, double[] weights, Parameters parameters) {
      return linear(p, weights);
    }
  }

  static double linear(double[] p, double[] weights) {
    double sum = 0;
    double least = 1;
    double most = 0;
    for (int i = 0; i < p.length; i++) {
      sum += weights[i] * p[i];
      least = Math.min(least, p[i]);
      most = Math.max(most, p[i]);
    }
    // Rounding must not lead outside of what was said.
    return Math.clamp(sum, least, most);
  }

  record BetaLinear() implements Rule.OfEach {
    @Override
    public Map<String, Double> defaults() {
      Map<String, Double> defaults = new LinkedHashMap<>();
      defaults.put("alpha", 2.0);
      defaults.put("beta", 2.0);
      return defaults;
    }

    @Override
    public double pool(double[] p, double[] weights, Parameters parameters) {
      double x = linear(p, weights);
      return x == 0 || x == 1
          ? x
          : Math.clamp(
              Beta.regularizedBeta(x, parameters.get("alpha"), parameters.get("beta")), 0, 1);
    }
  }

  record Harmonic() implements Rule {
    @Override
    public Map<String, Double> defaults() {
      return Map.of("epsilon", LogOdds.EPSILON);
    }

    @Override
    public Result pool(Opinions opinions, Parameters parameters) {
      return new Power().pool(opinions, -1, parameters.get("epsilon"));
    }
  }

  /**
   * Power means of an option and of its contrary. Up to exponent 0 a probability of 0 or 1 would
   * decide alone, so there they are kept off the ends.
   */
  record Power() implements Rule {
    private static final double NEAR_ZERO = 1e-9;

    @Override
    public Map<String, Double> defaults() {
      Map<String, Double> defaults = new LinkedHashMap<>();
      defaults.put("r", 2.0);
      defaults.put("epsilon", LogOdds.EPSILON);
      return defaults;
    }

    @Override
    public Result pool(Opinions opinions, Parameters parameters) {
      double r = parameters.get("r");
      return Math.abs(r) < NEAR_ZERO
          ? new LogOdds(LogOdds.Kind.PLAIN).pool(opinions, parameters)
          : pool(opinions, r, parameters.get("epsilon"));
    }

    Result pool(Opinions opinions, double r, double epsilon) {
      if (opinions.count() == 1) {
        return Result.of(opinions.distributions()[0]);
      }
      LogOdds.Clipped clipped = LogOdds.clip(opinions, r < 0 ? epsilon : 0);
      double[] values = new double[opinions.options()];
      for (int option = 0; option < values.length; option++) {
        double[] p = clipped.of(option);
        double yes = mean(p, opinions.weights(), r, false);
        double no = mean(p, opinions.weights(), r, true);
        values[option] = yes / (yes + no);
      }
      double[] shares =
          values.length == 2 ? new double[] {values[0], 1 - values[0]} : Rule.normalized(values);
      return new Result(shares, 0, clipped.flags());
    }

    /** {@code (sum w p^r)^(1/r)}, measured by the largest term so that nothing is lost. */
    private static double mean(double[] p, double[] weights, double r, boolean contrary) {
      double most = 0;
      for (double value : p) {
        double term = contrary ? 1 - value : value;
        most = r > 0 || most == 0 ? Math.max(most, term) : Math.min(most, term);
      }
      if (most == 0) {
        return 0;
      }
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        sum += weights[i] * Math.pow((contrary ? 1 - p[i] : p[i]) / most, r);
      }
      return most * Math.pow(sum, 1 / r);
    }
  }

  static List<String> clipped(boolean any) {
    return any ? List.of("clipped=true") : List.of();
  }
}
