package io.lida.deliberation;

import io.lida.contract.Manifest;
import io.lida.contract.Trace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Work and log lines that belong to a run, under the trace of the request that began it. */
final class Traced {
  private Traced() {}

  /** Does something under the run's trace; asks made within carry it on. */
  static <T> T run(Manifest manifest, Supplier<T> action) {
    String trace = manifest.trace();
    return trace == null ? action.get() : new Trace(trace).run(action);
  }

  /** Logs a line about the run; {@code what} begins with its id. */
  static void log(Logger log, Level level, Manifest manifest, String what) {
    run(
        manifest,
        () -> {
          log.log(level, what);
          return what;
        });
  }
}
