package io.lida.llm;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed call is tried again.
 *
 * @param tries the most tries of one call, the first included
 * @param base the longest delay before the first retry; doubles with each further one
 * @param cap the longest delay
 * @param budget the share of a provider's calls of the last minute that may be retries
 * @param floor so many retries a minute are allowed whatever the share says
 * @param patience from the ask to the end of the last try; no try begins that could last longer
 */
record Retries(
    int tries, Duration base, Duration cap, double budget, int floor, Duration patience) {
  Retries {
    Settings.require(
        tries >= 1
            && Settings.positive(base)
            && Settings.positive(cap)
            && budget >= 0
            && floor >= 0
            && Settings.positive(patience),
        "retries want tries >= 1, base, cap and patience above zero, budget and floor >= 0");
  }

  static Retries defaults() {
    return new Retries(
        5, Duration.ofSeconds(1), Duration.ofSeconds(60), 0.2, 10, Duration.ofMinutes(9));
  }

  /**
   * How long to wait before the next try: full jitter, and never less than the provider asked for.
   *
   * @param failures tries that failed so far, at least 1
   */
  Duration delay(int failures, @Nullable Duration after, RandomGenerator random) {
    if (after != null) {
      // Those who were told the same time would otherwise all come back in the same instant.
      return after.plus(jitter(base, random));
    }
    Duration bound = base.multipliedBy(1L << Math.min(failures - 1, 20));
    return jitter(bound.compareTo(cap) < 0 ? bound : cap, random);
  }

  private static Duration jitter(Duration bound, RandomGenerator random) {
    return Duration.ofMillis(Math.round(random.nextDouble() * bound.toMillis()));
  }
}
