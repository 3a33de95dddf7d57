package io.lida.science.voting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Ranked pairs (Tideman 1987): majorities are locked in, the strongest first, unless they would
 * close a cycle.
 *
 * <p>Strongest is the larger {@code d(x,y)}, then the smaller {@code d(y,x)}. Majorities alike in
 * both may be locked in any order: whoever comes out on top in one of these wins.
 *
 * @param winners the options over which no majority is locked
 * @param order all options, majorities alike being locked in lexicographic order; lexicographic
 *     where the locked majorities say nothing
 * @param exhaustive whether every order of majorities alike was tried; if these are too many, the
 *     winners are those of the lexicographic one
 */
public record RankedPairs(List<String> winners, List<String> order, boolean exhaustive)
    implements Outcome {
  private static final Comparator<Majority> STRONGEST =
      Comparator.comparingLong(Majority::votes).reversed().thenComparingLong(Majority::against);

  /** A pair of which more ballots prefer the winner. */
  record Majority(int winner, int loser, long votes, long against) {}

  /** Locks majorities and reads the order off them. */
  public static RankedPairs of(Profile profile) {
    List<List<Majority>> groups = groups(profile);
    Locked locked = Locked.nothing(profile.size());
    for (List<Majority> alike : groups) {
      for (Majority majority : alike) {
        locked = locked.contradicts(majority) ? locked : locked.with(majority);
      }
    }
    BitSet everyTop = new AnyOrder().tops(Locked.nothing(profile.size()), groups);
    BitSet tops = everyTop.isEmpty() ? locked.tops(new BitSet()) : everyTop;
    return new RankedPairs(
        tops.stream().mapToObj(profile::option).toList(),
        order(profile, locked),
        !everyTop.isEmpty());
  }

  /** All majorities, the strongest first, those alike together. */
  private static List<List<Majority>> groups(Profile profile) {
    List<Majority> majorities = new ArrayList<>();
    for (int x = 0; x < profile.size(); x++) {
      for (int y = 0; y < profile.size(); y++) {
        if (profile.beats(x, y)) {
          majorities.add(new Majority(x, y, profile.preferring(x, y), profile.preferring(y, x)));
        }
      }
    }
    majorities.sort(STRONGEST);
    List<List<Majority>> groups = new ArrayList<>();
    for (Majority majority : majorities) {
      if (groups.isEmpty() || STRONGEST.compare(groups.getLast().getFirst(), majority) != 0) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(majority);
    }
    return groups;
  }

  private static List<String> order(Profile profile, Locked locked) {
    List<String> order = new ArrayList<>();
    BitSet placed = new BitSet();
    while (order.size() < profile.size()) {
      int next = locked.tops(placed).nextSetBit(0);
      placed.set(next);
      order.add(profile.option(next));
    }
    return order;
  }
}
