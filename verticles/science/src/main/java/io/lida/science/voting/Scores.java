package io.lida.science.voting;

import io.lida.science.Ratio;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Exact scores, of which the highest win.
 *
 * @param scores of every option, in lexicographic order
 */
public record Scores(List<String> winners, Map<String, Ratio> scores) implements Outcome {
  static Scores highest(Map<String, Ratio> scores) {
    return new Scores(best(scores), scores);
  }

  /** The options of the largest value, in the order of the map. */
  static <T extends Comparable<? super T>> List<String> best(Map<String, T> values) {
    T most = Collections.max(values.values());
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().compareTo(most) == 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
