package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenBucketsTest {
  @TempDir Path home;
  private Rig rig;
  private TokenBuckets buckets;

  @BeforeEach
  void aServer() {
    rig = new Rig(Rig.options(home, ""));
    buckets = rig.store().buckets();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void aBucketGivesItsBurstAndNeverLess() {
    List<Future<Taken>> all =
        IntStream.range(0, 300).mapToObj(i -> buckets.take("k", 0.001, 40, 1)).toList();
    Node.await(Future.all(all));
    List<Taken> taken = all.stream().map(Future::result).toList();
    assertEquals(40, taken.stream().filter(Taken::allowed).count());
    assertTrue(taken.stream().allMatch(one -> one.remaining() >= 0 && one.remaining() <= 40));
  }

  @Test
  void aRefusalSaysHowLongToWait() {
    assertEquals(new Taken(true, 0, Duration.ZERO), Node.await(buckets.take("k", 0.1, 2, 2)));
    Taken refused = Node.await(buckets.take("k", 0.1, 2, 1));
    assertFalse(refused.allowed());
    long wait = refused.retryAfter().toMillis();
    assertTrue(wait > 5_000 && wait <= 10_000, () -> "wait " + wait + " ms");
  }

  @Test
  void timeFillsItAndNothingOverfillsIt() {
    Node.await(buckets.take("k", 1, 5, 5));
    rig.redis("HSET", Keys.bucket("k"), "at", "1");
    assertEquals(3.0, Node.await(buckets.take("k", 1, 5, 2)).remaining(), 0.01);
  }

  @Test
  void aClockSetBackTakesNothing() {
    Node.await(buckets.take("k", 0.001, 5, 2));
    rig.redis("HSET", Keys.bucket("k"), "at", "9000000000000000");
    assertEquals(3.0, Node.await(buckets.take("k", 0.001, 5, 0)).remaining(), 0.01);
  }

  @Test
  void whatIsGivenBackCanBeTakenAgainAndOverfillsNothing() {
    Node.await(buckets.take("k", 0.001, 5, 4));
    assertEquals(4.0, Node.await(buckets.take("k", 0.001, 5, -3)).remaining(), 0.01);
    assertEquals(new Taken(true, 5, Duration.ZERO), Node.await(buckets.take("k", 0.001, 5, -3)));
  }

  @Test
  void aForgottenBucketIsAFullOne() {
    Node.await(buckets.take("k", 1, 5, 5));
    long left = rig.redis("PTTL", Keys.bucket("k")).toLong();
    assertTrue(left > 5_000 && left <= 6_000, () -> "it has " + left + " ms");
  }

  @Test
  void moreThanTheBucketHoldsIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> Node.await(buckets.take("k", 1, 5, 6)));
    assertThrows(IllegalArgumentException.class, () -> Node.await(buckets.take("k", 1, 5, -6)));
  }
}
