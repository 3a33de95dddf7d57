package io.lida.llm;

import io.lida.contract.Llm;
import io.lida.contract.Monitor.Called;
import io.lida.contract.Usage;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells what each call came to, once it ended. What was refused before any try was no call. */
final class Reports {
  private static final String OK = "ok";

  private final Pool pool;
  private final Consumer<Called> told;
  private final InstantSource clock;

  Reports(Pool pool, Consumer<Called> told, InstantSource clock) {
    this.pool = pool;
    this.told = told;
    this.clock = clock;
  }

  /** As {@link Pool#complete}. */
  Future<Llm.Completion> complete(Llm.Complete call) {
    long began = clock.millis();
    return pool.complete(call)
        .onComplete(
            (completion, failure) -> {
              if (failure == null) {
                tell(call, OK, completion.usage().calls(), completion.usage(), began);
              } else if (failure instanceof Trouble trouble) {
                tell(call, outcome(trouble), reached(trouble), Usage.NONE, began);
              }
            });
  }

  private static String outcome(Trouble trouble) {
    return trouble.fault().code().name().toLowerCase(Locale.ROOT);
  }

  private static int reached(Trouble trouble) {
    long before =
        Arrays.stream(trouble.getSuppressed())
            .filter(earlier -> earlier instanceof Trouble one && one.reached())
            .count();
    return (int) before + (trouble.reached() ? 1 : 0);
  }

  private void tell(Llm.Complete call, String outcome, int tries, Usage usage, long began) {
    ModelId model = ModelId.of(call.model());
    long latency = clock.millis() - began;
    told.accept(new Called(model.provider(), model.model(), outcome, tries, usage, latency));
  }
}
