package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.RunEvent;
import io.lida.contract.Wire;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.lida.store.Rig#paths")
class RunLogTest {
  @Parameter String path;
  @TempDir Path home;
  private Rig rig;
  private Store store;
  private Lease lease;

  @BeforeEach
  void aRunThatWeOwn() {
    rig = new Rig(Rig.options(home, path));
    store = rig.store();
    lease = Rig.lease(store, "run-1");
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private LogWriter fresh() {
    return store.log().writer(lease, 0, Event.GENESIS);
  }

  private List<Event> kept() {
    return Node.await(store.log().read("run-1", 0, Integer.MAX_VALUE));
  }

  @Test
  void whatIsAppendedIsReadBackInOrder() {
    LogWriter writer = fresh();
    List<Future<Event>> appended =
        IntStream.rangeClosed(1, 1_200)
            .mapToObj(i -> writer.append("k" + i, Rig.round(i)))
            .toList();
    Node.await(Future.all(appended));

    List<Event> read = kept();
    assertEquals(appended.stream().map(Future::result).toList(), read);
    assertEquals(1_200, read.getLast().seq());
    assertEquals(Event.GENESIS, read.getFirst().prevHash());
    assertEquals(Rig.NOON, read.getFirst().at());
    assertEquals(1_200, writer.lastSeq());
    assertEquals(read.getLast().hash(), writer.lastHash());
    assertEquals(read.subList(700, 710), Node.await(store.log().read("run-1", 700, 10)));
  }

  @Test
  void aLogThatIsNotThereIsEmpty() {
    assertEquals(List.of(), Node.await(store.log().read("nobody", 0, 10)));
  }

  @Test
  void theSameEventAtTheSamePlaceIsThereOnce() {
    Event first = Node.await(fresh().append("r1", Rig.round(1)));
    assertEquals(first, Node.await(fresh().append("r1", Rig.round(1))));
    assertEquals(List.of(first), kept());
  }

  @Test
  void anotherEventAtATakenPlaceIsRefused() {
    Node.await(fresh().append("r1", Rig.round(1)));
    LogWriter stale = fresh();
    LogDiverged refusal =
        assertThrows(LogDiverged.class, () -> Node.await(stale.append("r9", Rig.round(9))));
    assertEquals(
        "run run-1: event 1 does not fit a log that ends at 1 (CONFLICT)", refusal.getMessage());
    assertThrows(LogDiverged.class, () -> Node.await(stale.append("r10", Rig.round(10))));
    assertEquals(1, kept().size());
  }

  @Test
  void anEventThatDoesNotFollowIsRefused() {
    LogWriter ahead = store.log().writer(lease, 4, Event.GENESIS);
    LogDiverged gap =
        assertThrows(LogDiverged.class, () -> Node.await(ahead.append("r5", Rig.round(5))));
    assertTrue(gap.getMessage().contains("GAP"), gap.getMessage());

    Node.await(fresh().append("r1", Rig.round(1)));
    LogWriter elsewhere = store.log().writer(lease, 1, "f".repeat(64));
    LogDiverged chain =
        assertThrows(LogDiverged.class, () -> Node.await(elsewhere.append("r2", Rig.round(2))));
    assertTrue(chain.getMessage().contains("CONFLICT"), chain.getMessage());
  }

  @Test
  void aZombieIsRefusedEveryTime() {
    LogWriter before = fresh();
    Event first = Node.await(before.append("r1", Rig.round(1)));
    Lease after = Rig.lease(store, "run-1");
    assertEquals(lease.epoch() + 1, after.epoch());

    List<Future<Event>> tries = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      tries.add(store.log().writer(lease, 1, first.hash()).append("z" + i, Rig.round(i)));
    }
    Node.await(Future.join(tries).otherwiseEmpty());
    assertEquals(1_000, tries.stream().filter(aTry -> aTry.cause() instanceof LostLease).count());
    LostLease lost =
        assertThrows(LostLease.class, () -> Node.await(before.append("r2", Rig.round(2))));
    assertEquals("run run-1 belongs to epoch 2, not to epoch 1 of n1", lost.getMessage());
    assertEquals(0, lost.getStackTrace().length);
    assertEquals(List.of(first), kept());
  }

