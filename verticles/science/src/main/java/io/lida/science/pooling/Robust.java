package io.lida.science.pooling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Operators that do not let the outermost opinions decide. */
final class Robust {
  private static final double TIE = 1e-12;

  private Robust() {}

  /** Opinions in order with the weight up to each. */
  private record Sorted(double[] p, double[] weights, double[] upTo) {
    static Sorted of(double[] p, double[] weights) {
      int[] order =
          IntStream.range(0, p.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> p[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] values = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
      double[] shares = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
      double[] upTo = shares.clone();
      Arrays.parallelPrefix(upTo, Double::sum);
      return new Sorted(values, shares, upTo);
    }

    double before(int k) {
      return k == 0 ? 0 : upTo[k - 1];
    }

    /** The first with more than so much weight up to it. */
    double low(double share) {
      for (int k = 0; k < p.length; k++) {
        if (upTo[k] > share + TIE) {
          return p[k];
        }
      }
      return p[p.length - 1];
    }

    /** The last with less than the rest before it. */
    double high(double share) {
      for (int k = p.length - 1; k >= 0; k--) {
        if (before(k) < 1 - share - TIE) {
          return p[k];
        }
      }
      return p[0];
    }
  }

  record Median() implements Rule.OfEach {
    @Override
    public Map<String, Double> defaults() {
      return Map.of();
    }

    @Override
    public double pool(double[] p, double[] weights, Parameters parameters) {
      Sorted sorted = Sorted.of(p, weights);
      for (int k = 0; k < p.length - 1; k++) {
        if (Math.abs(sorted.upTo()[k] - 0.5) <= TIE) {
          return (sorted.p()[k] + sorted.p()[k + 1]) / 2;
        }
        if (sorted.upTo()[k] > 0.5) {
          return sorted.p()[k];
        }
      }
      return sorted.p()[p.length - 1];
    }
  }

  record Trimmed() implements Rule.OfEach {
    @Override
    public Map<String, Double> defaults() {
      return Map.of("alpha", 0.1);
    }

    @Override
    public double pool(double[] p, double[] weights, Parameters parameters) {
      double alpha = parameters.get("alpha");
      Sorted sorted = Sorted.of(p, weights);
      double sum = 0;
      double all = 0;
      for (int k = 0; k < p.length; k++) {
        double kept =
            Math.max(0, Math.min(sorted.upTo()[k], 1 - alpha) - Math.max(sorted.before(k), alpha));
        sum += kept * sorted.p()[k];
        all += kept;
      }
      // All that is kept is 1 - 2 alpha but for rounding.
      return Math.clamp(sum / all, sorted.p()[0], sorted.p()[p.length - 1]);
    }
  }

  record Winsorized() implements Rule.OfEach {
    @Override
    public Map<String, Double> defaults() {
      return Map.of("alpha", 0.1);
    }

    @Override
    public double pool(double[] p, double[] weights, Parameters parameters) {
      Sorted sorted = Sorted.of(p, weights);
      double low = sorted.low(parameters.get("alpha"));
      double high = sorted.high(parameters.get("alpha"));
      double[] moved = Arrays.stream(sorted.p()).map(one -> Math.clamp(one, low, high)).toArray();
      return Means.linear(moved, sorted.weights());
    }
  }

  /** Over more options each is kept within its band, and all to one level so that they sum to 1. */
  record MaxEntropy() implements Rule {
    private static final int HALVINGS = 200;

    @Override
    public Map<String, Double> defaults() {
      return Map.of("tau", 0.25);
    }

    @Override
    public Result pool(Opinions opinions, Parameters parameters) {
      int options = opinions.options();
      double[] low = new double[options];
      double[] high = new double[options];
      for (int k = 0; k < options; k++) {
        Sorted sorted = Sorted.of(opinions.of(k), opinions.weights());
        low[k] = sorted.low(parameters.get("tau"));
        high[k] = sorted.high(parameters.get("tau"));
      }
      if (options == 2) {
        double yes = Math.clamp(0.5, low[0], Math.max(low[0], high[0]));
        return Result.of(new double[] {yes, 1 - yes});
      }
      if (Arrays.stream(low).sum() > 1 + TIE || Arrays.stream(high).sum() < 1 - TIE) {
        double[] middle = new double[options];
        Arrays.setAll(middle, k -> (low[k] + high[k]) / 2);
        return new Result(Rule.normalized(middle), 0, List.of("infeasible=true"));
      }
      double least = 0;
      double most = 1;
      for (int halving = 0; halving < HALVINGS; halving++) {
        double level = (least + most) / 2;
        if (Arrays.stream(levelled(level, low, high)).sum() < 1) {
          least = level;
        } else {
          most = level;
        }
      }
      return Result.of(Rule.normalized(levelled((least + most) / 2, low, high)));
    }

    private static double[] levelled(double level, double[] low, double[] high) {
      double[] shares = new double[low.length];
      Arrays.setAll(shares, k -> Math.clamp(level, low[k], Math.max(low[k], high[k])));
      return shares;
    }
  }
}
