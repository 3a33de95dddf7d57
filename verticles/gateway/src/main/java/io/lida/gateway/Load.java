package io.lida.gateway;

import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the node has more to do than it can: its event loop has been late by more than 200 ms for
 * five seconds, or more than 85 % of the heap is still in use after a collection. Then new work is
 * refused; what is under way goes on. For one event loop.
 */
final class Load {
  private static final long BEAT_MILLIS = 500;
  private static final long BEAT = BEAT_MILLIS * 1_000_000;
  private static final long LATE = 200_000_000;
  private static final long LONG = 5_000_000_000L;
  private static final double FULL = 0.85;

  private final LongSupplier nanos;
  private final DoubleSupplier heap;
  private long due;
  private long lateFor;

  /**
   * A watch over the load.
   *
   * @param heap the share of the heap in use, 0 to 1
   */
  Load(LongSupplier nanos, DoubleSupplier heap) {
    this.nanos = nanos;
    this.heap = heap;
    this.due = nanos.getAsLong() + BEAT;
  }

  /** Beats from now on; each beat is set when the one before came. */
  void watch(Vertx vertx) {
    vertx.setTimer(
        BEAT_MILLIS,
        beat -> {
          beat();
          watch(vertx);
        });
  }

  /** A beat came; it should have come half a second after the one before. */
  void beat() {
    long now = nanos.getAsLong();
    lateFor = now - due > LATE ? lateFor + (now - due) + BEAT : 0;
    due = now + BEAT;
  }

  /** Whether new work is to be refused. */
  boolean tooMuch() {
    return lateFor >= LONG || heap.getAsDouble() > FULL;
  }

  /** The share of the heap that the last collections could not free. */
  static double heapInUse() {
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage kept = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      used += kept == null ? 0 : kept.getUsed();
    }
    return (double) used / Runtime.getRuntime().maxMemory();
  }
}
