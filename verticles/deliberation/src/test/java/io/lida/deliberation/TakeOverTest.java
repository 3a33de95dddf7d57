package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation.Command;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Monitor.Notice;
import io.lida.contract.RunEvent;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.testkit.Node;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines on buses of their own and one real Redis: what one leaves another goes on with. */
class TakeOverTest {
  @TempDir Path home;
  private RedisServer redis;
  private final List<EngineNode> nodes = new ArrayList<>();

  @BeforeEach
  void aRedis() {
    redis = RedisServer.find(RedisOptions.defaults(home));
  }

  @AfterEach
  void noMore() {
    nodes.forEach(EngineNode::close);
    redis.close();
  }

  private EngineNode kept(EngineNode node) {
    nodes.add(node);
    return node;
  }

  private EngineNode server(String name) {
    return kept(EngineNode.server(redis, home, name, Capacity.SERVER, EngineNode.AGREES));
  }

  @Test
  void aRunOfADeadProcessGoesOnAndTheZombieIsNotHeard() {
    Promise<Completion> late = Promise.promise();
    EngineNode zombie = kept(EngineNode.doomed(redis, home, call -> late.future()));
    String run = zombie.begin(1, 1);
    Node.until("the zombie has asked", () -> !zombie.asked.isEmpty());
    EngineNode heir = server("heir");
    heir.until(run, "completed");
    late.complete(EngineNode.reply("{\"stance\":-1,\"confidence\":1,\"argument\":\"Boo!\"}"));
    Node.until("the zombie knows", () -> !zombie.noticesOf("run.lease_lost").isEmpty());
    assertEquals("r1.s1", heir.show(run).turns().getFirst().text());
    assertEquals(1, heir.count(run, RunEvent.RunResumed.class));
    assertEquals(1, heir.count(run, RunEvent.TurnSpoken.class));
    Notice resumed = heir.noticesOf("run.resumed").getFirst();
    assertEquals("doomed", resumed.facts().get("taken_from"));
    assertTrue(Long.parseLong(resumed.facts().get("after_ms")) < 6_000, resumed::toString);
    assertEquals("home", resumed.tenant());
    assertEquals(1, heir.noticesOf("run.completed").size());
    assertEquals(1, zombie.noticesOf("run.lease_lost").size());
    assertEquals(0, zombie.pulse().running());
  }

  @Test
  void ofTwoServersOneTakesEachOfTwoHundredRunsUp() {
    EngineNode zombie = kept(EngineNode.doomed(redis, home, EngineNode.SILENT));
    List<String> runs = IntStream.range(0, 200).mapToObj(i -> zombie.begin(1, 2)).toList();
    EngineNode one = server("one");
    EngineNode two = server("two");
    for (String run : runs) {
      one.until(run, "completed");
      assertEquals(1, one.count(run, RunEvent.RunResumed.class), run);
      assertEquals(2, one.count(run, RunEvent.TurnSpoken.class), run);
    }
    int resumed = one.noticesOf("run.resumed").size() + two.noticesOf("run.resumed").size();
    assertEquals(200, resumed);
    Node.until("all is taken up", () -> one.pulse().recovered() && two.pulse().recovered());
  }

  @Test
  void aRunOfAnotherMachineIsTakenUpOnceItsLeaseHasRunOut() {
    NodeIdentity self = NodeIdentity.ofThisProcess("far");
    EngineNode far =
        new EngineNode(
            redis,
            new NodeIdentity("far", "another-machine", self.pid(), self.started()),
            EngineNode.options(home, Capacity.OWN),
            System::nanoTime,
            EngineNode.SILENT);
    String run = far.begin(1, 1);
    EngineNode heir = server("heir");
    Node.until("the heir has looked", () -> heir.pulse().recovered());
    assertEquals("running", heir.status(run));
    far.die();
    heir.until(run, "completed");
    Notice resumed = heir.noticesOf("run.resumed").getFirst();
    long after = Long.parseLong(resumed.facts().get("after_ms"));
    assertTrue(after >= 6_000 && after < 10_000, resumed::toString);
    assertEquals("far", resumed.facts().get("taken_from"));
  }

