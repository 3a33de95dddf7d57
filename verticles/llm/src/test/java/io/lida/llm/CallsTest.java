package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final Duration TRY = Duration.ofSeconds(180);
  private static final Llm.Complete CALL = Room.call("local/m", false);
  private static final Spoken SPOKEN = new Spoken("yes", "m", "stop", 1, 1, false);

  private final Clock clock = new Clock();
  private final Troubles troubles = new Troubles("local", null, clock);
  private final Queue<Trouble> script = new ArrayDeque<>();
  private final Breaker breaker =
      new Breaker("local/m", Settings.Circuits.defaults(), TRY, clock, state -> {});
  private final Throttle throttle = new Throttle(Settings.Limits.atOnce(8, 64));
  private final Lane lane =
      new Lane(
          new ModelId("local", "m"),
          (call, words) -> Future.succeededFuture(SPOKEN),
          throttle,
          Quota.NONE,
          breaker,
          TRY);

  @Test
  void delaysAreDrawnBelowADoublingBound() {
    fail(4, 500);
    assertEquals(5, make(calls(() -> Long.MAX_VALUE)).reached());
    for (int retry = 0; retry < 4; retry++) {
      Duration bound = Duration.ofSeconds(1L << retry);
      assertTrue(clock.pauses.get(retry).compareTo(bound) <= 0, clock.pauses.toString());
      assertTrue(clock.pauses.get(retry).compareTo(bound.dividedBy(3)) > 0);
    }
  }

  @Test
  void noDelayIsLongerThanTheCap() {
    Retries retries = Retries.defaults();
    Duration longest = retries.delay(30, null, () -> Long.MAX_VALUE);
    assertTrue(longest.compareTo(retries.cap()) <= 0);
  }

  @Test
  void whatTheProviderAsksForIsTheLeastDelay() {
    script.add(troubles.status(429, "7", ""));
    make(calls(() -> 0));
    assertEquals(Duration.ofSeconds(7), clock.pauses.getFirst());
  }

  @Test
  void aWaitBeyondOurPatienceIsNotWaited() {
    script.add(troubles.status(429, "600", ""));
    Trouble trouble = assertThrows(Trouble.class, () -> make(calls(() -> 0)));
    assertEquals(FaultCode.OVERLOADED, trouble.fault().code());
    assertEquals(0, clock.pauses.size());
  }

  @Test
  void theLastFailureKeepsAllBeforeIt() {
    Trouble first = troubles.cut();
    Trouble second = troubles.broken(new IOException("reset"));
    Trouble last = troubles.status(401, null, "");
    script.add(first);
    script.add(second);
    script.add(last);
    Trouble thrown = assertThrows(Trouble.class, () -> make(calls(() -> 0)));
    assertEquals(last, thrown);
    assertArrayEquals(new Throwable[] {first, second}, thrown.getSuppressed());
    assertTrue(thrown.told().detail().contains("try 3"), thrown.told().detail());
  }

  @Test
  void triesThatReachedNobodyAreNotCounted() {
    script.add(troubles.unreachable(new IOException("refused")));
    assertEquals(1, make(calls(() -> 0)).reached());
  }

  @Test
  void retriesAreAFifthOfTheCallsAtMost() {
    Calls calls = calls(() -> 0);
    int made = 0;
    for (int call = 0; call < 100; call++) {
      script.add(troubles.status(429, null, ""));
      try {
        make(calls);
      } catch (Trouble spent) {
        script.clear();
      }
      made = clock.pauses.size();
    }
    assertEquals(20, made);
  }

  @Test
  void aCircuitThatOpensBetweenTriesEndsThem() {
    fail(40, 500);
    Calls calls = calls(() -> 0);
    assertThrows(Trouble.class, () -> make(calls));
    Trouble second = assertThrows(Trouble.class, () -> make(calls));
    assertEquals(5, second.getSuppressed().length + 1);
    Trouble third = assertThrows(Trouble.class, () -> make(calls));
    assertEquals(FaultCode.CIRCUIT_OPEN, third.fault().code());
    assertEquals(30, script.size());
  }

  @Test
  void whoWaitsTooLongForAPlaceIsTold() {
    for (int call = 0; call < 8; call++) {
      throttle.enter();
    }
    Trouble trouble = assertThrows(Trouble.class, () -> make(calls(() -> 0)));
    assertEquals(FaultCode.OVERLOADED, trouble.fault().code());
    assertEquals(8, throttle.inside());
  }

  @Test
  void placesAreGivenBackWhateverHappens() {
    fail(5, 500);
    assertThrows(Trouble.class, () -> make(calls(() -> 0)));
    make(calls(() -> 0));
    assertEquals(0, throttle.inside());
  }

  private Calls calls(RandomGenerator random) {
    return new Calls(Retries.defaults(), clock, random, clock);
  }

  private Calls.Outcome make(Calls calls) {
    return Node.await(calls.make(lane, CALL, this::speak));
  }

  private Future<Spoken> speak(Backend backend) {
    Trouble next = script.poll();
    return next == null ? backend.speak(CALL, words -> {}) : Future.failedFuture(next);
  }

  private void fail(int times, int status) {
    for (int call = 0; call < times; call++) {
      script.add(troubles.status(status, null, ""));
    }
  }
}
