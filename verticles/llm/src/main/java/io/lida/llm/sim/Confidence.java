package io.lida.llm.sim;

import io.lida.contract.Card.Belief;
import io.lida.contract.Llm.Situation;
import java.util.Map;

/** How sure a speaker is, from 0.05 to 0.98. */
final class Confidence {
  private Confidence() {}

  private static final double UNKNOWN_STRENGTH = 0.3;
  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 0.98;

  /**
   * The strength of the beliefs that bear on the question; less for someone who has moved far from
   * what they believed at first, and for someone near the middle.
   */
  static double of(Situation situation, double stance) {
    double sum = 0;
    double weights = 0;
    for (Map.Entry<String, Double> axis : situation.reading().axes().entrySet()) {
      Belief belief = situation.card().beliefs().get(axis.getKey());
      double weight = Math.abs(axis.getValue());
      sum += weight * (belief == null ? UNKNOWN_STRENGTH : belief.strength());
      weights += weight;
    }
    double strength = weights == 0 ? UNKNOWN_STRENGTH : sum / weights;
    double moved = 0.25 * Math.abs(stance - Stance.first(situation));
    double middle = 0.15 * Math.max(0, 1 - Math.abs(stance) / 0.25);
    double sure = Math.clamp(strength - moved - middle, LOWEST, HIGHEST);
    return Math.round(sure * 1e4) / 1e4;
  }
}
