package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a speaker stands, from -1 (no) to 1 (yes).
 *
 * <p>At first what the card believes; later, step by step, what the {@link Influence} of the others
 * makes of it.
 */
final class Stance {
  private Stance() {}

  /** Closer to the middle than this is no side. */
  static final double SIDE = 0.05;

  private static final double SIX_DECIMALS = 1e6;

  /** What the card says before anyone was heard. */
  static double first(Situation situation) {
    return situation.reading().stance(situation.card());
  }

  /** The stance in a round; seats whose turn failed in the round before have no weight in it. */
  static double now(Situation situation) {
    return after(situation, situation.round());
  }

  /** The stance at the vote: as last stated, or as it would be stated now. */
  static double atVote(Situation situation) {
    for (Heard turn : situation.heard().reversed()) {
      if (turn.own() && turn.round() == situation.round()) {
        return turn.stance();
      }
    }
    return after(situation, situation.round() + 1);
  }

  private static double after(Situation situation, int round) {
    double first = first(situation);
    Collection<Heard> last = round <= 1 ? List.of() : last(situation.heard(), round).values();
    if (last.isEmpty()) {
      return first;
    }
    return Math.clamp(new Influence(situation, first, List.copyOf(last)).moved(), -1.0, 1.0);
  }

  /** What each seat said last, by seat; nothing older than the last round before this one. */
  static Map<Integer, Heard> last(List<Heard> heard, int round) {
    int since = 0;
    for (Heard turn : heard) {
      if (turn.round() < round) {
        since = Math.max(since, turn.round());
      }
    }
    Map<Integer, Heard> last = new LinkedHashMap<>();
    for (Heard turn : heard) {
      if (turn.round() >= since) {
        last.put(turn.seat(), turn);
      }
    }
    return last;
  }

  /** To six decimals. */
  static double rounded(double value) {
    return Math.round(value * SIX_DECIMALS) / SIX_DECIMALS;
  }

  /** 1 for a yes, -1 for a no, 0 for neither. */
  static int side(double stance) {
    return stance > SIDE ? 1 : stance < -SIDE ? -1 : 0;
  }

  /** The side as a word; empty for neither. */
  static String word(int side) {
    return side > 0 ? "yes" : side < 0 ? "no" : "";
  }

  /** The stance as people read it, with its sign. */
  static String figure(double stance) {
    long hundredths = Math.round(stance * 100);
    return (hundredths > 0 ? "+" : hundredths < 0 ? "−" : "") + distance(stance);
  }

  /** A distance between two stances, without a sign. */
  static String distance(double difference) {
    long hundredths = Math.abs(Math.round(difference * 100));
    return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
  }
}
