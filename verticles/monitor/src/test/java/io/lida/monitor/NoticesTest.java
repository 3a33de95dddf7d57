package io.lida.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Monitor.Notice;
import io.lida.contract.Monitor.Recall;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class NoticesTest {
  private static final Recall ALL = new Recall("*", null, 100);

  @TempDir Path home;

  private static void tell(Rig rig, String name, String node, String tenant) {
    Notice notice = new Notice(name, Instant.EPOCH, node, "k3", tenant, Map.of());
    rig.node.bus().tell(Monitor.family(notice.family()), notice);
  }

  private static List<String> recalled(Rig rig, Recall recall) {
    return rig.node.ask(Monitor.HISTORY, recall).notices().stream().map(Notice::name).toList();
  }

  private static void untilRecalled(Rig rig, List<String> names) {
    Node.until("history is " + names, () -> recalled(rig, ALL).equals(names));
  }

  @Test
  void whatHappenedIsRememberedOverARestart() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      tell(rig, "service.started", Rig.NAME, null);
      tell(rig, "run.started", Rig.NAME, "ada");
      untilRecalled(rig, List.of("service.started", "run.started"));
    }
    try (Rig rig = new Rig(home).monitored(List.of())) {
      assertEquals(List.of("service.started", "run.started"), recalled(rig, ALL));
    }
  }

  @Test
  void aNoticeIsKeptByItsOwnNodeOnly() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      tell(rig, "run.started", "n2", "ada");
      tell(rig, "run.paused", Rig.NAME, "ada");
      untilRecalled(rig, List.of("run.paused"));
    }
  }

  @Test
  void historyIsAskedForByNameByPrefixAndByTenant() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      for (String name : List.of("run.started", "run.paused", "service.draining")) {
        tell(rig, name, Rig.NAME, name.equals("run.paused") ? "bob" : "ada");
        Node.until(name + " is kept", () -> recalled(rig, ALL).contains(name));
      }
      assertEquals(
          List.of("run.started", "run.paused"), recalled(rig, new Recall("run.*", null, 10)));
      assertEquals(List.of("run.paused"), recalled(rig, new Recall("run.paused", null, 10)));
      assertEquals(List.of("run.paused"), recalled(rig, new Recall("run.*", "bob", 10)));
      assertEquals(List.of("run.paused"), recalled(rig, new Recall("run.*", null, 1)));
      assertEquals(List.of(), recalled(rig, new Recall("run", null, 10)));
    }
  }

  @Test
  void aPatternOrLimitThatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Recall("*.started", null, 10));
    assertThrows(IllegalArgumentException.class, () -> new Recall("*", null, 0));
    assertThrows(IllegalArgumentException.class, () -> new Recall("*", null, 10_001));
  }

  @ParameterizedTest
  @CsvSource({"open, circuit.opened", "half_open, circuit.half_opened", "closed, circuit.closed"})
  void aCircuitThatChangesBecomesANotice(String state, String name) {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      Queue<Notice> heard = rig.node.listen(Monitor.family("circuit"));
      rig.node
          .bus()
          .tellHere(Llm.CIRCUIT, new Llm.CircuitChanged("local", "m", state, Instant.EPOCH));
      Node.until("it is told", () -> !heard.isEmpty());
      assertEquals(name, heard.element().name());
      assertEquals(Map.of("provider", "local", "model", "m"), heard.element().facts());
      untilRecalled(rig, List.of(name));
    }
  }

  @Test
  void aNodeThatFallsIllSaysSoOnceAndOnceThatItIsWell() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      Queue<Notice> heard = rig.node.listen(Monitor.family("health"));
      rig.looked(2);
      rig.signal("STOP");
      try {
        Node.until("it is ill", () -> !heard.isEmpty());
      } finally {
        rig.signal("CONT");
      }
      Node.until("it is well", () -> heard.size() >= 2);
      assertEquals(
          List.of("health.degraded", "health.recovered"),
          heard.stream().map(Notice::name).toList());
      assertEquals(Map.of("store", "redis does not answer"), heard.element().facts());
      untilRecalled(rig, List.of("health.degraded", "health.recovered"));
    }
  }

  @Test
  void aNodeThatDrainsIsNotIll() {
    try (Rig rig = new Rig(home).monitored(List.of())) {
      Queue<Notice> heard = rig.node.listen(Monitor.family("health"));
      rig.pulse(new Monitor.Pulse(0, 0, 200, 1000, 0, true, true));
      rig.looked(2);
      rig.pulse(new Monitor.Pulse(2, 0, 200, 1000, 9_000, true, false));
      Node.until("it is ill", () -> !heard.isEmpty());
      assertEquals(
          List.of("leases"), heard.stream().flatMap(n -> n.facts().keySet().stream()).toList());
    }
  }
}
