package io.lida.llm;

import io.lida.contract.Llm;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls: tries each, and tries it again where that may help. On the event loop of the room.
 */
final class Calls {
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
   * @return fails with the last {@link Trouble}, all before it suppressed
   */
  Future<Outcome> make(Lane lane, Llm.Complete call, Function<Backend, Future<Spoken>> attempt) {
    RetryBudget budget =
        budgets.computeIfAbsent(
            lane.model().provider(), provider -> new RetryBudget(retries, clock));
    budget.called();
    return new Course(lane, call, attempt, budget).next();
  }

  /** One call and its tries. */
  private final class Course {
    private final Lane lane;
    private final RetryBudget budget;
    private final Passage passage;
    private final long began = clock.millis();
    private final List<Trouble> failures = new ArrayList<>(0);

    Course(
        Lane lane,
        Llm.Complete call,
        Function<Backend, Future<Spoken>> attempt,
        RetryBudget budget) {
      this.lane = lane;
      this.budget = budget;
      this.passage = new Passage(lane, call, attempt, waits, this::left);
    }

    Future<Outcome> next() {
      return passage
          .once()
          .transform(
              (spoken, failure) ->
                  switch (failure) {
                    case null -> Future.succeededFuture(new Outcome(spoken, reached() + 1));
                    case Trouble trouble -> after(trouble);
                    default -> Future.failedFuture(failure);
                  });
    }

    private Future<Outcome> after(Trouble trouble) {
      failures.add(trouble);
      Duration delay = delay(trouble);
      return delay == null
          ? Future.failedFuture(last())
          : waits.pause(delay).compose(waited -> next());
    }

    private int reached() {
      return (int) failures.stream().filter(Trouble::reached).count();
    }

    /** How long to wait before the next try; absent when there is none. */
    private @Nullable Duration delay(Trouble trouble) {
      if (!trouble.again() || failures.size() >= retries.tries()) {
        return null;
      }
      Duration delay = retries.delay(failures.size(), trouble.after(), random);
      return delay.compareTo(left()) <= 0 && budget.take() ? delay : null;
    }

    /** How long the last possible try may still be put off. */
    private Duration left() {
      return retries.patience().minus(lane.longestTry()).minusMillis(clock.millis() - began);
    }

    private Trouble last() {
      Trouble last = failures.getLast();
      for (Trouble earlier : failures.subList(0, failures.size() - 1)) {
        if (earlier != last) {
          last.addSuppressed(earlier);
        }
      }
      return last;
    }
  }
}
