package io.lida.science.games;

import java.util.ArrayList;
import java.util.List;

/** The subsets of 0 to n-1 of one size, in lexicographic order. */
final class Subsets {
  private Subsets() {}

  static long count(int n, int size) {
    long count = 1;
    for (int i = 1; i <= size; i++) {
      count = Math.multiplyExact(count, n - size + i) / i;
      if (count > Integer.MAX_VALUE) {
        return Integer.MAX_VALUE;
      }
    }
    return count;
  }

  static List<int[]> of(int n, int size) {
    List<int[]> subsets = new ArrayList<>();
    extend(new int[size], 0, 0, n, subsets);
    return subsets;
  }

  private static void extend(int[] chosen, int filled, int next, int n, List<int[]> subsets) {
    if (filled == chosen.length) {
      subsets.add(chosen.clone());
      return;
    }
    for (int item = next; item <= n - (chosen.length - filled); item++) {
      chosen[filled] = item;
      extend(chosen, filled + 1, item + 1, n, subsets);
    }
  }
}
