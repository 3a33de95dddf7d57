package io.lida.proof.bench;

import java.util.Arrays;

/** Latencies in nanoseconds, and what share stayed below what. For one thread at a time. */
final class Latencies {
  private long[] nanos;
  private int count;

  Latencies(int expected) {
    nanos = new long[Math.max(16, expected)];
  }

  void add(long latency) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = latency;
  }

  /** The 99th percentile in milliseconds; 0 of nothing. */
  double p99() {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, count * 99L / 100)] / 1e6;
  }
}
