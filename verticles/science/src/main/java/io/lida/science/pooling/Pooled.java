package io.lida.science.pooling;

import java.util.List;
import java.util.Map;

/**
 * Opinions made one.
 *
 * @param distribution over the options; of a yes and a no the first is the yes
 * @param operator its id
 * @param parameters that were used
 * @param weights of the opinions that counted, summing to 1
 * @param opinions how many counted
 * @param conflict how far the sources contradict each other; 0 but for dempster_shafer
 * @param flags such as {@code clipped=true}
 */
public record Pooled(
    double[] distribution,
    String operator,
    Map<String, Double> parameters,
    double[] weights,
    int opinions,
    double conflict,
    List<String> flags) {
  /** The probability of the first option, which is the yes. */
  public double yes() {
    return distribution[0];
  }
}
