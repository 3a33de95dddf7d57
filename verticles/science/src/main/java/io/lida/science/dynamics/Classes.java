package io.lida.science.dynamics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Who hears whom, however many lie between: the communicating classes of a row-stochastic matrix.
 *
 * @param closed the groups whose members all hear each other and nobody else
 * @param open everybody who is in no such group
 * @param period the least common multiple of the closed groups' periods
 */
record Classes(List<List<Integer>> closed, List<Integer> open, int period) {
  static Classes of(double[][] w) {
    boolean[][] hears = reach(w);
    List<List<Integer>> closed = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    boolean[] placed = new boolean[w.length];
    int period = 1;
    for (int i = 0; i < w.length; i++) {
      if (isOpen(hears, i)) {
        open.add(i);
      } else if (!placed[i]) {
        List<Integer> group = members(hears, i);
        group.forEach(member -> placed[member] = true);
        closed.add(group);
        int own = period(w, i);
        period = period / gcd(period, own) * own;
      }
    }
    return new Classes(closed, open, period);
  }

  private static boolean[][] reach(double[][] w) {
    boolean[][] hears = new boolean[w.length][w.length];
    for (int i = 0; i < w.length; i++) {
      Deque<Integer> next = new ArrayDeque<>(List.of(i));
      hears[i][i] = true;
      while (!next.isEmpty()) {
        int from = next.remove();
        for (int to = 0; to < w.length; to++) {
          if (w[from][to] > 0 && !hears[i][to]) {
            hears[i][to] = true;
            next.add(to);
          }
        }
      }
    }
    return hears;
  }

  private static boolean isOpen(boolean[][] hears, int i) {
    for (int j = 0; j < hears.length; j++) {
      if (hears[i][j] && !hears[j][i]) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> members(boolean[][] hears, int i) {
    List<Integer> group = new ArrayList<>();
    for (int j = 0; j < hears.length; j++) {
      if (hears[i][j]) {
        group.add(j);
      }
    }
    return group;
  }

  /** The greatest common divisor of all ways round, from the depths of a breadth-first search. */
  private static int period(double[][] w, int start) {
    int[] depth = new int[w.length];
    Arrays.fill(depth, -1);
    depth[start] = 0;
    Deque<Integer> next = new ArrayDeque<>(List.of(start));
    int period = 0;
    while (!next.isEmpty()) {
      int from = next.remove();
      for (int to = 0; to < w.length; to++) {
        if (w[from][to] > 0 && depth[to] < 0) {
          depth[to] = depth[from] + 1;
          next.add(to);
        } else if (w[from][to] > 0) {
          period = gcd(period, Math.abs(depth[from] + 1 - depth[to]));
        }
      }
    }
    return Math.max(1, period);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
