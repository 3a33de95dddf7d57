package io.lida.llm;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Counts two kinds of things over the last while: all, and those that are marked.
 *
 * <p>Exact to a tenth of the while. For one thread at a time.
 */
final class Window {
  private static final int SLOTS = 10;

  private final long slotMillis;
  private final InstantSource clock;
  private final int[] all = new int[SLOTS];
  private final int[] marked = new int[SLOTS];
  private long head;

  Window(Duration span, InstantSource clock) {
    this.slotMillis = Math.max(1, span.toMillis() / SLOTS);
    this.clock = clock;
    this.head = clock.millis() / slotMillis;
  }

  void add() {
    all[slot()]++;
  }

  void addMarked() {
    int slot = slot();
    all[slot]++;
    marked[slot]++;
  }

  int all() {
    slot();
    return sum(all);
  }

  int marked() {
    slot();
    return sum(marked);
  }

  /** The slot of now; what has grown too old is forgotten, and a clock set back forgets nothing. */
  private int slot() {
    long now = clock.millis() / slotMillis;
    long stale = Math.min(now - head, SLOTS);
    for (long step = 1; step <= stale; step++) {
      int slot = Math.floorMod(head + step, SLOTS);
      all[slot] = 0;
      marked[slot] = 0;
    }
    head = Math.max(head, now);
    return Math.floorMod(head, SLOTS);
  }

  private static int sum(int[] slots) {
    int sum = 0;
    for (int count : slots) {
      sum += count;
    }
    return sum;
  }
}
