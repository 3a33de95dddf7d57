package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whom a moderator lets speak next: who differs most from the last speaker, so that both sides are
 * heard.
 */
record Floor(Situation situation) {
  /** Whom, as they are called, and why. */
  record Given(String next, String reason) {}

  Given given(List<String> candidates) {
    List<Heard> heard = situation.heard();
    if (heard.isEmpty()) {
      return new Given(candidates.getFirst(), "Nobody has spoken yet.");
    }
    Heard last = heard.getLast();
    String next =
        candidates.stream()
            .max(Comparator.comparingDouble(name -> apart(name, last)))
            .orElse(candidates.getFirst());
    return stance(next).isEmpty()
        ? new Given(next, next + " has not been heard yet.")
        : new Given(
            next,
            next
                + " stands "
                + Stance.distance(apart(next, last))
                + " from what "
                + last.speaker()
                + " just said.");
  }

  /** Who has not been heard is further than anybody who was. */
  private double apart(String name, Heard last) {
    return stance(name).map(stance -> Math.abs(stance - last.stance())).orElse(UNHEARD);
  }

  private static final double UNHEARD = 3;

  private Optional<Double> stance(String name) {
    return situation.heard().reversed().stream()
        .filter(turn -> turn.speaker().equals(name))
        .map(Heard::stance)
        .findFirst();
  }
}
