package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.RunEvent;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that cannot know whether its leases live does not write. */
class TenureTest {
  private final AtomicLong nanos = new AtomicLong(1);

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void trustLastsFourSecondsFromTheAskingAndNotFromTheAnswer() {
    Tenure tenure = new Tenure(nanos::get);
    assertTrue(tenure.trusted());
    long asked = tenure.now();
    pass(3);
    tenure.confirm(asked);
    assertTrue(tenure.trusted());
    pass(1);
    assertFalse(tenure.trusted());
    assertEquals(4_000, tenure.ageMs());
  }

  @Test
  void whoWaitsWritesOnceTrustIsBack() {
    Tenure tenure = new Tenure(nanos::get);
    pass(5);
    Future<Void> regained = tenure.regained();
    tenure.confirm(1);
    assertFalse(regained.isComplete(), "that answer came too late");
    tenure.confirm(tenure.now());
    assertTrue(regained.isComplete());
    assertTrue(tenure.trusted());
  }

  @Test
  void whoWasCutOffLetsOthersRenewBeforeItLooksForWhatTheyLeft() {
    Tenure tenure = new Tenure(nanos::get);
    assertTrue(tenure.settled());
    pass(60);
    assertFalse(tenure.settled());
    tenure.confirm(tenure.now());
    assertFalse(tenure.settled());
    pass(2);
    tenure.confirm(tenure.now());
    assertFalse(tenure.settled());
    pass(1);
    assertTrue(tenure.settled());
  }

  @Test
  void nothingIsWrittenUntilARenewalCameThroughInTime(@TempDir Path home) {
    AtomicBoolean cutOff = new AtomicBoolean();
    // While it is cut off, every look at the clock finds five more seconds gone.
    Gate gate = new Gate();
    RedisServer redis = RedisServer.find(RedisOptions.defaults(home));
    try (EngineNode node =
        new EngineNode(
            redis,
            NodeIdentity.ofThisProcess("n"),
            EngineNode.options(home, Capacity.OWN),
            () -> cutOff.get() ? nanos.addAndGet(TimeUnit.SECONDS.toNanos(5)) : nanos.get(),
            gate)) {
      String run = node.begin(1, 1);
      Node.until("it is asked", () -> !node.asked.isEmpty());
      cutOff.set(true);
      gate.open();
      for (int i = 0; i < 20; i++) {
        assertTrue(node.pulse().renewedMs() >= 4_000);
        assertEquals(0, node.count(run, RunEvent.TurnSpoken.class));
      }
      cutOff.set(false);
      node.until(run, "completed");
      assertEquals(1, node.count(run, RunEvent.TurnSpoken.class));
    } finally {
      redis.close();
    }
  }
}
