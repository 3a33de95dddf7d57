package io.lida.deliberation;

import java.util.Locale;

/** Where a run is in its life. */
enum Status {
  RUNNING,
  PAUSED,
  INTERRUPTED,
  COMPLETED,
  CANCELLED,
  FAILED;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the run can never go on. */
  boolean ended() {
    return this == COMPLETED || this == CANCELLED;
  }
}
