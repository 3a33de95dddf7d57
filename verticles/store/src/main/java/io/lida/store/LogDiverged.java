package io.lida.store;

/** The log is not what its writer believes it to be; nothing was written. Without a stack trace. */
public final class LogDiverged extends RuntimeException {
  LogDiverged(String run, String outcome, long first, long last) {
    super(
        "run %s: event %d does not fit a log that ends at %d (%s)"
            .formatted(run, first, last, outcome),
        null,
        false,
        false);
  }
}
