package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaTest {
  private static final ModelId MODEL = new ModelId("local", "m");
  private static final Duration TRY = Duration.ofSeconds(180);

  /** Leaves five seconds of the patience that is shipped. */
  private static final Duration LONG_TRY = Retries.defaults().patience().minusSeconds(5);

  private static final Llm.Complete CALL = Room.call("local/m", false);

  /** 11 read as estimated, 400 written at most. */
  private static final int RESERVED = 411;

  @TempDir private Path home;
  private final Clock clock = new Clock();
  private final Troubles troubles = new Troubles("local", null, clock);
  private final Queue<Trouble> script = new ArrayDeque<>();
  private Spoken spoken = spoken(RESERVED);
  private SharedRedis redis;

  @BeforeEach
  void aServer() {
    redis = new SharedRedis(home);
  }

  @AfterEach
  void end() {
    redis.close();
  }

  @Test
  void theFourthOfThreeAMinuteWaits() {
    Lane lane = lane(3, null);
    for (int call = 0; call < 3; call++) {
      make(lane);
    }
    assertEquals(List.of(), clock.pauses);
    make(lane);
    assertBetween(Duration.ofSeconds(10), Duration.ofSeconds(20), waited());
  }

  @Test
  void aRetryIsARequestToo() {
    Lane lane = lane(1, null);
    script.add(troubles.status(500, null, ""));
    make(lane);
    assertBetween(Duration.ofSeconds(50), Duration.ofSeconds(60), waited());
  }

  @Test
  void aTryThatReachedNobodyIsNoRequest() {
    Lane lane = lane(1, null);
    script.add(troubles.unreachable(new IOException("refused")));
    make(lane);
    assertEquals(Duration.ZERO, waited());
  }

  @Test
  void tokensNotUsedAreGivenBack() {
    Lane lane = lane(null, 600);
    spoken = spoken(20);
    make(lane);
    make(lane);
    assertEquals(Duration.ZERO, waited());
    // The third counts on what the second gave back.
    make(lane);
    assertEquals(Duration.ZERO, waited());
  }

  @Test
  void tokensUsedAreNotGivenBack() {
    Lane lane = lane(null, 600);
    make(lane);
    make(lane);
    // 222 are missing, and 10 come in a second.
    assertBetween(Duration.ofSeconds(12), Duration.ofMillis(22_200), waited());
  }

  @Test
  void tokensUsedBeyondTheEstimateAreTaken() {
    Lane lane = lane(null, 600);
    spoken = spoken(590);
    make(lane);
    make(lane);
    // 401 are missing, and 10 come in a second.
    assertBetween(Duration.ofSeconds(30), Duration.ofMillis(40_100), waited());
  }

  @Test
  void aCallLargerThanAMinuteTakesAWholeOne() {
    Lane lane = lane(null, 100);
    make(lane);
    make(lane);
    assertBetween(Duration.ofSeconds(50), Duration.ofSeconds(60), waited());
  }

  @Test
  void whoWaitsForTokensInVainKeepsNoRequest() {
    Lane lane = lane(2, 400, LONG_TRY);
    make(lane);
    assertEquals(FaultCode.OVERLOADED, refusal(lane).code());
    make(lane(2, null));
    assertEquals(Duration.ZERO, waited());
  }

  @Test
  void aWaitBeyondOurPatienceIsNotWaited() {
    Lane lane = lane(1, null, LONG_TRY);
    make(lane);
    Fault fault = refusal(lane);
    assertEquals(FaultCode.OVERLOADED, fault.code());
    assertEquals("the limit per minute of local/m is used up", fault.title());
    assertEquals("with requests_per_minute 1 this call could not be made in time", fault.detail());
    assertTrue(fault.fix().contains("limits of local in conf/providers.json"), fault.fix());
    assertEquals(List.of(), clock.pauses);
    assertEquals(0, lane.throttle().inside());
  }

  @Test
  void whoWaitsBehindAnotherIsToldInTime() {
    Lane lane = lane(1, null);
    make(lane);
    List<Throwable> told = new ArrayList<>();
    Waits another =
        new Waits() {
          @Override
          public Future<Void> pause(Duration delay) {
            calls(redis.waits(clock)).make(lane, CALL, QuotaTest.this::speak).onFailure(told::add);
            return redis.passing(delay);
          }

          @Override
          public Future<Void> until(Promise<Void> place, Duration patience, Trouble otherwise) {
            throw new AssertionError("first in line");
          }
        };
    Node.await(calls(another).make(lane, CALL, this::speak));
    assertEquals(FaultCode.OVERLOADED, ((Trouble) told.getFirst()).fault().code());
    redis.pass(Duration.ofMinutes(1));
    make(lane);
  }

  @Test
  void twoProcessesShareOneLimit() {
    Lane here = lane(2, null);
    Lane there = lane(2, null);
    make(here);
    make(there);
    assertEquals(Duration.ZERO, waited());
    make(there);
    assertBetween(Duration.ofSeconds(20), Duration.ofSeconds(30), waited());
  }

  @Test
  void anotherModelOrCredentialHasALimitOfItsOwn() {
    Settings.Limits limits = new Settings.Limits(8, 64, 1, null);
    Meter.Buckets buckets = redis.buckets()::take;
    Key key = new Key("sk-one-of-two");
    for (Quota quota :
        List.of(
            Quota.of(MODEL, Optional.empty(), limits, buckets),
            Quota.of(new ModelId("local", "other"), Optional.empty(), limits, buckets),
            Quota.of(MODEL, Optional.of(key), limits, buckets))) {
      Node.await(quota.reserve(CALL, redis.waits(clock), () -> Duration.ZERO));
    }
    assertEquals(
        List.of(
            "lida:limit:llm:local/m:" + key.digest() + ":requests",
            "lida:limit:llm:local/m:keyless:requests",
            "lida:limit:llm:local/other:keyless:requests"),
        redis.keys());
    assertFalse(key.digest().contains("sk-"), key.digest());
  }

  @Test
  void withoutALimitNothingIsKept() {
    Lane lane = lane(null, null);
    make(lane);
    assertEquals(List.of(), redis.keys());
  }

  @Test
  void bucketsThatAreAwayForAMomentAreAskedAgain() {
    Queue<Boolean> away = new ArrayDeque<>(List.of(true));
    Meter.Buckets real = redis.buckets()::take;
    Meter.Buckets flaky =
        (key, rate, burst, amount) ->
            away.poll() == null
                ? real.take(key, rate, burst, amount)
                : Future.failedFuture(new Fault(FaultCode.STORE_UNAVAILABLE, "redis is away"));
    Lane lane = lane(new Settings.Limits(8, 64, 1, null), TRY, flaky);
    assertEquals(1, make(lane).reached());
    assertEquals(0, away.size());
  }

  private Calls.Outcome make(Lane lane) {
    return Node.await(calls(redis.waits(clock)).make(lane, CALL, this::speak));
  }

  private Fault refusal(Lane lane) {
    return assertThrows(Trouble.class, () -> make(lane)).fault();
  }

  private Calls calls(Waits waits) {
    return new Calls(Retries.defaults(), clock, () -> 0, waits);
  }

  private Future<Spoken> speak(Backend backend) {
    Trouble next = script.poll();
    return next == null ? backend.speak(CALL, words -> {}) : Future.failedFuture(next);
  }

  private Lane lane(@Nullable Integer requests, @Nullable Integer tokens) {
    return lane(requests, tokens, TRY);
  }

  /** A lane of a process of its own. */
  private Lane lane(@Nullable Integer requests, @Nullable Integer tokens, Duration longestTry) {
    Settings.Limits limits = new Settings.Limits(8, 64, requests, tokens);
    return lane(limits, longestTry, redis.buckets()::take);
  }

  private Lane lane(Settings.Limits limits, Duration longestTry, Meter.Buckets buckets) {
    return new Lane(
        MODEL,
        (call, words) -> Future.succeededFuture(spoken),
        new Throttle(limits),
        Quota.of(MODEL, Optional.empty(), limits, buckets),
        new Breaker("local/m", Settings.Circuits.defaults(), TRY, clock, state -> {}),
        longestTry);
  }

  private Duration waited() {
    return clock.pauses.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static Spoken spoken(int tokens) {
    return new Spoken("yes", "m", "stop", 11, tokens - 11, false);
  }

  private static void assertBetween(Duration least, Duration most, Duration found) {
    assertTrue(
        found.compareTo(least) >= 0 && found.compareTo(most) <= 0,
        () -> found + " is not between " + least + " and " + most);
  }
}
