package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes one call through its lane: waits for a place and its share of the minute, asks, and asks
 * again where that may help.
 *
 * <p>Blocks the virtual thread it is called on. Its state is read before or after a wait and never
 * carried across one.
 */
final class Calls {
  /** Waiting, so that tests need not. */
  interface Waits {
    /** Returns after so long. */
    void pause(Duration delay);

    /** Returns when the place is taken, or fails it with the trouble after so long. */
    void until(Promise<Void> place, Duration patience, Trouble otherwise);
  }

  /**
   * What a call came to.
   *
   * @param reached tries that reached the provider, the good one included
   */
  record Outcome(Spoken spoken, int reached) {}

  private final Retries retries;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Waits waits;
  private final Map<String, RetryBudget> budgets = new HashMap<>();

  Calls(Retries retries, InstantSource clock, RandomGenerator random, Waits waits) {
    this.retries = retries;
    this.clock = clock;
    this.random = random;
    this.waits = waits;
  }

  /**
   * Makes the call.
   *
   * @param call what the attempt will ask
   * @param attempt speaks once through the lane's backend
   * @throws Trouble the last failure, with all before it suppressed
   */
  Outcome make(Lane lane, Llm.Complete call, Function<Backend, Spoken> attempt) {
    Instant began = clock.instant();
    RetryBudget budget =
        budgets.computeIfAbsent(
            lane.model().provider(), provider -> new RetryBudget(retries, clock));
    budget.called();
    List<Trouble> failures = new ArrayList<>();
    int reached = 1;
    while (true) {
      try {
        return new Outcome(tryOnce(lane, call, attempt, began), reached);
      } catch (Trouble trouble) {
        failures.add(trouble);
        reached += trouble.reached() ? 1 : 0;
        Duration delay = delayAfter(failures, lane, began, budget);
        if (delay == null) {
          throw last(failures);
        }
        waits.pause(delay);
      }
    }
  }

  private Spoken tryOnce(
      Lane lane, Llm.Complete call, Function<Backend, Spoken> attempt, Instant began) {
    lane.breaker().check();
    Promise<Void> place = lane.throttle().enter();
    if (!place.future().isComplete()) {
      waits.until(place, left(lane, began), crowded(lane));
    }
    try {
      // Inside, because a share of the minute taken before a long wait for a place would be spent
      // in another minute.
      Quota.Reservation share = lane.quota().reserve(call, waits, () -> left(lane, began));
      return spend(share, lane, attempt);
    } finally {
      lane.throttle().leave();
    }
  }

  /** A try that fails at the provider keeps its share: nobody knows what was counted there. */
  private static Spoken spend(
      Quota.Reservation share, Lane lane, Function<Backend, Spoken> attempt) {
    try {
      Spoken spoken = speak(lane, attempt);
      share.settle(spoken);
      return spoken;
    } catch (Trouble trouble) {
      if (!trouble.reached()) {
        share.giveBack();
      }
      throw trouble;
    }
  }

  private static Spoken speak(Lane lane, Function<Backend, Spoken> attempt) {
    Breaker.State admission = lane.breaker().admit();
    int age = lane.throttle().age();
    try {
      Spoken spoken = attempt.apply(lane.backend());
      lane.breaker().report(admission, true);
      lane.throttle().succeeded();
      return spoken;
    } catch (Trouble trouble) {
      switch (trouble.sign()) {
        case ILL -> lane.breaker().report(admission, false);
        case BUSY -> {
          lane.throttle().pressed(age);
          lane.breaker().retract(admission);
        }
        case DROWNING -> {
          lane.throttle().pressed(age);
          lane.breaker().report(admission, false);
        }
        case WELL -> lane.breaker().answered(admission);
      }
      throw trouble;
    } catch (RuntimeException unforeseen) {
      lane.breaker().retract(admission);
      throw unforeseen;
    }
  }

  /** How long to wait before the next try; absent when there is none. */
  private @Nullable Duration delayAfter(
      List<Trouble> failures, Lane lane, Instant began, RetryBudget budget) {
    Trouble trouble = failures.getLast();
    if (!trouble.again() || failures.size() >= retries.tries()) {
      return null;
    }
    Duration delay = retries.delay(failures.size(), trouble.after(), random);
    return delay.compareTo(left(lane, began)) <= 0 && budget.take() ? delay : null;
  }

  /** How long the last possible try may still be put off. */
  private Duration left(Lane lane, Instant began) {
    return retries
        .patience()
        .minus(lane.longestTry())
        .minus(Duration.between(began, clock.instant()));
  }

  private static Trouble crowded(Lane lane) {
    String limits = lane.quota().described();
    Fault fault =
        new Fault(
            FaultCode.OVERLOADED,
            "too many calls wait for " + lane.model(),
            lane.throttle().limit()
                + " at once is what it bears"
                + (limits.isEmpty() ? "" : ", with " + limits),
            "run fewer debates at once");
    return new Trouble(fault, Trouble.Sign.WELL, false, false, null);
  }

  private static Trouble last(List<Trouble> failures) {
    Trouble last = failures.getLast();
    for (Trouble earlier : failures.subList(0, failures.size() - 1)) {
      if (earlier != last) {
        last.addSuppressed(earlier);
      }
    }
    return last;
  }
}
