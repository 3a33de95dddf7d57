package io.lida.monitor;

import io.lida.contract.Monitor.Notice;
import io.lida.store.Notices;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;

/**
 * Keeps the notices of one node in their order, those told while Redis is away as soon as it is
 * back. For one thread at a time.
 */
final class Chronicle {
  private static final Logger LOG = System.getLogger(Chronicle.class.getName());
  private static final int MOST_WAITING = 1_000;
  private static final long PAUSE_MS = 1_000;

  private final Vertx vertx;
  private final Notices notices;
  private final ArrayDeque<Notice> waiting = new ArrayDeque<>();
  private boolean busy;

  Chronicle(Vertx vertx, Notices notices) {
    this.vertx = vertx;
    this.notices = notices;
  }

  /** Will keep the notice; of those that wait too long for Redis the oldest are forgotten. */
  void keep(Notice notice) {
    if (waiting.size() == MOST_WAITING) {
      LOG.log(Level.WARNING, "redis is away: forgot the notice {0}", waiting.remove().name());
    }
    waiting.add(notice);
    next();
  }

  private void next() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    Notice notice = waiting.remove();
    notices
        .keep(notice)
        .onSuccess(kept -> go())
        .onFailure(
            away -> {
              waiting.addFirst(notice);
              vertx.setTimer(PAUSE_MS, timer -> go());
            });
  }

  private void go() {
    busy = false;
    next();
  }
}
