package io.lida.llm;

import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets so many calls through at once as the provider bears: one more after each 20 that succeeded,
 * half as many when it says it is busy. First come, first served.
 *
 * <p>For one thread at a time: all methods belong to the verticle's context.
 */
final class Throttle {
  private static final int STREAK = 20;

  private final int max;
  private final Queue<Promise<Void>> waiting = new ArrayDeque<>();
  private int limit;
  private int inside;
  private int streak;
  private int age;

  Throttle(Settings.Limits limits) {
    this.limit = limits.initial();
    this.max = limits.max();
  }

  /**
   * A place inside: complete at once when one is free. Who waits no longer fails the promise; who
   * got in says {@link #leave} in the end.
   */
  Promise<Void> enter() {
    Promise<Void> place = Promise.promise();
    if (inside < limit && waiting.isEmpty()) {
      inside++;
      place.complete();
    } else {
      waiting.add(place);
    }
    return place;
  }

  /** Gives the place to whoever waits longest. */
  void leave() {
    inside--;
    admit();
  }

  /** How often the limit was halved so far; a call remembers what it found when it began. */
  int age() {
    return age;
  }

  void succeeded() {
    if (++streak == STREAK) {
      streak = 0;
      limit = Math.min(max, limit + 1);
      admit();
    }
  }

  /**
   * The provider is busy. Calls that began before the last halving say nothing new: a burst of a
   * hundred refusals halves once.
   */
  void pressed(int ageAtBegin) {
    streak = 0;
    if (ageAtBegin == age) {
      age++;
      limit = Math.max(1, limit / 2);
    }
  }

  int limit() {
    return limit;
  }

  int inside() {
    return inside;
  }

  private void admit() {
    while (inside < limit && !waiting.isEmpty()) {
      if (waiting.remove().tryComplete()) {
        inside++;
      }
    }
  }
}
