package io.lida.store;

import java.util.concurrent.atomic.LongAdder;

/** How often what should be rare happened at this node since it began. Thread-safe. */
public final class Counts {
  private final LongAdder fenced = new LongAdder();
  private final LongAdder duplicate = new LongAdder();
  private final LongAdder lost = new LongAdder();

  Counts() {}

  /** Appends that were refused because somebody else owned the run by then. */
  public long appendsFenced() {
    return fenced.sum();
  }

  /** Appends that were there already, because their first answer was lost. */
  public long appendsDuplicate() {
    return duplicate.sum();
  }

  /** Leases that somebody else had taken when they were to be renewed. */
  public long leasesLost() {
    return lost.sum();
  }

  void append(String outcome) {
    switch (outcome) {
      case "FENCED" -> fenced.increment();
      case "DUP" -> duplicate.increment();
      default -> {}
    }
  }

  void lost(int leases) {
    lost.add(leases);
  }
}
