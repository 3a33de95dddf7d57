package io.lida.llm.sim;

import io.lida.contract.Llm.Situation;
import java.util.List;

/** Orders the moves of a turn by what its round is for. */
final class Composer {
  private static final int BRIEF = 75;

  /** Something a speaker may do; tells whether there was anything to say. */
  private interface Move {
    boolean made();
  }

  private final Speech speech;
  private final Situation situation;
  private final int enough;

  Composer(Situation situation, double x) {
    this.situation = situation;
    speech = new Speech(situation, x);
    enough = BRIEF + (int) (45 * speech.voice.unit("length"));
  }

  /** The turn, written. */
  Draft compose() {
    switch (situation.phase()) {
      case OPENING -> open(false);
      case ASSESSMENT -> open(true);
      case REBUTTAL, DISCUSSION -> reply();
      case CLOSING, POSITION, VOTE -> close();
    }
    fill();
    return speech.draft;
  }

  private void open(boolean event) {
    speech.position();
    if (event) {
      speech.event();
    }
    if (speech.material.thin()) {
      speech.standing();
    }
    speech.claim(2);
    boolean countered = speech.counter();
    if (speech.yielding() && !countered) {
      speech.grant();
    }
    if (speech.voice.chance("evidence", 0.55)) {
      speech.evidence();
    } else {
      speech.more();
    }
  }

  private void reply() {
    boolean turned = speech.turned();
    if (!speech.answer()) {
      speech.claim(2);
    }
    if (speech.draft.words() < enough / 2) {
      speech.more();
    }
    if (turned || speech.moving() && speech.voice.chance("moved", 0.5)) {
      speech.moved();
    }
    if (brief() && situation.round() > 2) {
      view();
    }
    if (brief() && speech.voice.chance("more", 0.5)) {
      speech.more();
    }
    if (brief() && speech.yielding()) {
      speech.grant();
    }
    if (brief() && speech.voice.chance("evidence", 0.4)) {
      speech.evidence();
    }
  }

  /** A look at the debate as a whole, from one of several sides. */
  private void view() {
    List<Move> views = List.of(speech::narrow, speech::state, speech::callback, speech::granted);
    int first = (int) (views.size() * speech.voice.unit("view"));
    for (int i = 0; i < views.size(); i++) {
      if (views.get((first + i) % views.size()).made()) {
        return;
      }
    }
  }

  private void close() {
    speech.turned();
    speech.moved();
    if (!speech.granted()) {
      speech.takeaway();
    }
    if (!speech.claim(1)) {
      speech.recall();
    }
    if (brief() || speech.yielding()) {
      speech.grant();
    }
    if (speech.voice.chance("remains", 0.6)) {
      speech.remains();
    } else {
      speech.evidence();
    }
    fill();
    speech.last();
  }

  private boolean brief() {
    return speech.draft.words() < enough;
  }

  /** Goes on until the turn is one: with what is left of the case, then with talk about it. */
  private void fill() {
    List<Move> moves =
        List.of(
            speech::evidence,
            speech::narrow,
            speech::state,
            speech::recall,
            speech::callback,
            speech::more,
            speech::counter,
            speech::grant,
            speech::state,
            speech::recall,
            speech::position);
    for (Move move : moves) {
      if (!speech.draft.thin()) {
        return;
      }
      move.made();
    }
  }
}
