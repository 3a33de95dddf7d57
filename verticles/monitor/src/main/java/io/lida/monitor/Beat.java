package io.lida.monitor;

import io.vertx.core.VerticleBase;
import java.time.Duration;

/** Sits on one event loop and sees how late its timers fire. */
final class Beat extends VerticleBase {
  private static final long EVERY_MS = 250;

  private volatile long due = System.nanoTime() + Duration.ofMillis(EVERY_MS).toNanos();
  private volatile long late;

  @Override
  public io.vertx.core.Future<?> start() throws Exception {
    next();
    return super.start();
  }

  private void next() {
    due = System.nanoTime() + Duration.ofMillis(EVERY_MS).toNanos();
    vertx.setTimer(
        EVERY_MS,
        timer -> {
          late = Math.max(0, System.nanoTime() - due);
          next();
        });
  }

  /** How late the last beat was, or the next one already is. Thread-safe. */
  Duration lag() {
    return Duration.ofNanos(Math.max(late, System.nanoTime() - due));
  }
}
