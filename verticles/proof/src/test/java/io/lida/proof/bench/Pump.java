package io.lida.proof.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps so many questions outstanding until so many are answered. For one context. */
final class Pump {
  private final Supplier<Future<?>> question;
  private final int total;
  private final Latencies latencies;
  private final Promise<Void> over = Promise.promise();
  private int asked;
  private int answered;

  Pump(Supplier<Future<?>> question, int total) {
    this.question = question;
    this.total = total;
    this.latencies = new Latencies(total);
  }

  Future<Void> over() {
    return over.future();
  }

  /** It cannot even begin. */
  void fail(Throwable cause) {
    over.tryFail(cause);
  }

  void start(int outstanding) {
    for (int i = 0; i < Math.min(outstanding, total); i++) {
      next();
    }
  }

  private void next() {
    asked++;
    long begin = System.nanoTime();
    question
        .get()
        .onComplete(
            answer -> {
              latencies.add(System.nanoTime() - begin);
              if (answer.failed()) {
                over.tryFail(answer.cause());
              } else if (++answered == total) {
                over.tryComplete();
              } else if (asked < total) {
                next();
              }
            });
  }

  Map<String, Double> figures() {
    return Map.of("count", (double) answered, "p99_ms", latencies.p99());
  }
}
