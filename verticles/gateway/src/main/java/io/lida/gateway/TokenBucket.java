package io.lida.gateway;

/**
 * Lets so much pass in the long run, and so much at once after a rest. Time is handed in, in
 * nanoseconds of any origin, and must not go back.
 */
final class TokenBucket {
  private final double perNano;
  private final double most;
  private double tokens;
  private long then;

  TokenBucket(double perSecond, int burst, long now) {
    this.perNano = perSecond / 1e9;
    this.most = burst;
    this.tokens = burst;
    this.then = now;
  }

  /** Takes one; or answers in how many nanoseconds there will be one, which is 0 when taken. */
  long take(long now) {
    refill(now);
    if (tokens >= 1) {
      tokens -= 1;
      return 0;
    }
    return (long) Math.ceil((1 - tokens) / perNano);
  }

  /** Gives one back that was not needed. */
  void giveBack() {
    tokens = Math.min(most, tokens + 1);
  }

  /** Whether it has rested so long that a new one would be the same. */
  boolean full(long now) {
    refill(now);
    return tokens >= most;
  }

  private void refill(long now) {
    tokens = Math.min(most, tokens + Math.max(0, now - then) * perNano);
    then = now;
  }
}
