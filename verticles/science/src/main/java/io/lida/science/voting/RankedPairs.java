package io.lida.science.voting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Ranked pairs (Tideman 1987): majorities are locked in, the strongest first, unless they would
 * close a cycle.
 *
 * <p>Strongest is the larger {@code d(x,y)}, then the smaller {@code d(y,x)}; majorities alike in
 * both are taken in lexicographic order.
 *
 * @param winners the options over which no majority is locked
 * @param order all options as the locked majorities have them, lexicographic where these say nothing
 */
public record RankedPairs(List<String> winners, List<String> order) implements Outcome {
  private record Majority(int winner, int loser, long votes, long against) {}

  /** Locks majorities and reads the order off them. */
  public static RankedPairs of(Profile profile) {
    int options = profile.size();
    BitSet[] below = new BitSet[options];
    for (int x = 0; x < options; x++) {
      below[x] = new BitSet();
    }
    for (Majority majority : majorities(profile)) {
      if (!below[majority.loser()].get(majority.winner())) {
        lock(below, majority);
      }
    }
    List<String> winners = new ArrayList<>();
    for (int x = 0; x < options; x++) {
      if (isOnTop(below, x, new BitSet())) {
        winners.add(profile.option(x));
      }
    }
    return new RankedPairs(winners, order(profile, below));
  }

  private static List<Majority> majorities(Profile profile) {
    List<Majority> majorities = new ArrayList<>();
    for (int x = 0; x < profile.size(); x++) {
      for (int y = 0; y < profile.size(); y++) {
        if (profile.beats(x, y)) {
          majorities.add(
              new Majority(x, y, profile.preferring(x, y), profile.preferring(y, x)));
        }
      }
    }
    majorities.sort(
        Comparator.comparingLong(Majority::votes)
            .reversed()
            .thenComparingLong(Majority::against));
    return majorities;
  }

  /** Keeps {@code below} transitive: all that is below the loser is now below all above it. */
  private static void lock(BitSet[] below, Majority majority) {
    BitSet sunk = (BitSet) below[majority.loser()].clone();
    sunk.set(majority.loser());
    for (int x = 0; x < below.length; x++) {
      if (x == majority.winner() || below[x].get(majority.winner())) {
        below[x].or(sunk);
      }
    }
  }

  private static List<String> order(Profile profile, BitSet[] below) {
    List<String> order = new ArrayList<>();
    BitSet placed = new BitSet();
    while (order.size() < below.length) {
      int next = placed.nextClearBit(0);
      while (placed.get(next) || !isOnTop(below, next, placed)) {
        next++;
      }
      placed.set(next);
      order.add(profile.option(next));
    }
    return order;
  }

  private static boolean isOnTop(BitSet[] below, int option, BitSet gone) {
    for (int x = 0; x < below.length; x++) {
      if (!gone.get(x) && below[x].get(option)) {
        return false;
      }
    }
    return true;
  }
}
