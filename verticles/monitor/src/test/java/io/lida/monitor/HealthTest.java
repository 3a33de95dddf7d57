package io.lida.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Monitor;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
  @TempDir Path home;

  @Test
  void aNodeWhoseStoreAnswersAndWhoseLeasesAreFreshIsReady() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      Monitor.Health health = rig.health();
      assertEquals(List.of(), rig.ill());
      assertTrue(health.live() && health.ready() && health.started());
      assertEquals(
          List.of("store", "leases", "drain", "recovered", "loop"),
          health.points().stream().map(Monitor.Point::name).toList());
    }
  }

  @Test
  void leasesThatWereNotRenewedMakeItUnreadyUnlessNoneIsHeld() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      rig.pulse(new Monitor.Pulse(2, 0, 200, 1000, 4_000, true, false));
      assertEquals(List.of("leases"), rig.ill());
      assertFalse(rig.health().ready());
      assertTrue(rig.health().live());
      rig.pulse(new Monitor.Pulse(0, 0, 200, 1000, 60_000, true, false));
      assertTrue(rig.health().ready());
    }
  }

  @Test
  void aDrainingNodeIsLiveAndNotReady() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      rig.pulse(new Monitor.Pulse(2, 0, 200, 1000, 0, true, true));
      assertEquals(List.of("drain"), rig.ill());
      assertTrue(rig.health().live());
    }
  }

  @Test
  void aNodeHasStartedOnceItLookedForWhatWasLeftAndStaysSo() {
    try (Rig rig = new Rig(home)) {
      rig.pulse(new Monitor.Pulse(0, 0, 200, 1000, 0, false, false));
      rig.monitored(List.of());
      assertFalse(rig.health().started());
      assertFalse(rig.health().ready());
      rig.pulse(Rig.WELL);
      assertTrue(rig.health().started());
      rig.pulse(new Monitor.Pulse(0, 0, 200, 1000, 0, false, false));
      assertTrue(rig.health().started());
    }
  }

  @Test
  void withoutAnEngineItIsNotReady() {
    try (Rig rig = new Rig(home).alone(List.of())) {
      assertEquals(List.of("leases", "recovered"), rig.ill());
    }
  }

  @Test
  void aRedisThatHangsMakesItUnreadyInAboutASecond() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      assertTrue(rig.health().ready());
      rig.signal("STOP");
      try {
        long began = System.nanoTime();
        Monitor.Health health = rig.health();
        long tookMs = (System.nanoTime() - began) / 1_000_000;
        assertFalse(health.ready());
        assertTrue(health.live());
        assertEquals("redis does not answer", health.points().getFirst().detail());
        assertTrue(tookMs < 2_000, tookMs + " ms");
      } finally {
        rig.signal("CONT");
      }
      Node.until("it is ready again", () -> rig.health().ready());
    }
  }

  @Test
  void whatOnlyTheMakerOfTheNodeSeesCountsToo() {
    AtomicBoolean safe = new AtomicBoolean(false);
    try (Rig rig =
        new Rig(home)
            .monitored(List.of(() -> new Monitor.Point("cluster", safe.get(), "3 members")))) {
      assertEquals(List.of("cluster"), rig.ill());
      safe.set(true);
      assertTrue(rig.health().ready());
    }
  }
}
