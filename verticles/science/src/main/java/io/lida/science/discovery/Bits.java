package io.lida.science.discovery;

/** Small sets of places as bits of a long, place 0 the lowest. */
final class Bits {
  private Bits() {}

  static long of(int place) {
    return 1L << place;
  }

  static boolean has(long set, int place) {
    return (set >>> place & 1) == 1;
  }

  /** The places of a set, rising. */
  static int[] places(long set) {
    int[] places = new int[Long.bitCount(set)];
    long left = set;
    for (int i = 0; i < places.length; i++) {
      places[i] = Long.numberOfTrailingZeros(left);
      left &= left - 1;
    }
    return places;
  }

  /** The next larger number with as many bits (Gosper); of the last of them, one past the end. */
  static long next(long chosen) {
    long low = chosen & -chosen;
    long carried = chosen + low;
    return carried | (chosen ^ carried) / low >>> 2;
  }

  /** The members of a set at the chosen of its places. */
  static long pick(int[] members, long chosen) {
    long picked = 0;
    for (long left = chosen; left != 0; left &= left - 1) {
      picked |= of(members[Long.numberOfTrailingZeros(left)]);
    }
    return picked;
  }
}
