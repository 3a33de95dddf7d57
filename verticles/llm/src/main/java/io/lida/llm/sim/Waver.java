package io.lida.llm.sim;

import io.lida.contract.Llm.Situation;

/** Who is asked the same again answers the more differently, the less sure they are. */
final class Waver {
  private static final double NOISE = 0.2;

  private Waver() {}

  /**
   * The stance stated when asked again, -1 to 1.
   *
   * @param stance the one meant
   * @param repeat 0 the first time, when it is stated as it is meant
   */
  static double again(Situation situation, double stance, int repeat) {
    if (repeat == 0) {
      return stance;
    }
    double unsure = 1 - Confidence.of(situation, stance);
    double chance = Draw.unit(situation.seed(), situation.seat(), situation.round(), repeat);
    return Math.clamp(stance + NOISE * unsure * (2 * chance - 1), -1.0, 1.0);
  }
}
