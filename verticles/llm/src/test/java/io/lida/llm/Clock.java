package io.lida.llm;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when told to, and whenever somebody waits. */
final class Clock implements InstantSource, Waits {
  final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Future<Void> pause(Duration delay) {
    pauses.add(delay);
    pass(delay);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> until(Promise<Void> place, Duration patience, Trouble otherwise) {
    pass(patience);
    place.fail(otherwise);
    return place.future();
  }
}
