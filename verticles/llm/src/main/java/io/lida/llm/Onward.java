package io.lida.llm;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Goes on where somebody was, with what was done elsewhere. */
final class Onward {
  private Onward() {}

  /** The same outcome, on the context of whoever asks. */
  static <T> Future<T> here(Future<T> elsewhere) {
    Context context = Vertx.currentContext();
    if (context == null) {
      return elsewhere;
    }
    Promise<T> outcome = Promise.promise();
    elsewhere.onComplete(
        (result, failure) -> context.runOnContext(turn -> outcome.complete(result, failure)));
    return outcome.future();
  }
}
