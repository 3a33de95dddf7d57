package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.FaultProxy.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever append the engine is at when its process is killed, before Redis hears of it or after
 * Redis has it: the run goes on as if nothing had happened.
 */
@Timeout(300)
class KillAtWritePointsTest {
  /** Start, two rounds, two times three turns, three calls for them, votes, decision, end. */
  private static final int FEWEST_POINTS = 10;

  @TempDir Path folder;
  private RedisAtHand redis;

  @BeforeEach
  void redisIsThere() {
    redis = new RedisAtHand(folder.resolve("r"));
  }

  @AfterEach
  void redisIsGone() {
    redis.close();
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void aRunKilledAtAnyAppendIsWholeWhenItWasTakenUpAgain(Point point) {
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean past = new AtomicBoolean();
    AtomicInteger kills = new AtomicInteger();
    Lanes.Work lane =
        () -> {
          while (!past.get()) {
            if (killedAt(next.incrementAndGet(), point)) {
              kills.incrementAndGet();
            } else {
              past.set(true);
            }
          }
        };
    Lanes.all(Collections.nCopies(Lanes.count(), lane));
    System.out.println(kills + " kills at " + point);
    assertTrue(kills.get() >= FEWEST_POINTS, "killed only " + kills + " times");
  }

  /** Whether the run came to that append at all. */
  private boolean killedAt(int number, Point point) throws IOException {
    try (DoomedRun doomed =
        new DoomedRun(
            Talk.DEBATE,
            redis,
            folder.resolve(point + "-" + number),
            (append, now) -> append != number || now != point)) {
      Cli.Said first = doomed.begin().end();
      if (first.code() == 0) {
        doomed.assertWhole(first, List.of());
        return false;
      }
      Ledger left = doomed.log();
      left.assertWhole();
      if (left.entries().isEmpty()) {
        neverBegun(doomed);
      } else if (left.types().containsKey("run_completed")) {
        assertEquals(3, doomed.takeUp().end().code(), "an ended run has nothing to go on with");
        assertEquals(doomed.needed(), doomed.calls());
      } else {
        doomed.assertWhole(doomed.takeUp().end(), List.of(left.underWay()));
      }
      return true;
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError("killed at append " + number + ", " + point, failure);
    }
  }

  /** A run without a first event was promised to nobody, and nobody was asked for it. */
  private static void neverBegun(DoomedRun doomed) {
    assertEquals(7, doomed.takeUp().end().code());
    assertEquals(0, doomed.calls());
    assertEquals(Set.of(), doomed.log().underWay());
  }
}
