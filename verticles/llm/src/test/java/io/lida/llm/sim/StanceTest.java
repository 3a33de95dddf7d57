package io.lida.llm.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Card;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The movement of stances against the model they follow. */
class StanceTest {
  private final List<Card> cards = Debate.cards(13);
  private final Debate debate = new Debate(Debate.TOPIC, Debate.PAUSE, 1, cards);

  @Test
  void theFirstStanceIsWhatTheCardBelieves() {
    List<Heard> heard = List.of(heard(0, 1, 1.0));
    double stance = stance(3, 1, heard);
    assertEquals(Debate.PAUSE.stance(cards.get(3)), stance, 5e-7);
  }

  @Test
  void manyRoundsEndWhereTheClosedFormSays() {
    List<Heard> last = new ArrayList<>();
    for (int round = 1; round <= 200; round++) {
      List<Heard> now = new ArrayList<>();
      for (int seat = 0; seat < cards.size(); seat++) {
        now.add(heard(seat, round, stance(seat, round, Debate.own(last, seat))));
      }
      last = now;
    }
    double[] limit = closedForm();
    for (int seat = 0; seat < cards.size(); seat++) {
      assertEquals(limit[seat], last.get(seat).stance(), 1e-4);
    }
  }

  @Test
  void aSeatWhoseTurnFailedHasNoWeight() {
    double s = cards.get(0).dynamics().susceptibility();
    double first = Debate.PAUSE.stance(cards.get(0));
    List<Heard> heard =
        List.of(
            heard(0, 1, 0.2), heard(1, 1, -1), heard(2, 1, 1), heard(0, 2, 0.2), heard(2, 2, 0.6));
    assertEquals(s * 0.4 + (1 - s) * first, stance(0, 3, Debate.own(heard, 0)), 1e-6);
  }

  @Test
  void inASequenceTheFreshestWordCounts() {
    double s = cards.get(1).dynamics().susceptibility();
    double first = Debate.PAUSE.stance(cards.get(1));
    List<Heard> heard = List.of(heard(0, 1, -1), heard(1, 1, 0.1), heard(0, 2, 0.5));
    assertEquals(s * 0.3 + (1 - s) * first, stance(1, 2, Debate.own(heard, 1)), 1e-6);
  }

  @Test
  void confidenceFallsNearTheMiddleAndFarFromHome() {
    var situation = debate.situation(0, 2, 3, Phase.REBUTTAL, List.of());
    double home = Stance.first(situation);
    double sure = Confidence.of(situation, home < 0 ? -0.5 : 0.5);
    assertTrue(Confidence.of(situation, home < 0 ? 0.5 : -0.5) < sure);
    assertTrue(Confidence.of(situation, 0) < sure);
  }

  /** x = (I - L W)^-1 (I - L) x0 with equal weights, where one unknown, the mean, is enough. */
  private double[] closedForm() {
    double pull = 0;
    double fixed = 0;
    for (Card card : cards) {
      double s = card.dynamics().susceptibility();
      pull += s / cards.size();
      fixed += (1 - s) * Debate.PAUSE.stance(card) / cards.size();
    }
    double mean = fixed / (1 - pull);
    return cards.stream()
        .mapToDouble(
            card -> {
              double s = card.dynamics().susceptibility();
              return s * mean + (1 - s) * Debate.PAUSE.stance(card);
            })
        .toArray();
  }

  private double stance(int seat, int round, List<Heard> heard) {
    var situation = debate.situation(seat, round, 200, Phase.REBUTTAL, heard);
    return debate.ask(new Brief.Speak(situation)).get("stance").asDouble();
  }

  private Heard heard(int seat, int round, double stance) {
    String name = cards.get(seat).name();
    return new Heard("t" + round + "." + seat, round, seat, name, false, stance, 0.5, "");
  }
}
