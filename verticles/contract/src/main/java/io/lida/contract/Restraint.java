package io.lida.contract;

import java.util.List;
import java.util.Map;

/**
 * How much restraint a persona's card brings to a game, from 0, none, to 1, full, and how it moves
 * when others move.
 *
 * <p>A project choice, not an estimate: the weighted mean of beliefs, each turned so that 1 speaks
 * for restraint. In a race: the risk of a catastrophe (counted in full from a probability of 0.3
 * on), the wish for a slow pace, for coordination, and the doubt that alignment is easy. Over
 * chips: the wish for coordination before national advantage, for open exchange (as with weights)
 * and against control by states. Later rounds mix this with what the others did last, by the card's
 * susceptibility (Friedkin and Johnsen 1990). Pure functions.
 */
public final class Restraint {
  private static final double ALARMING = 0.3;
  private static final Map<String, Double> RACE =
      Map.of(
          "catastrophic_risk", 0.3,
          "pace", -0.3,
          "international_coordination", 0.2,
          "alignment_tractability", -0.2);
  private static final Map<String, Double> CHIPS =
      Map.of("international_coordination", 0.5, "state_control", -0.25, "open_weights", 0.25);

  private Restraint() {}

  /** Before anybody has moved. */
  public static double first(Card card, Game.Name game) {
    Map<String, Double> weights = game == Game.Name.AGI_RACE ? RACE : CHIPS;
    double sum = 0;
    for (String axis : Card.AXES) {
      double weight = weights.getOrDefault(axis, 0.0);
      double belief = belief(card, axis);
      sum += weight < 0 ? -weight * (1 - belief) : weight * belief;
    }
    return sum;
  }

  private static double belief(Card card, String axis) {
    double belief = card.belief(axis);
    return axis.equals("catastrophic_risk") ? Math.min(1, belief / ALARMING) : belief;
  }

  /**
   * After rounds that were played.
   *
   * @param history for each round, the restraint of each seat
   */
  public static double now(Card card, Game.Name game, int seat, List<List<Double>> history) {
    double first = first(card, game);
    if (history.isEmpty()) {
      return first;
    }
    double susceptibility = card.dynamics().susceptibility();
    return susceptibility * ofOthers(seat, history.getLast()) + (1 - susceptibility) * first;
  }

  /** The mean restraint of all but one seat in a round. */
  public static double ofOthers(int seat, List<Double> round) {
    double sum = 0;
    for (int other = 0; other < round.size(); other++) {
      sum += other == seat ? 0 : round.get(other);
    }
    return sum / (round.size() - 1);
  }
}
