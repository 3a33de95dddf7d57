package io.lida.deliberation.game;

/** How a round's benefit is shared where unsafe work may be found out. Pure functions. */
final class Benefit {
  private Benefit() {}

  /**
   * What each expects of b when each unsafe one is found out with probability f, by itself, and
   * those who are not share by their steps: the sum over all who may be found out, at most 2^8.
   */
  static double[] shared(double[] moves, double[] steps, Figures figures) {
    double benefit = figures.get("benefit");
    double detection = figures.get("detection");
    double[] shared = new double[moves.length];
    for (int found = 0; found < 1 << moves.length; found++) {
      double chance = 1;
      double left = 0;
      for (int seat = 0; seat < moves.length; seat++) {
        double caught = detection * (1 - moves[seat]);
        boolean out = (found >> seat & 1) == 1;
        chance *= out ? caught : 1 - caught;
        left += out ? 0 : steps[seat];
      }
      for (int seat = 0; seat < moves.length && chance > 0; seat++) {
        shared[seat] += (found >> seat & 1) == 1 ? 0 : chance * benefit * steps[seat] / left;
      }
    }
    return shared;
  }
}
