package io.lida.deliberation;

import java.time.Duration;
import java.time.Instant;

/**
 * Time in which a run was worked on, told from the times of its events. It stands still while
 * nobody but persons is waited for: they may go for a coffee. Not thread-safe.
 */
final class WorkedTime {
  /** By owners before this one. */
  private Duration before = Duration.ZERO;

  /** Since when the present owner works on it. */
  private Instant since;

  /** How long nobody but persons was waited for since then. */
  private Duration waited = Duration.ZERO;

  private Instant last;

  WorkedTime(Instant begun) {
    since = begun;
    last = begun;
  }

  /** Since the last event nobody but persons was waited for. */
  void waited(Instant until) {
    waited = waited.plus(Duration.between(last, until));
  }

  /** An event came. */
  void event(Instant at) {
    last = at;
  }

  /** The run rests from now on. */
  void rest(Instant at) {
    before = until(at);
    waited = Duration.ZERO;
  }

  /**
   * A new owner begins.
   *
   * @param orphaned whether the last one died at work, and so worked until the last event
   */
  void resume(Instant at, boolean orphaned) {
    if (orphaned) {
      before = until(last);
    }
    since = at;
    waited = Duration.ZERO;
  }

  private Duration until(Instant at) {
    return before.plus(Duration.between(since, at)).minus(waited);
  }

  /**
   * The time until now.
   *
   * @param waiting whether nobody but persons is waited for since the last event
   */
  Duration until(Instant now, boolean waiting) {
    Duration counted = until(now);
    return waiting ? counted.minus(Duration.between(last, now)) : counted;
  }

  /** When the last event came. */
  Instant last() {
    return last;
  }
}
