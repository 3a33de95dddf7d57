package io.lida.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a question was read, so that a belief can speak to it and expertise can be weighed.
 *
 * @param axes belief axes with a weight from -1 to 1: positive where a high belief speaks for a
 *     yes; never empty
 * @param topics expertise topics with their share of the question, summing to 1; empty when no word
 *     of the question names one
 */
public record Reading(Map<String, Double> axes, Map<String, Double> topics) {
  public Reading {
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
  }

  /**
   * Where a card stands on the question: the weighted mean of its beliefs, each turned towards yes
   * and stretched to -1 (no) to 1 (yes).
   */
  public double stance(Card card) {
    double sum = 0;
    double weights = 0;
    for (Map.Entry<String, Double> axis : axes.entrySet()) {
      sum += axis.getValue() * (2 * card.belief(axis.getKey()) - 1);
      weights += Math.abs(axis.getValue());
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
