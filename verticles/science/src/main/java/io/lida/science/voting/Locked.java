package io.lida.science.voting;

import io.lida.science.voting.RankedPairs.Majority;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Majorities locked in without a cycle.
 *
 * @param below for each option all that are below it, directly or by others
 */
record Locked(List<BitSet> below) {
  static Locked nothing(int options) {
    return new Locked(Collections.nCopies(options, new BitSet()));
  }

  /** Whether it would close a cycle. */
  boolean contradicts(Majority majority) {
    return below.get(majority.loser()).get(majority.winner());
  }

  /** Whether it follows from what is locked. */
  boolean implies(Majority majority) {
    return below.get(majority.winner()).get(majority.loser());
  }

  /** The same with one more, all that is below the loser being below all above it. */
  Locked with(Majority majority) {
    if (implies(majority)) {
      return this;
    }
    BitSet sunk = (BitSet) below.get(majority.loser()).clone();
    sunk.set(majority.loser());
    List<BitSet> sinking = new ArrayList<>(below);
    for (int x = 0; x < sinking.size(); x++) {
      if (x == majority.winner() || below.get(x).get(majority.winner())) {
        BitSet row = (BitSet) below.get(x).clone();
        row.or(sunk);
        sinking.set(x, row);
      }
    }
    return new Locked(sinking);
  }

  /** The options above which nothing is locked, but for those that are gone. */
  BitSet tops(BitSet gone) {
    BitSet tops = new BitSet();
    tops.set(0, below.size());
    tops.andNot(gone);
    for (int x = 0; x < below.size(); x++) {
      if (!gone.get(x)) {
        tops.andNot(below.get(x));
      }
    }
    return tops;
  }
}
