package io.lida.llm;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Keeps retries from becoming the load: of a provider's calls in the last minute only a share may
 * be retries. For one thread at a time.
 */
final class RetryBudget {
  private final Retries retries;
  private final Window minute;

  RetryBudget(Retries retries, InstantSource clock) {
    this.retries = retries;
    this.minute = new Window(Duration.ofMinutes(1), clock);
  }

  /** A call is tried for the first time. */
  void called() {
    minute.add();
  }

  /** Takes leave for one retry; false when the share is used up. */
  boolean take() {
    int extra = minute.marked();
    int first = minute.all() - extra;
    if (extra >= Math.max(retries.floor(), retries.budget() * first)) {
      return false;
    }
    minute.addMarked();
    return true;
  }
}
