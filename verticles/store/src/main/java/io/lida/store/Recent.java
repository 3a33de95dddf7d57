package io.lida.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was acknowledged of one run within the last 3 s.
 *
 * <p>With {@code appendfsync everysec} Redis puts off writing its file for up to 2 s while the disk
 * is busy, yet answers; a Redis killed then forgets what it acknowledged. Used by one batch at a
 * time, which orders all access.
 */
final class Recent {
  private static final long LIFE_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final int MOST = 256;

  private record Kept(Entry entry, long since) {}

  private final ArrayDeque<Kept> kept = new ArrayDeque<>();

  /** The number of the last that is kept. */
  private long last;

  void keep(List<Entry> acknowledged) {
    long now = System.nanoTime();
    while (!kept.isEmpty()
        && (kept.size() + acknowledged.size() > MOST
            || now - kept.getFirst().since() > LIFE_NANOS)) {
      kept.remove();
    }
    // What is written again is here already.
    last = kept.isEmpty() ? 0 : last;
    for (Entry entry : acknowledged) {
      if (entry.event().seq() > last) {
        kept.add(new Kept(entry.slim(), now));
        last = entry.event().seq();
      }
    }
  }

  /** All after event {@code last} up to and with the batch; empty if not all of it is here. */
  List<Entry> since(long last, List<Entry> batch) {
    long first = batch.getFirst().event().seq();
    List<Entry> whole = new ArrayList<>();
    for (Kept one : kept) {
      long seq = one.entry().event().seq();
      if (seq > last && seq < first) {
        whole.add(one.entry());
      }
    }
    if (whole.size() != first - 1 - last) {
      return List.of();
    }
    whole.addAll(batch);
    return whole;
  }
}
