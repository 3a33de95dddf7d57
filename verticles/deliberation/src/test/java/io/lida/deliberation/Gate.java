package io.lida.deliberation;

import io.lida.contract.Llm.Complete;
import io.lida.contract.Llm.Completion;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Function;

/** Models that think until the gate is opened, and then agree at once. */
final class Gate implements Function<Complete, Future<Completion>> {
  private final Promise<Void> opened = Promise.promise();

  @Override
  public Future<Completion> apply(Complete call) {
    return opened.future().compose(open -> EngineNode.AGREES.apply(call));
  }

  void open() {
    opened.complete();
  }
}
