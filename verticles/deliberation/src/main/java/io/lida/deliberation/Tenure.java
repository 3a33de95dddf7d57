package io.lida.deliberation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How far this node may trust that its leases are its own: for 4 s from the moment a renewal was
 * asked for that came through, by a clock that no one sets. After two missed renewals it stops by
 * itself, before its leases end. Used on one context.
 */
final class Tenure {
  private static final long TRUST = TimeUnit.SECONDS.toNanos(4);

  /** Long enough for every other node that was cut off as well to renew first. */
  private static final long SETTLING = TimeUnit.SECONDS.toNanos(3);

  private final LongSupplier nanos;
  private long confirmed;
  private long since;
  private Promise<Void> next = Promise.promise();

  /** A tenure that begins now, and may look around at once. */
  Tenure(LongSupplier nanos) {
    this.nanos = nanos;
    this.confirmed = nanos.getAsLong();
    this.since = confirmed - SETTLING;
  }

  /** The time by this clock, for {@link #confirm}. */
  long now() {
    return nanos.getAsLong();
  }

  /** The leases were this node's when it asked. */
  void confirm(long askedAt) {
    if (!trusted()) {
      since = now();
    }
    confirmed = askedAt;
    if (trusted()) {
      Promise<Void> waiting = next;
      next = Promise.promise();
      waiting.complete();
    }
  }

  /** Whether this node may write. */
  boolean trusted() {
    return now() - confirmed < TRUST;
  }

  /** Whether leases that seem to have ended have: whoever was cut off with us had time to renew. */
  boolean settled() {
    return trusted() && now() - since >= SETTLING;
  }

  /** Completes when this node may write again. */
  Future<Void> regained() {
    return next.future();
  }

  /** How long ago the leases were last known to be this node's, in ms. */
  long ageMs() {
    return TimeUnit.NANOSECONDS.toMillis(now() - confirmed);
  }
}
