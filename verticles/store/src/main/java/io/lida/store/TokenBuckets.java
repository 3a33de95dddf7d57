package io.lida.store;

import io.vertx.core.Future;
import java.time.Duration;

/** Rate limits that all nodes share, counted by Redis's clock. Thread-safe. */
public final class TokenBuckets {
  private final Link link;

  TokenBuckets(Link link) {
    this.link = link;
  }

  /**
   * Takes tokens if there are enough, else none; or gives back what was taken and not used.
   *
   * @param key names the bucket; a bucket not touched for as long as it takes to fill is forgotten
   * @param perSecond tokens that come each second, above 0
   * @param burst the most the bucket holds; it starts full
   * @param amount tokens wanted, up to {@code burst}; below 0 it is given back, and what does not
   *     fit into the bucket is lost
   */
  public Future<Taken> take(String key, double perSecond, double burst, double amount) {
    if (!(perSecond > 0 && burst > 0 && amount >= -burst && amount <= burst)
        || Double.isInfinite(perSecond)
        || Double.isInfinite(burst)) {
      return Future.failedFuture(
          new IllegalArgumentException(
              "cannot take %s of a bucket of %s at %s/s".formatted(amount, burst, perSecond)));
    }
    return link.call(
            Script.TAKE
                .call(Keys.bucket(key))
                .arg(Double.toString(perSecond))
                .arg(Double.toString(burst))
                .arg(Double.toString(amount)))
        .map(
            answer ->
                new Taken(
                    answer.get(0).toInteger() == 1,
                    Double.parseDouble(answer.get(1).toString()),
                    Duration.ofMillis(answer.get(2).toLong())));
  }
}
