package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What one model with one credential may be asked in a minute, by all processes of a data folder
 * together. First come, first served within a process: only who is first in line asks the buckets,
 * so a crowd that waits costs them no more than one.
 *
 * <p>For one thread at a time: all methods belong to the verticle's context.
 */
final class Quota {
  /** Of a lane whose calls nobody counts. */
  static final Quota NONE = new Quota("", "", List.of());

  /**
   * What one try took, to be settled when it is over. A quota of nothing has nothing to settle.
   *
   * @param shares how much of what
   */
  record Reservation(List<Share> shares) {
    private record Share(Meter meter, double amount) {}

    /** The answer is there, and with it what was used. */
    void settle(Spoken spoken) {
      shares.forEach(
          share -> share.meter().correct(share.meter().kind().used(spoken) - share.amount()));
    }

    /** The provider was not reached, so nothing was used. */
    void giveBack() {
      shares.forEach(share -> share.meter().correct(-share.amount()));
    }
  }

  private static final Future<Reservation> NOTHING =
      Future.succeededFuture(new Reservation(List.of()));

  private final String model;
  private final String provider;
  private final List<Meter> meters;
  private final Throttle line = new Throttle(Settings.Limits.atOnce(1, 1));

  private Quota(String model, String provider, List<Meter> meters) {
    this.model = model;
    this.provider = provider;
    this.meters = List.copyOf(meters);
  }

  /** The quota of a model with a credential, or {@link #NONE} where nothing is limited. */
  static Quota of(ModelId model, Optional<Key> key, Settings.Limits limits, Meter.Buckets buckets) {
    String lane = "llm:" + model + ":" + key.map(Key::digest).orElse("keyless");
    List<Meter> meters = new ArrayList<>();
    if (limits.requestsPerMinute() instanceof Integer most) {
      meters.add(new Meter(Meter.Kind.REQUESTS, lane + ":requests", most, buckets));
    }
    if (limits.tokensPerMinute() instanceof Integer most) {
      meters.add(new Meter(Meter.Kind.TOKENS, lane + ":tokens", most, buckets));
    }
    return meters.isEmpty() ? NONE : new Quota(model.toString(), model.provider(), meters);
  }

  /**
   * Takes the share of one try, and waits for it where the minute is used up.
   *
   * @param left how long may still be waited
   * @return fails with a {@link Trouble} when that is not long enough, or the buckets cannot be had
   */
  Future<Reservation> reserve(Llm.Complete call, Waits waits, Supplier<Duration> left) {
    if (meters.isEmpty()) {
      return NOTHING;
    }
    Promise<Void> turn = line.enter();
    Future<Void> first =
        turn.future().isComplete() ? turn.future() : waits.until(turn, left.get(), usedUp());
    return first.compose(mine -> takeAll(call, waits, left).onComplete(outcome -> line.leave()));
  }

  private Future<Reservation> takeAll(Llm.Complete call, Waits waits, Supplier<Duration> left) {
    Reservation taken = new Reservation(new ArrayList<>());
    Future<Void> all = Future.succeededFuture();
    for (Meter meter : meters) {
      double amount = meter.share(call);
      all =
          all.compose(before -> take(meter, amount, waits, left))
              .onSuccess(mine -> taken.shares().add(new Reservation.Share(meter, amount)));
    }
    return all.map(taken).onFailure(vain -> taken.giveBack());
  }

  private Future<Void> take(Meter meter, double amount, Waits waits, Supplier<Duration> left) {
    return meter
        .take(amount)
        .transform(
            (taken, failure) -> {
              if (failure != null) {
                return Future.failedFuture(unmetered(failure));
              }
              if (taken.allowed()) {
                return Future.succeededFuture();
              }
              return taken.retryAfter().compareTo(left.get()) > 0
                  ? Future.failedFuture(usedUp())
                  : waits
                      .pause(taken.retryAfter())
                      .compose(waited -> take(meter, amount, waits, left));
            });
  }

  private static Throwable unmetered(Throwable failure) {
    return failure instanceof Fault fault
        ? new Trouble(fault, Trouble.Sign.WELL, fault.code().retriable(), false, null)
        : failure;
  }

  /** The limits in the words of the configuration; empty where there is none. */
  String described() {
    return meters.stream()
        .map(meter -> meter.kind().word() + " " + meter.perMinute())
        .collect(Collectors.joining(" and "));
  }

  private Trouble usedUp() {
    Fault fault =
        new Fault(
            FaultCode.OVERLOADED,
            "the limit per minute of " + model + " is used up",
            "with " + described() + " this call could not be made in time",
            "run fewer debates at once; if the account allows more, raise the limits of "
                + provider
                + " in conf/providers.json");
    return new Trouble(fault, Trouble.Sign.WELL, false, false, null);
  }
}
