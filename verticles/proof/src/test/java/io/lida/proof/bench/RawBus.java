package io.lida.proof.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;

/** The floor of an ask: Vert.x's own event bus with a text of 256 characters, by reference. */
final class RawBus {
  private static final String ADDRESS = "raw";
  private static final String TEXT = "x".repeat(256);

  private RawBus() {}

  static Map<String, Double> measure(Vertx vertx, Task task) {
    Context context = vertx.getOrCreateContext();
    Pump pump = new Pump(() -> vertx.eventBus().request(ADDRESS, TEXT), task.total());
    var consumer =
        vertx.eventBus().<String>consumer(ADDRESS, message -> message.reply(message.body()));
    consumer.completion().await();
    context.runOnContext(turn -> pump.start(task.atOnce()));
    pump.over().await();
    consumer.unregister().await();
    return pump.figures();
  }
}
