package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final Throttle throttle = new Throttle(Settings.Limits.atOnce(4, 6));

  @Test
  void whoComesFirstIsLetInFirst() {
    enter(4);
    Promise<Void> fifth = throttle.enter();
    Promise<Void> sixth = throttle.enter();
    throttle.leave();
    assertTrue(fifth.future().isComplete());
    assertFalse(sixth.future().isComplete());
  }

  @Test
  void whoGaveUpIsPassedOver() {
    enter(4);
    Promise<Void> fifth = throttle.enter();
    Promise<Void> sixth = throttle.enter();
    fifth.fail("waited long enough");
    throttle.leave();
    assertTrue(sixth.future().succeeded());
    assertEquals(4, throttle.inside());
  }

  @Test
  void twentySuccessesMakeRoomForOneMoreUpToTheMost() {
    enter(4);
    Promise<Void> fifth = throttle.enter();
    succeed(20);
    assertTrue(fifth.future().succeeded());
    succeed(100);
    assertEquals(6, throttle.limit());
  }

  @Test
  void aBurstOfRefusalsHalvesOnce() {
    int age = throttle.age();
    throttle.pressed(age);
    throttle.pressed(age);
    assertEquals(2, throttle.limit());
    throttle.pressed(throttle.age());
    throttle.pressed(throttle.age());
    assertEquals(1, throttle.limit());
  }

  @Test
  void aRefusalBreaksTheStreak() {
    succeed(19);
    throttle.pressed(throttle.age());
    succeed(19);
    assertEquals(2, throttle.limit());
  }

  private void enter(int times) {
    for (int call = 0; call < times; call++) {
      assertTrue(throttle.enter().future().isComplete());
    }
  }

  private void succeed(int times) {
    for (int call = 0; call < times; call++) {
      throttle.succeeded();
    }
  }
}
