package io.lida.llm;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits by Vert.x timers; what waits is a virtual thread and nothing else. */
record VertxWaits(Vertx vertx) implements Calls.Waits {
  @Override
  public void pause(Duration delay) {
    if (delay.toMillis() > 0) {
      vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).await();
    }
  }

  @Override
  public void until(Promise<Void> place, Duration patience, Trouble otherwise) {
    if (!patience.isPositive()) {
      place.tryFail(otherwise);
    }
    long timer =
        vertx.setTimer(Math.max(1, patience.toMillis()), fired -> place.tryFail(otherwise));
    try {
      place.future().await();
    } finally {
      vertx.cancelTimer(timer);
    }
  }
}
