package io.lida.llm.sim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Llm.Datum;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import java.util.Collection;
import java.util.List;

/**
 * What a speaker thinks of the others.
 *
 * <p>They are expected to think as they last said, drawn a third of the way to one's own side, as
 * people overrate how many agree with them (Ross, Greene and House 1977); and are trusted the more
 * the nearer they stand.
 */
final class Opinion {
  private static final double FALSE_CONSENSUS = 1.0 / 3;

  private final Situation situation;
  private final double stance;

  Opinion(Situation situation) {
    this.situation = situation;
    this.stance = Stance.atVote(situation);
  }

  /** The fields that a vote also holds. */
  ObjectNode of(List<Datum> data) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    for (Datum datum : data) {
      switch (datum) {
        case EXPECTATION -> said.put("expects_yes", Stance.rounded(expected()));
        case TRUST -> {
          ObjectNode trust = said.putObject("trust");
          others()
              .forEach(
                  other ->
                      trust.put(
                          other.speaker(),
                          Stance.rounded(1 - Math.abs(stance - other.stance()) / 2)));
        }
      }
    }
    return said;
  }

  private double expected() {
    double own = stance > 0 ? 1 : stance < 0 ? 0 : 0.5;
    double theirs =
        others().stream().mapToDouble(other -> other.stance() > 0 ? 1 : 0).average().orElse(own);
    return FALSE_CONSENSUS * own + (1 - FALSE_CONSENSUS) * theirs;
  }

  private Collection<Heard> others() {
    return Stance.last(situation.heard(), situation.round() + 1).values().stream()
        .filter(turn -> !turn.own())
        .toList();
  }
}
