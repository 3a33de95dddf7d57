package io.lida.llm;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits by Vert.x timers. */
record VertxWaits(Vertx vertx) implements Waits {
  @Override
  public Future<Void> pause(Duration delay) {
    return delay.toMillis() > 0
        ? vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).mapEmpty()
        : Future.succeededFuture();
  }

  @Override
  public Future<Void> until(Promise<Void> place, Duration patience, Trouble otherwise) {
    if (!patience.isPositive()) {
      place.tryFail(otherwise);
      return place.future();
    }
    long timer =
        vertx.setTimer(Math.max(1, patience.toMillis()), fired -> place.tryFail(otherwise));
    return place.future().onComplete(taken -> vertx.cancelTimer(timer));
  }
}
