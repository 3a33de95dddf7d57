package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.StubProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty runs, debates with and without private probes and games, each killed at a moment of its
 * life, and some of them killed again while they are taken up. {@code -Dlida.seed=N} draws the same
 * moments again.
 */
@Timeout(300)
class KillAtRandomMomentsTest {
  private static final int RUNS = 50;
  private static final int KILLED_TWICE = 5;

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

  @Test
  void aRunKilledAtAnyMomentIsWholeWhenItWasTakenUpAgain() throws Exception {
    long seed = Long.getLong("lida.seed", 20_261_120);
    Life life = life();
    AtomicInteger kills = new AtomicInteger();
    Lanes.all(
        IntStream.range(0, RUNS)
            .<Lanes.Work>mapToObj(
                number -> () -> kills.addAndGet(lives(number, new Random(seed + number), life)))
            .toList());
    System.out.println("seed " + seed + ": " + kills + " kills, " + life);
    assertTrue(kills.get() >= RUNS / 2, () -> "seed " + seed + ": killed only " + kills);
  }

  /** Milliseconds of a process, and of those the ones from its run's first event to its end. */
  private record Life(long process, long run) {}

  /** A life that nobody disturbs. */
  private Life life() throws Exception {
    try (DoomedRun doomed = doomed(Talk.DEBATE, "calm", new Random(0))) {
      long born = System.nanoTime();
      Cli.Running process = doomed.begin();
      doomed.run();
      long begun = System.nanoTime();
      Cli.Said said = process.end();
      long died = System.nanoTime();
      doomed.assertWhole(said, List.of());
      return new Life(
          TimeUnit.NANOSECONDS.toMillis(died - born), TimeUnit.NANOSECONDS.toMillis(died - begun));
    }
  }

  /** Answers how often the run was killed. */
  private int lives(int number, Random random, Life life) throws Exception {
    Talk talk = Talk.values()[number % Talk.values().length];
    try (DoomedRun doomed = doomed(talk, "run-" + number, random)) {
      List<Set<String>> lost = new ArrayList<>();
      Cli.Running process = doomed.begin();
      doomed.run();
      int deaths = number % KILLED_TWICE == 0 ? 2 : 1;
      long within = life.run();
      while (lost.size() < deaths && process.killedAfter(random.nextLong(within))) {
        Ledger left = doomed.log();
        left.assertWhole();
        if (left.types().containsKey("run_completed")) {
          assertEquals(doomed.needed(), left.answers().size());
          return lost.size() + 1;
        }
        lost.add(left.underWay());
        process = doomed.takeUp();
        within = life.process();
      }
      doomed.assertWhole(process.end(), lost);
      return lost.size();
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError("run " + number + ", " + talk, failure);
    }
  }

  /** A run whose provider takes 20 to 40 ms for an answer. */
  private DoomedRun doomed(Talk talk, String name, Random random) throws Exception {
    DoomedRun doomed = new DoomedRun(talk, redis, folder.resolve(name), (append, point) -> true);
    StubProvider stub = doomed.stub();
    stub.latency(Duration.ofMillis(20 + random.nextInt(21)));
    stub.answer(
        request -> {
          stub.latency(Duration.ofMillis(20 + random.nextInt(21)));
          return StubProvider.fitting(request);
        });
    return doomed;
  }
}
