package io.lida.proof.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.Map;

/** The floor of an ask: Vert.x's own event bus with a text of 256 characters, by reference. */
final class RawBus {
  private static final String ADDRESS = "raw";
  private static final String TEXT = "x".repeat(256);

  private RawBus() {}

  static Map<String, Double> measure(Vertx vertx, Task task) {
    MessageConsumer<String> consumer = consumer(vertx);
    consumer.completion().await();
    Map<String, Double> figures = ask(vertx, task);
    consumer.unregister().await();
    return figures;
  }

  /** Answers from now on; completes when the other nodes, if there are any, can know. */
  static Future<Void> answer(Vertx vertx) {
    return consumer(vertx).completion();
  }

  /** Asks whoever answers. */
  static Map<String, Double> ask(Vertx vertx, Task task) {
    Context context = vertx.getOrCreateContext();
    Pump pump = new Pump(() -> vertx.eventBus().request(ADDRESS, TEXT), task.total());
    context.runOnContext(turn -> pump.start(task.atOnce()));
    pump.over().await();
    return pump.figures();
  }

  private static MessageConsumer<String> consumer(Vertx vertx) {
    return vertx.eventBus().consumer(ADDRESS, message -> message.reply(message.body()));
  }
}
