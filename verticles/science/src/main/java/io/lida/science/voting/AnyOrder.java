package io.lida.science.voting;

import io.lida.science.voting.RankedPairs.Majority;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Locks majorities that are alike in every order, as long as there are not too many. */
final class AnyOrder {
  /** In rows of relations that may have to be copied. */
  private static final long MOST_WORK = 5_000_000;

  private long work;

  /** Whoever may come out on top; empty when too many orders would have to be tried. */
  BitSet tops(Locked start, List<List<Majority>> groups) {
    Set<Locked> reached = Set.of(start);
    for (List<Majority> alike : groups) {
      reached = locked(reached, alike);
    }
    BitSet tops = new BitSet();
    reached.forEach(locked -> tops.or(locked.tops(new BitSet())));
    return tops;
  }

  /** All that locking a group may end in; nothing when that is too much. */
  private Set<Locked> locked(Set<Locked> from, List<Majority> alike) {
    Set<Locked> ends = new HashSet<>();
    Set<Locked> seen = new HashSet<>(from);
    Deque<Locked> waiting = new ArrayDeque<>(from);
    while (!waiting.isEmpty()) {
      Locked locked = waiting.remove();
      List<Majority> open = open(locked, alike);
      work += 1 + (long) open.size() * locked.below().size();
      if (work > MOST_WORK) {
        return Set.of();
      }
      Optional<Locked> whole = together(locked, open);
      if (whole.isPresent()) {
        ends.add(whole.get());
      } else {
        open.stream().map(locked::with).filter(seen::add).forEach(waiting::add);
      }
    }
    return ends;
  }

  private static List<Majority> open(Locked locked, List<Majority> alike) {
    return alike.stream()
        .filter(majority -> !locked.implies(majority) && !locked.contradicts(majority))
        .toList();
  }

  /** All of them locked, unless they close a cycle with one another. */
  private static Optional<Locked> together(Locked locked, List<Majority> open) {
    Locked all = locked;
    for (Majority majority : open) {
      if (all.contradicts(majority)) {
        return Optional.empty();
      }
      all = all.with(majority);
    }
    return Optional.of(all);
  }
}
