package io.lida.science.causal;

import io.lida.science.Checks;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * How often chance alone would part units so that their means differ as much (Fisher 1935).
 *
 * @param p two-sided, above 0
 * @param exact whether all splits were looked at
 */
public record Permutation(double p, boolean exact) {
  private static final double SAME = 1e-12;
  private static final double MOST_SPLITS = 100_000;

  /**
   * Looks at all splits where there are at most 100,000, else at so many drawn with the seed, the
   * observed one counted among them.
   */
  public static Permutation test(double[] treated, double[] control, int draws, long seed) {
    Checks.finite(treated, "invalid_input");
    Checks.finite(control, "invalid_input");
    double[] all =
        DoubleStream.concat(DoubleStream.of(treated), DoubleStream.of(control)).toArray();
    double total = DoubleStream.of(all).sum();
    double observed =
        Math.abs(difference(DoubleStream.of(treated).sum(), treated.length, total, all.length));
    return splits(all.length, treated.length) <= MOST_SPLITS
        ? exact(all, treated.length, total, observed)
        : sampled(all, treated.length, total, observed, new Draws(draws, seed));
  }

  private record Draws(int count, long seed) {}

  private static double difference(double sum, int size, double total, int all) {
    return sum / size - (total - sum) / (all - size);
  }

  private static double splits(int n, int k) {
    double splits = 1;
    for (int i = 1; i <= k; i++) {
      splits *= (n - k + i) / (double) i;
    }
    return splits;
  }

  private static Permutation exact(double[] all, int size, double total, double observed) {
    int[] chosen = new int[size];
    for (int i = 0; i < size; i++) {
      chosen[i] = i;
    }
    long seen = 0;
    long extreme = 0;
    boolean more = true;
    while (more) {
      double sum = 0;
      for (int place : chosen) {
        sum += all[place];
      }
      seen++;
      extreme += Math.abs(difference(sum, size, total, all.length)) >= observed - SAME ? 1 : 0;
      more = next(chosen, all.length);
    }
    return new Permutation((double) extreme / seen, true);
  }

  private static boolean next(int[] chosen, int n) {
    int size = chosen.length;
    int place = size - 1;
    while (place >= 0 && chosen[place] == n - size + place) {
      place--;
    }
    if (place < 0) {
      return false;
    }
    chosen[place]++;
    for (int i = place + 1; i < size; i++) {
      chosen[i] = chosen[i - 1] + 1;
    }
    return true;
  }

  private static Permutation sampled(
      double[] all, int size, double total, double observed, Draws draws) {
    SplittableRandom random = new SplittableRandom(draws.seed());
    double[] shuffled = all.clone();
    long extreme = 0;
    for (int draw = 0; draw < draws.count(); draw++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        int other = random.nextInt(i, shuffled.length);
        double moved = shuffled[i];
        shuffled[i] = shuffled[other];
        shuffled[other] = moved;
        sum += shuffled[i];
      }
      extreme += Math.abs(difference(sum, size, total, all.length)) >= observed - SAME ? 1 : 0;
    }
    return new Permutation((extreme + 1.0) / (draws.count() + 1.0), false);
  }
}
