package io.lida.science.discovery;

/**
 * Which variables stay dependent whatever is given: the first phase of PC-stable (Colombo and
 * Maathuis 2014), in which all sets of one size are drawn from the edges as they were before it.
 *
 * <p>Of the sets of the smallest size that part two variables, the one with the largest p is kept,
 * so that it does not depend on which is found first.
 */
final class Skeleton {
  private final FisherZ test;
  private final double alpha;
  private final Marks marks;
  private final long[][] parting;

  private Skeleton(FisherZ test, double alpha, int size) {
    this.test = test;
    this.alpha = alpha;
    this.marks = new Marks(size);
    this.parting = new long[size][size];
    for (int one = 0; one < size; one++) {
      for (int other = 0; other < one; other++) {
        marks.join(one, other);
      }
    }
  }

  static Skeleton of(FisherZ test, double alpha, int size) {
    Skeleton skeleton = new Skeleton(test, alpha, size);
    int given = 0;
    while (skeleton.thin(given)) {
      given++;
    }
    return skeleton;
  }

  /** Edges without directions. */
  Marks marks() {
    return marks;
  }

  /** Given which the two are independent; only for two that are not joined. */
  long parting(int one, int other) {
    return parting[Math.min(one, other)][Math.max(one, other)];
  }

  /** Parts all that a set of the size parts; false once no variable has so many neighbours. */
  private boolean thin(int given) {
    Marks before = marks.copy();
    boolean more = false;
    for (int one = 0; one < before.size(); one++) {
      for (int other : Bits.places(before.neighbours(one) >>> one << one)) {
        long beside = before.neighbours(one) & ~Bits.of(other);
        long beyond = before.neighbours(other) & ~Bits.of(one);
        more |= Math.max(Long.bitCount(beside), Long.bitCount(beyond)) > given;
        Best best = new Best(one, other);
        best.among(beside, given);
        if (beyond != beside) {
          best.among(beyond, given);
        }
        if (best.p > alpha) {
          marks.part(one, other);
          parting[one][other] = best.set;
        }
      }
    }
    return more;
  }

  /** The set given which two are most surely independent. */
  private final class Best {
    private final int one;
    private final int other;
    private double p = -1;
    private long set;

    private Best(int one, int other) {
      this.one = one;
      this.other = other;
    }

    private void among(long candidates, int size) {
      int[] members = Bits.places(candidates);
      if (members.length < size) {
        return;
      }
      long end = 1L << members.length;
      for (long chosen = (1L << size) - 1; chosen < end; chosen = Bits.next(chosen)) {
        long given = Bits.pick(members, chosen);
        double found = test.p(one, other, Bits.places(given));
        if (found > p) {
          p = found;
          set = given;
        }
        if (size == 0) {
          return;
        }
      }
    }
  }
}
