package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aBurstPassesAndThenOnlyTheRate() {
    TokenBucket bucket = new TokenBucket(20, 40, 0);
    for (int passed = 0; passed < 40; passed++) {
      assertEquals(0, bucket.take(0));
    }
    assertEquals(SECOND / 20, bucket.take(0));
    assertEquals(0, bucket.take(SECOND / 20));
    assertTrue(bucket.take(SECOND / 20) > 0);
  }

  @Test
  void restFillsItNoFurtherThanItsBurst() {
    TokenBucket bucket = new TokenBucket(1, 2, 0);
    assertEquals(0, bucket.take(100 * SECOND));
    assertEquals(0, bucket.take(100 * SECOND));
    assertTrue(bucket.take(100 * SECOND) > 0);
    assertFalse(bucket.full(101 * SECOND));
    assertTrue(bucket.full(102 * SECOND));
  }

  @Test
  void eachNameHasItsOwnBucketAndTheWaitIsInWholeSeconds() {
    AtomicLong now = new AtomicLong();
    Buckets buckets = new Buckets(5 / 60.0, 1, now::get);
    assertEquals(0, buckets.take("a"));
    assertEquals(12, buckets.take("a"));
    assertEquals(0, buckets.take("b"));
    now.set(12 * SECOND);
    assertEquals(0, buckets.take("a"));
  }

  @Test
  void aLoopThatIsLateForFiveSecondsIsTooMuchUntilItIsInTime() {
    AtomicLong now = new AtomicLong();
    Load load = new Load(now::get, () -> 0.5);
    for (int beat = 0; beat < 4; beat++) {
      now.addAndGet(SECOND);
      load.beat();
      assertFalse(load.tooMuch());
    }
    now.addAndGet(SECOND);
    load.beat();
    assertTrue(load.tooMuch());
    now.addAndGet(SECOND / 2);
    load.beat();
    assertFalse(load.tooMuch());
  }

  @Test
  void aHeapThatStaysFullIsTooMuch() {
    assertTrue(new Load(() -> 0, () -> 0.86).tooMuch());
  }
}
