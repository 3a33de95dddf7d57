package io.lida.launcher;

import io.lida.contract.Monitor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Looks every ten seconds whether the cluster still knows where this node answers: after a bad
 * network that may be forgotten, and then nobody asks it. What is forgotten is registered again;
 * until that is seen to have helped, the node is not well. Thread-safe.
 */
final class ClusterWatch {
  private static final long BETWEEN_LOOKS_MILLIS = 10_000;
  private static final long AFTER_RENEWAL_MILLIS = 1_000;

  private final Vertx vertx;
  private final Registrations registrations;
  private volatile Monitor.Point point = new Monitor.Point("cluster", true, "not looked yet");

  ClusterWatch(Vertx vertx, Registrations registrations) {
    this.vertx = vertx;
    this.registrations = registrations;
  }

  /** Looks from now on, for as long as Vert.x runs. */
  ClusterWatch begin() {
    vertx.setTimer(
        point.ok() ? BETWEEN_LOOKS_MILLIS : AFTER_RENEWAL_MILLIS,
        beat -> look().onComplete(seen -> begin()));
    return this;
  }

  /** What was seen last. */
  Monitor.Point point() {
    return point;
  }

  /** Looks once, and registers again what is lost. */
  Future<Void> look() {
    return registrations
        .lost()
        .compose(
            lost -> {
              tell(lost);
              return registrations.renew(lost);
            });
  }

  private void tell(List<String> lost) {
    Monitor.Point before = point;
    point =
        lost.isEmpty()
            ? new Monitor.Point("cluster", true, registrations.getNodes().size() + " nodes")
            : new Monitor.Point("cluster", false, "the others do not know where to find " + lost);
    if (before.ok() != point.ok()) {
      System.getLogger(ClusterWatch.class.getName())
          .log(point.ok() ? Level.INFO : Level.ERROR, "cluster: " + point.detail());
    }
  }
}
