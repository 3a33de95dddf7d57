package io.lida.monitor;

import io.lida.contract.Bus;
import io.lida.contract.Monitor;
import io.lida.contract.Monitor.Health;
import io.lida.contract.Monitor.Point;
import io.lida.contract.Monitor.Pulse;
import io.lida.store.Store;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at one node, in little more than a second whatever hangs. Thread-safe. */
final class Checkup {
  private static final long PATIENCE_MS = 1_000;

  /** Half of the way to the end of a lease; by then a node has stopped to write. */
  private static final long FRESH_MS = 4_000;

  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration DEAD = Duration.ofSeconds(5);

  private final MonitorOptions options;
  private final Store store;
  private final Bus bus;
  private final Loops loops;
  private volatile boolean started;

  Checkup(MonitorOptions options, Store store, Bus bus, Loops loops) {
    this.options = options;
    this.store = store;
    this.bus = bus;
    this.loops = loops;
  }

  /** How the node is now; never fails. */
  Future<Health> health() {
    long began = System.nanoTime();
    Future<Point> redis = store.ping().map(pong -> answered(began)).otherwise(Checkup::silent);
    Future<Optional<Pulse>> pulse = pulse();
    return Future.all(redis, pulse).map(both -> health(redis.result(), pulse.result()));
  }

  /** What the engine is at; empty when it does not say. */
  Future<Optional<Pulse>> pulse() {
    return bus.request(Monitor.pulse(options.node()), new Monitor.Feel())
        .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .map(Optional::of)
        .otherwise(Optional.empty());
  }

  private Health health(Point redis, Optional<Pulse> pulse) {
    Duration lag = loops.lag();
    if (pulse.isPresent() && pulse.get().recovered()) {
      started = true;
    }
    List<Point> points = new ArrayList<>();
    points.add(redis);
    points.add(leases(pulse));
    points.add(drain(pulse));
    points.add(new Point("recovered", started, started ? "done" : "not yet"));
    points.add(new Point("loop", lag.compareTo(SLOW) < 0, lag.toMillis() + " ms late"));
    options.beyond().forEach(point -> points.add(point.get()));
    boolean ready = points.stream().allMatch(Point::ok);
    return new Health(options.node(), lag.compareTo(DEAD) < 0, ready, started, points);
  }

  private static Point answered(long began) {
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return new Point("store", true, "redis answered in " + took + " ms");
  }

  private static Point silent(Throwable cause) {
    String why =
        cause instanceof TimeoutException
            ? "redis does not answer"
            : String.valueOf(cause.getMessage());
    return new Point("store", false, why);
  }

  private static Point leases(Optional<Pulse> pulse) {
    if (pulse.isEmpty()) {
      return new Point("leases", false, "the engine does not answer");
    }
    boolean idle = pulse.get().running() == 0;
    long age = pulse.get().renewedMs();
    return new Point(
        "leases", idle || age < FRESH_MS, idle ? "none held" : "renewed " + age + " ms ago");
  }

  private static Point drain(Optional<Pulse> pulse) {
    boolean draining = pulse.isPresent() && pulse.get().draining();
    return new Point("drain", !draining, draining ? "taking no more work" : "taking work");
  }
}
