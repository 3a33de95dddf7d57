package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Deliberation.Command;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor.Notice;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may work at once, who waits, and who is sent away. */
class CapacityTest {
  @TempDir Path home;
  private final Gate gate = new Gate();
  private final List<EngineNode> nodes = new ArrayList<>();
  private RedisServer redis;

  @BeforeEach
  void aRedis() {
    redis = RedisServer.find(RedisOptions.defaults(home));
  }

  @AfterEach
  void noMore() {
    nodes.forEach(EngineNode::close);
    redis.close();
  }

  private EngineNode server(String name, boolean adopts, int places, int waiting) {
    EngineNode node =
        EngineNode.server(redis, home, name, new Capacity(adopts, places, waiting), gate);
    nodes.add(node);
    return node;
  }

  private static FaultCode refused(Runnable question) {
    return assertThrows(Fault.class, question::run).code();
  }

  /** Begins a run in a later millisecond than any before. */
  private static String later(EngineNode server) {
    Instant before = InstantSource.system().instant();
    Node.until("a moment", () -> InstantSource.system().instant().isAfter(before.plusMillis(1)));
    return server.begin(1, 1);
  }

  @Test
  void whoFindsNoPlaceWaitsAndIsServedInTurn() {
    EngineNode server = server("s", true, 2, 2);
    List<String> runs = IntStream.range(0, 4).mapToObj(i -> later(server)).toList();
    assertEquals("running", server.status(runs.get(1)));
    assertEquals("queued", server.status(runs.get(2)));
    assertEquals("queued", server.show(runs.get(3)).status());
    assertEquals(1, server.log(runs.get(3)).size(), "what was promised is durable");
    assertEquals(2, server.pulse().running());
    assertEquals(2, server.pulse().queued());
    assertEquals(FaultCode.BUSY, refused(() -> server.begin(1, 1)));
    assertEquals(
        4, Node.await(server.store.index().list(Runs.Query.newest(null, null, 10))).runs().size());
    gate.open();
    runs.forEach(run -> server.until(run, "completed"));
    assertEquals(runs, server.noticesOf("run.started").stream().map(Notice::run).toList());
    assertEquals(2, server.noticesOf("run.queued").size());
    String more = server.begin(1, 1);
    server.until(more, "completed");
    Node.until("nobody waits", () -> server.pulse().queued() == 0);
  }

  @Test
  void theLineOutlivesTheNodeWhereItFormed() {
    EngineNode first =
        new EngineNode(
            redis,
            EngineNode.dead("first"),
            EngineNode.options(home, new Capacity(true, 1, 5)),
            System::nanoTime,
            EngineNode.SILENT);
    String working = first.begin(1, 1);
    String waiting = first.begin(1, 1);
    assertEquals("queued", first.status(waiting));
    first.die();
    gate.open();
    EngineNode next = server("next", true, 1, 5);
    next.until(working, "completed");
    next.until(waiting, "completed");
  }

  @Test
  void oneWhoWaitsCanBePausedAndResumedAndCancelled() {
    EngineNode server = server("s", true, 1, 3);
    String working = server.begin(1, 1);
    String paused = server.begin(1, 1);
    String cancelled = server.begin(1, 1);
    assertEquals("paused", server.control(paused, Command.PAUSE));
    assertEquals("cancelled", server.control(cancelled, Command.CANCEL));
    assertEquals("paused", server.show(paused).status());
    server.resume(paused);
    assertEquals("queued", server.status(paused));
    assertEquals("queued", server.show(paused).status());
    gate.open();
    server.until(working, "completed");
    server.until(paused, "completed");
    assertEquals("cancelled", server.status(cancelled));
    assertEquals(0, server.count(cancelled, RunEvent.CallsAsked.class));
  }

  @Test
  void whatOthersLeftIsTakenUpAsPlacesComeFree() {
    EngineNode doomed = EngineNode.doomed(redis, home, EngineNode.SILENT);
    List<String> runs = IntStream.range(0, 5).mapToObj(i -> doomed.begin(1, 1)).toList();
    doomed.die();
    EngineNode heir = server("heir", true, 2, 5);
    Node.until("the heir has looked", () -> heir.pulse().recovered());
    Node.until("two are asked", () -> heir.asked.size() == 2);
    assertEquals(2, heir.pulse().running());
    gate.open();
    runs.forEach(run -> heir.until(run, "completed"));
    assertEquals(new HashSet<>(runs).size(), heir.noticesOf("run.resumed").size());
  }

  @Test
  void whereNobodyComesForThoseWhoWaitNobodyWaits() {
    EngineNode alone = server("alone", false, 1, 0);
    alone.begin(1, 1);
    assertEquals(FaultCode.BUSY, refused(() -> alone.begin(1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new Capacity(false, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Capacity(true, 0, 1));
  }
}
