package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class RecoveryTest {
  private static final int WRITERS = 20;
  private static final int EACH = 100;

  @TempDir Path home;

  @ParameterizedTest
  @MethodSource("io.lida.store.Rig#paths")
  void whatWasAcknowledgedIsThereOnceAfterRedisWasKilled(String path) throws IOException {
    try (Rig rig = new Rig(Rig.options(home, path))) {
      Store store = rig.store();
      AtomicInteger acknowledged = new AtomicInteger();
      Promise<Void> half = Promise.promise();
      Map<String, List<Event>> told = new HashMap<>();
      List<Lease> leases =
          IntStream.range(0, WRITERS).mapToObj(w -> Rig.lease(store, "run-" + w)).toList();
      rig.settle();
      List<Future<Void>> writers = new ArrayList<>();
      for (Lease lease : leases) {
        String run = lease.run();
        LogWriter writer = store.log().writer(lease, 0, Event.GENESIS);
        List<Event> mine = new ArrayList<>();
        told.put(run, mine);
        writers.add(
            write(
                writer,
                1,
                mine,
                () -> {
                  if (acknowledged.incrementAndGet() == WRITERS * EACH / 2) {
                    half.complete();
                  }
                }));
      }
      Node.await(half.future());
      long before = rig.pid();
      ProcessHandle.of(before).orElseThrow().destroyForcibly();
      Node.await(Future.all(writers));

      assertTrue(rig.pid() != before, "another server");
      for (Map.Entry<String, List<Event>> run : told.entrySet()) {
        List<Event> kept = Node.await(store.log().read(run.getKey(), 0, 1_000));
        assertEquals(run.getValue(), kept);
        assertEquals(EACH, kept.getLast().seq());
      }
    }
  }

  private static Future<Void> write(
      LogWriter writer, int number, List<Event> told, Runnable acknowledged) {
    if (number > EACH) {
      return Future.succeededFuture();
    }
    return writer
        .append("k" + number, Rig.round(number))
        .compose(
            event -> {
              told.add(event);
              acknowledged.run();
              return write(writer, number + 1, told, acknowledged);
            });
  }

  @Test
  void whatAKilledRedisForgotIsWrittenAgain() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Store store = rig.store();
      LogWriter writer = store.log().writer(Rig.lease(store, "r"), 0, Event.GENESIS);
      List<Event> told = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        told.add(Node.await(writer.append("k" + i, Rig.round(i))));
      }
      String speech = "A long speech with a sk-0123456789abcdef in it. ".repeat(200);
      told.add(Node.await(writer.append("masked", Rig.turn("a", speech))));
      told.add(Node.await(writer.append("long", Rig.turn("b", speech.replace("sk-", "")))));
      String log = Keys.log("r");
      Event one = told.getFirst();
      rig.redis("DEL", log);
      rig.redis(
          "XADD",
          log,
          "1-1",
          "type",
          "round_opened",
          "at",
          one.at(),
          "key",
          "k1",
          "payload",
          new String(Wire.bytes(one.payload()), StandardCharsets.UTF_8),
          "prev",
          one.prevHash(),
          "hash",
          one.hash());
      told.add(Node.await(writer.append("k6", Rig.round(6))));
      assertEquals(told, Node.await(store.log().read("r", 0, 10)));
    }
  }

  @Test
  void commandsWaitForRedisToComeBack() throws IOException {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Store store = rig.store();
      Node.await(store.index().create("r", null, "d", Rig.summary("r", "queued", 1)));
      rig.settle();
      ProcessHandle.of(rig.pid()).orElseThrow().destroyForcibly();
      assertEquals("queued", Node.await(store.index().find("r")).orElseThrow().status());
      assertEquals(1, Rig.lease(store, "r").epoch());
    }
  }

  @Test
  void whoComesLateInAnOutageHearsOfItSooner() throws IOException {
    RedisServer given = RedisServer.find(Rig.options(home, ""));
    try (Rig rig = new Rig(Rig.options(home.resolve("b"), "").withUrl(given.url()))) {
      Store store = rig.store();
      ProcessHandle redis = ProcessHandle.of(rig.pid()).orElseThrow();
      redis.destroyForcibly();
      redis.onExit().join();
      long first = nanosToBeRefused(store);
      long second = nanosToBeRefused(store);
      assertTrue(second < first / 2, () -> first + " ns, then " + second + " ns");
    }
  }

  private static long nanosToBeRefused(Store store) {
    long asked = System.nanoTime();
    Fault fault = assertThrows(Fault.class, () -> Node.await(store.index().find("any-run")));
    assertEquals(FaultCode.STORE_UNAVAILABLE, fault.code());
    return System.nanoTime() - asked;
  }

  @Test
  void aScriptThatWasForgottenIsLoadedAgain() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Store store = rig.store();
      Lease lease = Rig.lease(store, "r");
      rig.redis("SCRIPT", "FLUSH");
      Event event =
          Node.await(store.log().writer(lease, 0, Event.GENESIS).append("r1", Rig.round(1)));
      assertEquals(List.of(event), Node.await(store.log().read("r", 0, 10)));
      rig.redis("SCRIPT", "FLUSH");
      assertEquals(1, Node.await(store.leases().owner("r")).orElseThrow().epoch());
    }
  }

  @Test
  void aGivenServerThatIsGoneIsAFaultAndNoAppendIsLost() throws IOException {
    try (Rig rig = new Rig(Rig.options(home, ""));
        Rig guest = new Rig(Rig.options(home.resolve("guest"), "").withUrl(rig.server.url()))) {
      Store store = guest.store();
      LogWriter writer = store.log().writer(Rig.lease(store, "r"), 0, Event.GENESIS);
      rig.settle();
      ProcessHandle server = ProcessHandle.of(rig.pid()).orElseThrow();
      server.destroyForcibly();
      Node.until("the server to be gone", () -> !server.isAlive());
      Future<Event> append = writer.append("r1", Rig.round(1));
      Fault fault = assertThrows(Fault.class, () -> Node.await(store.index().find("r")));
      assertEquals(FaultCode.STORE_UNAVAILABLE, fault.code());
      rig.server.revive();
      assertEquals(1, Node.await(append).seq());
    }
  }

  @Test
  void aClosedStoreFailsWhatIsUnderWay() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Store store = rig.store();
      LogWriter writer = store.log().writer(Rig.lease(store, "r"), 0, Event.GENESIS);
      Node.await(store.close());
      Fault append = assertThrows(Fault.class, () -> Node.await(writer.append("r1", Rig.round(1))));
      assertEquals(FaultCode.STORE_UNAVAILABLE, append.code());
      assertThrows(Fault.class, () -> Node.await(store.index().find("r")));
    }
  }
}
