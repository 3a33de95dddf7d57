package io.lida.monitor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How late the event loops of a node are. Thread-safe. */
final class Loops {
  private final List<Beat> beats;

  private Loops(List<Beat> beats) {
    this.beats = beats;
  }

  /** Puts a beat on each loop: a new deployment gets the next loop, round and round. */
  static Future<Loops> watch(Vertx vertx, int loops) {
    List<Beat> beats = Stream.generate(Beat::new).limit(loops).toList();
    return Future.all(beats.stream().map(vertx::deployVerticle).toList()).map(new Loops(beats));
  }

  /** The worst of all loops. */
  Duration lag() {
    return beats.stream()
        .map(Beat::lag)
        .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }
}
