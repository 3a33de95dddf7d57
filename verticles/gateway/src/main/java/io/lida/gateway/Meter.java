package io.lida.gateway;

import io.lida.contract.Monitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What this front is at. For one event loop. */
final class Meter {
  private final InstantSource clock;
  private final Instant started;
  private final Feeds feeds;
  private long requests;
  private int connections;
  private boolean draining;

  Meter(InstantSource clock, Feeds feeds) {
    this.clock = clock;
    this.started = clock.instant();
    this.feeds = feeds;
  }

  void requested() {
    requests++;
  }

  void connected() {
    connections++;
  }

  void disconnected() {
    connections--;
  }

  boolean draining() {
    return draining;
  }

  void drain() {
    draining = true;
  }

  Documents.Stats stats(GatewayOptions options, Monitor.@Nullable Pulse engine) {
    return new Documents.Stats(
        "lida.stats/v1",
        options.node(),
        options.version(),
        started,
        Duration.between(started, clock.instant()).toSeconds(),
        requests,
        connections,
        feeds.watchers(),
        engine);
  }
}