  @Test
  void aRemovedRunIsNotWrittenAnyMore() {
    Node.await(store.index().remove("run-1"));
    assertThrows(LostLease.class, () -> Node.await(fresh().append("r1", Rig.round(1))));
  }

  @Test
  void secretsAreMaskedAndTheEventAnsweredIsTheOneKept() {
    RunEvent told = Rig.turn("ada", "he said \"Authorization: abc\" and\nsk-abcdefgh1234 too");
    Event event = Node.await(fresh().append("r1.s0", told));
    RunEvent expected = Rig.turn("ada", "he said \"Authorization: ***\" and\n*** too");
    assertEquals(expected, event.payload());
    assertEquals(List.of(event), kept());
  }

  @Test
  void aBrokenChainIsAFaultOfThatRunAlone() {
    LogWriter writer = fresh();
    Node.await(writer.append("r1", Rig.round(1)));
    Event second = Node.await(writer.append("r2", Rig.round(2)));
    rig.redis(
        "XADD",
        Keys.log("run-1"),
        "3-1",
        "type",
        "round_opened",
        "at",
        Rig.NOON,
        "key",
        "r3",
        "payload",
        "{\"round\":7,\"phase\":\"opening\"}",
        "prev",
        second.hash(),
        "hash",
        "f".repeat(64));
    Fault fault = assertThrows(Fault.class, this::kept);
    assertEquals(FaultCode.INTERNAL, fault.code());
    assertEquals("the log of run run-1 cannot be trusted from event 3", fault.title());
    assertEquals(List.of(), Node.await(store.log().read("run-2", 0, 10)));
  }

  @Test
  void foreignersHearEveryEventAsTheDocumentItIs() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    Redis client = Redis.createClient(rig.vertx, rig.server.url());
    RedisConnection foreigner = Node.await(client.connect());
    foreigner.handler(
        message -> {
          if (message.get(0).toString().equals("message")) {
            heard.add(message.get(1) + " " + message.get(2));
          }
        });
    for (String channel :
        List.of("lida:deliberation:run-1", "lida:agent:ada", "lida:metrics", "lida:events")) {
      Node.await(foreigner.send(Request.cmd(Command.SUBSCRIBE).arg(channel)));
    }
    LogWriter writer = fresh();
    Event turn = Node.await(writer.append("r1.s0", Rig.turn("ada", "Ünïcode \"quoted\"")));
    Event paused = Node.await(writer.append("p", new RunEvent.RunPaused(RunEvent.Pause.REQUESTED)));
    Node.until("five messages", () -> heard.size() == 5);
    List<String> channels =
        heard.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    assertEquals(
        List.of(
            "lida:deliberation:run-1",
            "lida:agent:ada",
            "lida:metrics",
            "lida:deliberation:run-1",
            "lida:events"),
        channels);
    List<Event> events =
        heard.stream()
            .map(line -> Wire.read(line.substring(line.indexOf(' ') + 1), Event.class))
            .toList();
    assertEquals(List.of(turn, turn, turn, paused, paused), events);
    Node.await(client.close());
  }

  @Test
  void anAppendBringsBackWhatIsWanted() {
    LogWriter writer = fresh();
    Node.await(writer.append("r1", Rig.round(1)));
    assertEquals(Optional.empty(), writer.wanted());
    assertTrue(Node.await(store.leases().want("run-1", Deliberation.Command.PAUSE)));
    Node.await(writer.append("r2", Rig.round(2)));
    assertEquals(Optional.of(Deliberation.Command.PAUSE), writer.wanted());
  }

  @Test
  void aRunIdMustBePlain() {
    assertThrows(IllegalArgumentException.class, () -> store.log().read("a}b", 0, 1));
  }
}
