package io.lida.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** One bucket for each name; those that are full again are forgotten. For one event loop. */
final class Buckets {
  private static final int MANY = 10_000;

  private final double perSecond;
  private final int burst;
  private final LongSupplier nanos;
  private final Map<String, TokenBucket> buckets = new HashMap<>();

  Buckets(double perSecond, int burst, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanos = nanos;
  }

  /** 0 when this may pass; else the whole seconds to wait, rounded up. */
  long take(String name) {
    if (buckets.size() > MANY) {
      buckets.values().removeIf(bucket -> bucket.full(nanos.getAsLong()));
    }
    long wait = bucket(name).take(nanos.getAsLong());
    return (wait + 999_999_999L) / 1_000_000_000L;
  }

  void giveBack(String name) {
    bucket(name).giveBack();
  }

  private TokenBucket bucket(String name) {
    return buckets.computeIfAbsent(
        name, fresh -> new TokenBucket(perSecond, burst, nanos.getAsLong()));
  }
}