  @Test
  void whatAPersonStoppedIsLeftAlone() {
    EngineNode first = kept(EngineNode.doomed(redis, home, EngineNode.SILENT));
    String paused = first.begin(1, 1);
    String interrupted = first.begin(1, 1);
    Node.until("both have asked", () -> first.asked.size() == 2);
    first.model(EngineNode.AGREES);
    EngineNode other = kept(EngineNode.doomed(redis, home, EngineNode.SILENT));
    String left = other.begin(1, 1);
    // Nobody owns them any more when the pause is written.
    assertEquals("paused", other.control(paused, Command.PAUSE));
    assertEquals("interrupted", other.control(interrupted, Command.INTERRUPT));
    EngineNode heir = server("heir");
    heir.until(left, "completed");
    Node.until("the heir has looked", () -> heir.pulse().recovered());
    assertEquals("paused", heir.status(paused));
    assertEquals("interrupted", heir.show(interrupted).status());
    assertEquals(0, heir.count(paused, RunEvent.RunResumed.class));
    heir.resume(paused);
    heir.until(paused, "completed");
  }

  @Test
  void aRunOfAnotherEngineIsParkedAndSaysWhy() {
    DeliberationOptions newer =
        new DeliberationOptions(
            home,
            EngineNode.options(home, Capacity.OWN).conf(),
            Map.of("engine", "2"),
            "localhost",
            java.time.Duration.ofDays(1),
            100,
            Capacity.OWN);
    EngineNode future =
        kept(
            new EngineNode(
                redis, EngineNode.dead("future"), newer, System::nanoTime, EngineNode.SILENT));
    String run = future.begin(1, 1);
    EngineNode heir = server("heir");
    heir.until(run, "parked");
    String reason = Node.await(heir.store.index().find(run)).orElseThrow().outcome();
    assertTrue(reason.contains("engine 2 made it"), reason);
    assertEquals("parked", heir.show(run).status());
    assertEquals(reason, heir.noticesOf("run.parked").getFirst().facts().get("reason"));
    Fault fault = assertThrows(Fault.class, () -> heir.resume(run));
    assertEquals(FaultCode.CONFLICT, fault.code());
    assertEquals(0, heir.count(run, RunEvent.RunResumed.class));
  }

  @Test
  void aRunThatEndedBeforeItsOwnerCouldSaySoIsWoundUp() {
    EngineNode zombie = kept(EngineNode.doomed(redis, home, EngineNode.AGREES));
    String run = zombie.begin(1, 1);
    zombie.until(run, "completed");
    // As if the owner had died between its last event and the index.
    io.lida.contract.Runs.Summary ended = Node.await(zombie.store.index().find(run)).orElseThrow();
    Node.await(zombie.store.index().put(running(ended)));
    int events = zombie.log(run).size();
    EngineNode heir = server("heir");
    heir.until(run, "completed");
    assertEquals(events, heir.log(run).size());
    assertEquals(List.of(), heir.noticesOf("run.resumed"));
  }

  private static io.lida.contract.Runs.Summary running(io.lida.contract.Runs.Summary run) {
    return new io.lida.contract.Runs.Summary(
        run.id(),
        run.tenant(),
        run.mode(),
        run.topic(),
        "running",
        run.round(),
        run.rounds(),
        run.participants(),
        run.model(),
        run.created(),
        run.updated(),
        null);
  }

  @Test
  void anEntryWithoutALogIsFilledByWhoeverAsksAgain() {
    EngineNode doomed = kept(EngineNode.doomed(redis, home, EngineNode.AGREES));
    var start = EngineNode.start(1, 1, "key");
    // As if the process had died after it entered the run and before the first event.
    String digest = Event.digest(io.lida.contract.Wire.text(start));
    var entry =
        Summaries.first("ghost", Fixture.manifest(start.scenario()), Fixture.START, Status.RUNNING);
    Node.await(doomed.store.index().create("ghost", start.tenant() + "\nkey", digest, entry));
    Node.await(doomed.store.leases().acquire("ghost"));
    EngineNode next = kept(EngineNode.server(redis, home, "next", Capacity.OWN, EngineNode.AGREES));
    var started = next.node.ask(io.lida.contract.Deliberation.START, start);
    assertEquals("ghost", started.run());
    assertTrue(started.made());
    next.until("ghost", "completed");
    var again = next.node.ask(io.lida.contract.Deliberation.START, start);
    assertEquals("ghost", again.run());
    assertTrue(!again.made());
  }

  @Test
  void anEntryWithoutALogThatNobodyAsksForIsForgotten() {
    EngineNode doomed = kept(EngineNode.doomed(redis, home, EngineNode.AGREES));
    var entry =
        Summaries.first(
            "ghost", Fixture.manifest(EngineNode.debate(1, 1)), Fixture.START, Status.RUNNING);
    Node.await(doomed.store.index().create("ghost", null, "", entry));
    Node.await(doomed.store.leases().acquire("ghost"));
    EngineNode heir = server("heir");
    heir.until("ghost", "");
    assertEquals(0, heir.pulse().running());
  }
}
