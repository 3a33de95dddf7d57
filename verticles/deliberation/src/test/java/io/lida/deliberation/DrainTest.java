package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm.Complete;
import io.lida.contract.RunEvent;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is told to end loses nothing and keeps nobody waiting. */
class DrainTest {
  @TempDir Path home;
  private final Gate gate = new Gate();
  private RedisServer redis;
  private EngineNode leaving;

  @BeforeEach
  void aNodeThatWillLeave() {
    redis = RedisServer.find(RedisOptions.defaults(home));
    leaving = server("leaving");
  }

  @AfterEach
  void noMore() {
    redis.close();
  }

  private EngineNode server(String name) {
    return EngineNode.server(redis, home, name, Capacity.SERVER, gate);
  }

  private static FaultCode refused(Runnable question) {
    return assertThrows(Fault.class, question::run).code();
  }

  @Test
  void theAnswersUnderWayAreKeptAndAnotherNodeGoesOn() {
    String run = leaving.begin(2, 2);
    Node.until("both are asked", () -> leaving.asked.size() == 2);
    Future<Void> drained = leaving.engine.drain(Duration.ofSeconds(15));
    Node.until("it drains", () -> leaving.pulse().draining());
    assertEquals(FaultCode.DRAINING, refused(() -> leaving.begin(1, 1)));
    assertEquals(FaultCode.DRAINING, refused(() -> leaving.resume(run)));
    assertFalse(drained.isComplete());
    gate.open();
    Node.await(drained);
    assertEquals(0, leaving.pulse().running());
    assertEquals(2, leaving.asked.size(), "nothing new was asked");
    assertInstanceOf(RunEvent.TurnSpoken.class, leaving.log(run).getLast().payload());
    leaving.close();

    EngineNode next = server("next");
    next.until(run, "completed");
    assertEquals(0, next.count(run, RunEvent.RunPaused.class));
    assertEquals(1, next.count(run, RunEvent.RunResumed.class));
    assertEquals(4, next.asked.size(), "one round and the votes");
    next.close();
  }

  @Test
  void anAnswerThatTakesTooLongIsAskedForAgain() {
    String run = leaving.begin(1, 1);
    Node.until("it is asked", () -> !leaving.asked.isEmpty());
    Node.await(leaving.engine.drain(Duration.ofMillis(50)));
    EngineNode next = server("next");
    Node.until("it is asked again", () -> !next.asked.isEmpty());
    gate.open();
    next.until(run, "completed");
    List<String> asked = next.asked.stream().map(Complete::call).toList();
    assertTrue(asked.contains("r1.s1"), asked::toString);
    assertEquals(1, next.count(run, RunEvent.TurnSpoken.class));
    leaving.close();
    next.close();
  }

  @Test
  void anIdleNodeIsDrainedAtOnce() {
    Node.await(leaving.engine.drain(Duration.ofSeconds(15)));
    assertEquals(FaultCode.DRAINING, refused(() -> leaving.begin(1, 1)));
    leaving.close();
  }
}
