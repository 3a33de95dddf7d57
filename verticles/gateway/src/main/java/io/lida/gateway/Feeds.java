package io.lida.gateway;

import io.lida.contract.Bus;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs that are watched through this node. For one event loop. */
final class Feeds {
  private static final int LOOK_SECONDS = 3;
  private static final int RECHECK_SECONDS = 5;

  private final Bus bus;
  private final Keys keys;
  private final GatewayOptions.Limits limits;
  private final Map<String, Feed> feeds = new HashMap<>();
  private long ticks;

  Feeds(Vertx vertx, Bus bus, Keys keys, GatewayOptions.Limits limits) {
    this.bus = bus;
    this.keys = keys;
    this.limits = limits;
    vertx.setPeriodic(1_000, timer -> tick());
  }

  /**
   * Somebody watches a run.
   *
   * @param after the last event they have seen; 0 for none
   */
  Watcher watch(String run, Sink sink, Caller caller, long after, boolean words) {
    Feed feed = feeds.computeIfAbsent(run, id -> new Feed(id, bus, () -> feeds.remove(id)));
    Watcher watcher = new Watcher(feed, sink, caller, after, words);
    feed.join(watcher);
    return watcher;
  }

  int watchers() {
    return feeds.values().stream().mapToInt(Feed::size).sum();
  }

  private void tick() {
    ticks++;
    for (Feed feed : List.copyOf(feeds.values())) {
      feed.tick(limits.heartbeatSeconds(), limits.stalledSeconds());
      if (ticks % LOOK_SECONDS == 0) {
        feed.look();
      }
      if (ticks % RECHECK_SECONDS == 0) {
        feed.recheck(keys);
      }
    }
  }

  /** Hangs up on everybody. */
  void hangUp(String reason) {
    List.copyOf(feeds.values()).forEach(feed -> feed.hangUp(reason));
  }
}
