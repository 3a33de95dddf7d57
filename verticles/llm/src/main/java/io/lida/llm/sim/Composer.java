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

  private final Speaker me;
  private final Pleading pleading;
  private final Exchange exchange;
  private final Situation situation;
  private final int enough;

  Composer(Situation situation, double x) {
    this.situation = situation;
    me = new Speaker(situation, x);
    pleading = new Pleading(me);
    exchange = new Exchange(me, pleading);
    enough = BRIEF + (int) (45 * me.voice.unit("length"));
  }

  /** The turn, written. */
  Draft compose() {
    switch (situation.phase()) {
      case OPENING -> open(false);
      case ASSESSMENT -> open(true);
      case REBUTTAL, DISCUSSION -> reply();
      case EXCHANGE -> {
        if (situation.heard().isEmpty()) {
          open(false);
        } else {
          reply();
        }
      }
      case CLOSING, POSITION, MOVE, VOTE -> close();
    }
    fill();
    return me.draft;
  }

  private void open(boolean event) {
    pleading.position();
    if (event) {
      pleading.event();
    }
    if (me.material.thin()) {
      pleading.standing();
    }
    pleading.claim(2);
    boolean countered = pleading.counter();
    if (pleading.yielding(exchange.moving()) && !countered) {
      pleading.grant();
    }
    if (me.voice.chance("evidence", 0.55)) {
      pleading.evidence();
    } else {
      pleading.more();
    }
  }

  private void reply() {
    boolean turned = exchange.turned();
    if (!exchange.answer()) {
      pleading.claim(2);
    }
    if (me.draft.words() < enough / 2) {
      pleading.more();
    }
    if (turned || exchange.moving() && me.voice.chance("moved", 0.5)) {
      exchange.moved();
    }
    if (brief() && situation.round() > 2) {
      view();
    }
    if (brief() && me.voice.chance("more", 0.5)) {
      pleading.more();
    }
    if (brief() && pleading.yielding(exchange.moving())) {
      pleading.grant();
    }
    if (brief() && me.voice.chance("evidence", 0.4)) {
      pleading.evidence();
    }
  }

  /** A look at the debate as a whole, from one of several sides. */
  private void view() {
    List<Move> views =
        List.of(exchange::narrow, exchange::state, exchange::callback, exchange::granted);
    int first = (int) (views.size() * me.voice.unit("view"));
    for (int i = 0; i < views.size(); i++) {
      if (views.get((first + i) % views.size()).made()) {
        return;
      }
    }
  }

  private void close() {
    exchange.turned();
    exchange.moved();
    if (!exchange.granted()) {
      exchange.takeaway();
    }
    if (!pleading.claim(1)) {
      pleading.recall();
    }
    if (brief() || pleading.yielding(exchange.moving())) {
      pleading.grant();
    }
    if (me.voice.chance("remains", 0.6)) {
      exchange.remains();
    } else {
      pleading.evidence();
    }
    fill();
    exchange.last();
  }

  private boolean brief() {
    return me.draft.words() < enough;
  }

  /** Goes on until the turn is one: with what is left of the case, then with talk about it. */
  private void fill() {
    List<Move> moves =
        List.of(
            pleading::evidence,
            exchange::narrow,
            pleading::recall,
            pleading::more,
            exchange::callback,
            exchange::state,
            pleading::counter,
            pleading::grant,
            pleading::recall,
            exchange::state,
            exchange::remains,
            pleading::position);
    for (Move move : moves) {
      if (!me.draft.thin()) {
        return;
      }
      move.made();
    }
  }
}
