package io.lida.science.discovery;

import io.lida.science.Checks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A DAG with coefficients by DirectLiNGAM (Shimizu et al. 2011): the order of causes is read off
 * what is not Gaussian, then each variable is regressed on those before it.
 *
 * <p>Assumes linear effects, common causes all observed, and noises of which at most one is
 * Gaussian; of Gaussian ones the order says nothing. A cause is dropped where the Bayesian
 * information criterion is better without it, the worst first.
 *
 * @param order causes before effects
 * @param coefficients of the causes kept, by effect, both in that order
 */
public record DirectLingam(List<String> order, Map<String, Map<String, Double>> coefficients) {
  /** How dear a cause is; twice that of the criterion itself, as one of many is tried. */
  public static final double PENALTY = 2;

  /**
   * Searches.
   *
   * @param penalty how many times {@code ln n} a cause must gain; above 0
   */
  public static DirectLingam search(Sample sample, double penalty) {
    Bic bic = new Bic(sample.covariance(), Checks.positive(penalty, "penalty", "invalid_input"));
    int[] order = CausalOrder.of(sample.columns());
    List<String> names = sample.variables();
    Map<String, Map<String, Double>> coefficients = new LinkedHashMap<>();
    long before = 0;
    for (int effect : order) {
      long kept = kept(bic, effect, before);
      int[] causes = IntStream.of(order).filter(place -> Bits.has(kept, place)).toArray();
      coefficients.put(names.get(effect), coefficients(sample, effect, causes));
      before |= Bits.of(effect);
    }
    return new DirectLingam(IntStream.of(order).mapToObj(names::get).toList(), coefficients);
  }

  private static long kept(Bic bic, int effect, long candidates) {
    long kept = candidates;
    long best = kept;
    do {
      kept = best;
      for (int cause : Bits.places(kept)) {
        long without = kept & ~Bits.of(cause);
        best = bic.score(effect, without) > bic.score(effect, best) ? without : best;
      }
    } while (best != kept);
    return kept;
  }

  /** In the units of the variables. */
  private static Map<String, Double> coefficients(Sample sample, int effect, int[] causes) {
    double[] weights = Elimination.weights(sample.covariance().correlation(), causes, effect);
    Map<String, Double> coefficients = new LinkedHashMap<>();
    for (int i = 0; i < causes.length; i++) {
      double scale = deviation(sample, effect) / deviation(sample, causes[i]);
      coefficients.put(sample.variables().get(causes[i]), weights[i] * scale);
    }
    return coefficients;
  }

  private static double deviation(Sample sample, int place) {
    double[] column = sample.columns()[place];
    return Math.sqrt(Moments.product(column, column));
  }
}
