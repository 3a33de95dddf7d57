package io.lida.science.discovery;

import io.lida.science.Refusal;
import java.util.HashMap;
import java.util.Map;

/**
 * How well causes explain a Gaussian variable: {@code -n ln v - c k ln n} with the variance v that
 * k causes leave, twice what Schwarz 1978 gives where c is 1.
 *
 * <p>Each figure is computed once. At {@value #MOST} figures refuses ({@code too_large}): the graph
 * is then too dense to be searched. For one thread.
 */
final class Bic {
  private static final int MOST = 2_000_000;

  private record Family(int effect, long causes) {}

  private final Covariance covariance;
  private final double penalty;
  private final Map<Family, Double> scores = new HashMap<>();

  Bic(Covariance covariance, double penalty) {
    this.covariance = covariance;
    this.penalty = penalty;
  }

  double score(int effect, long causes) {
    return scores.computeIfAbsent(new Family(effect, causes), this::computed);
  }

  private double computed(Family family) {
    if (scores.size() >= MOST) {
      throw new Refusal("too_large", "too much depends on too much: more than " + MOST + " scores");
    }
    int[] causes = Bits.places(family.causes());
    double left = covariance.left(causes, family.effect(), family.effect())[0][0];
    return -covariance.n() * Math.log(left) - penalty * causes.length * Math.log(covariance.n());
  }
}
