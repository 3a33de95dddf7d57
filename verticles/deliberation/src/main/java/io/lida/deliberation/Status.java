package io.lida.deliberation;

import java.util.Locale;

/** Where a run is in its life; its log never says queued or parked, only the index does. */
enum Status {
  QUEUED,
  RUNNING,
  PAUSED,
  INTERRUPTED,
  COMPLETED,
  CANCELLED,
  FAILED,
  PARKED;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the run can never go on. */
  boolean ended() {
    return this == COMPLETED || this == CANCELLED;
  }
}
