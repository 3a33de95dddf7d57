package io.lida.science.pooling;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The weighted vote of those whose opinion is at least delta off the middle, or of all where nobody
 * is. Over K options one is confident at {@code max q >= 1/K + 2 delta (1 - 1/K)}, and votes for
 * the likeliest; likeliest options share a vote.
 */
record ConfidentMajority() implements Rule {
  private static final double TIE = 1e-12;

  @Override
  public Map<String, Double> defaults() {
    return Map.of("delta", 0.2);
  }

  @Override
  public Result pool(Opinions opinions, Parameters parameters) {
    double even = 1.0 / opinions.options();
    double bound = even + 2 * parameters.get("delta") * (1 - even) - TIE;
    int[] confident =
        IntStream.range(0, opinions.count())
            .filter(i -> most(opinions.distributions()[i]) >= bound)
            .toArray();
    int[] voters =
        confident.length > 0 ? confident : IntStream.range(0, opinions.count()).toArray();
    double[] votes = new double[opinions.options()];
    for (int voter : voters) {
      double[] said = opinions.distributions()[voter];
      double likeliest = most(said);
      long shared = Arrays.stream(said).filter(share -> share == likeliest).count();
      for (int k = 0; k < votes.length; k++) {
        votes[k] += said[k] == likeliest ? opinions.weights()[voter] / shared : 0;
      }
    }
    return Result.of(Rule.normalized(votes));
  }

  private static double most(double[] distribution) {
    return Arrays.stream(distribution).max().orElseThrow();
  }
}
