package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes one try through its lane: waits for a place and its share of the minute, asks, and tells
 * the lane how it went. On the event loop of the room.
 *
 * @param left how long the try may still be put off
 */
record Passage(
    Lane lane,
    Llm.Complete call,
    Function<Backend, Future<Spoken>> attempt,
    Waits waits,
    Supplier<Duration> left) {
  /** Fails with a {@link Trouble}; what was taken of the lane is given back whatever happens. */
  Future<Spoken> once() {
    try {
      lane.breaker().check();
    } catch (Trouble open) {
      return Future.failedFuture(open);
    }
    Promise<Void> place = lane.throttle().enter();
    return place.future().isComplete()
        ? inside()
        : waits.until(place, left.get(), crowded()).compose(entered -> inside());
  }

  private Future<Spoken> inside() {
    // Inside, because a share of the minute taken before a long wait for a place would be spent
    // in another minute.
    return lane.quota()
        .reserve(call, waits, left)
        .compose(this::spend)
        .onComplete(over -> lane.throttle().leave());
  }

  /** A try that fails at the provider keeps its share: nobody knows what was counted there. */
  private Future<Spoken> spend(Quota.Reservation share) {
    return speak()
        .onComplete(
            (spoken, failure) -> {
              if (failure == null) {
                share.settle(spoken);
              } else if (failure instanceof Trouble trouble && !trouble.reached()) {
                share.giveBack();
              }
            });
  }

  private Future<Spoken> speak() {
    Breaker.State admission;
    try {
      admission = lane.breaker().admit();
    } catch (Trouble open) {
      return Future.failedFuture(open);
    }
    int age = lane.throttle().age();
    return begin()
        .onComplete(
            (spoken, failure) -> {
              switch (failure) {
                case null -> {
                  lane.breaker().report(admission, true);
                  lane.throttle().succeeded();
                }
                case Trouble trouble -> tell(trouble, admission, age);
                default -> lane.breaker().retract(admission);
              }
            });
  }

  private Future<Spoken> begin() {
    try {
      return attempt.apply(lane.backend());
    } catch (RuntimeException unforeseen) {
      return Future.failedFuture(unforeseen);
    }
  }

  private void tell(Trouble trouble, Breaker.State admission, int age) {
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
  }

  private Trouble crowded() {
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
}
