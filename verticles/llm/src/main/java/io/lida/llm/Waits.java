package io.lida.llm;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;

/** Waiting, so that tests need not. */
interface Waits {
  /** Completes after so long. */
  Future<Void> pause(Duration delay);

  /** Completes when the place is taken; fails it with the trouble after so long. */
  Future<Void> until(Promise<Void> place, Duration patience, Trouble otherwise);
}
