package io.lida.proof.bench;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Llm;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;

/** An ask with records of the contract, answered at once. */
final class TypedBus {
  static final Llm.Count QUESTION = new Llm.Count("sim/default", "x".repeat(256));
  static final Llm.Counted ANSWER = new Llm.Counted(64, true);
  private static int number;

  private TypedBus() {}

  static Map<String, Double> measure(Vertx vertx, Task task) {
    Ask<Llm.Count, Llm.Counted> ask =
        new Ask<>(
            "lida.bench.echo" + number++,
            Llm.Count.class,
            Llm.Counted.class,
            Duration.ofSeconds(20));
    Bus bus = Bus.on(vertx);
    Context context = vertx.getOrCreateContext();
    bus.serve(ask, 4_096, question -> Future.succeededFuture(ANSWER)).await();
    Pump pump = new Pump(() -> bus.request(ask, QUESTION), task.total());
    context.runOnContext(turn -> pump.start(task.atOnce()));
    pump.over().await();
    return pump.figures();
  }
}
