package io.lida.llm;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Ends what lasts longer than it may, by one slow tick for all that may last as long: a timer for
 * each would cost more than most ever need. Late by a tick at most. For one event loop.
 */
final class Deadlines {
  private static final int TICKS = 32;
  private static final long LONGEST_TICK_MS = 250;

  private final Vertx vertx;
  private final long boundNanos;
  private final long tickMillis;

  /** What to do when it is late, and when that is; the first to be late comes first. */
  private final Map<Runnable, Long> pending = new LinkedHashMap<>();

  private boolean ticking;

  Deadlines(Vertx vertx, Duration bound) {
    this.vertx = vertx;
    this.boundNanos = bound.toNanos();
    this.tickMillis = Math.clamp(bound.toMillis() / TICKS, 1, LONGEST_TICK_MS);
  }

  /** Runs this once the bound has passed, unless it is forgotten before. */
  void add(Runnable late) {
    pending.put(late, System.nanoTime() + boundNanos);
    if (!ticking) {
      ticking = true;
      tick();
    }
  }

  void forget(Runnable late) {
    pending.remove(late);
  }

  private void tick() {
    vertx.timer(tickMillis, TimeUnit.MILLISECONDS).onSuccess(passed -> look());
  }

  private void look() {
    long now = System.nanoTime();
    List<Runnable> due = new ArrayList<>();
    for (Map.Entry<Runnable, Long> one : pending.entrySet()) {
      if (now - one.getValue() < 0) {
        break;
      }
      due.add(one.getKey());
    }
    due.forEach(pending::remove);
    due.forEach(Runnable::run);
    ticking = !pending.isEmpty();
    if (ticking) {
      tick();
    }
  }
}
