package io.lida.science.discovery;

/**
 * Directs what no DAG with the same skeleton and the same colliders may have otherwise (Meek 1995).
 *
 * <p>The first three rules; the fourth is only needed where knowledge from elsewhere directs edges.
 * All edges are looked at before any is directed, so that their order does not matter; one that the
 * rules want both ways stays without a direction.
 */
final class Meek {
  private Meek() {}

  static void close(Marks marks) {
    boolean changed = true;
    while (changed) {
      long[] claimed = new long[marks.size()];
      for (int from = 0; from < claimed.length; from++) {
        for (int to : Bits.places(marks.neighbours(from))) {
          claimed[from] |= follows(marks, from, to) ? Bits.of(to) : 0;
        }
      }
      changed = marks.direct(claimed);
    }
  }

  private static boolean follows(Marks marks, int from, int to) {
    boolean newCollider = (marks.causes(from) & ~marks.adjacent(to)) != 0;
    boolean circle = (marks.effects(from) & marks.causes(to)) != 0;
    return newCollider || circle || !marks.clique(marks.neighbours(from) & marks.causes(to));
  }
}
