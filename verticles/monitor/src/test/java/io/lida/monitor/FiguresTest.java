package io.lida.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Monitor;
import io.lida.contract.Runs;
import io.lida.contract.Usage;
import io.lida.testkit.Node;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  private static final Ask<Runs.Find, Runs.Removed> SILENT =
      new Ask<>("lida.test.silent", Runs.Find.class, Runs.Removed.class, Duration.ofMillis(50));

  @TempDir Path home;
  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig(home).monitored(List.of());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void called(String model, String outcome, int latencyMs) {
    Usage usage = new Usage(1, 30, 12, 0.01, 0, false);
    rig.node
        .bus()
        .tellHere(Monitor.CALLED, new Monitor.Called("local", model, outcome, 2, usage, latencyMs));
  }

  private void told(String name, String node) {
    rig.node
        .bus()
        .tell(
            Monitor.family("run"),
            new Monitor.Notice(name, Instant.EPOCH, node, "k3f9x2ab", "ada", Map.of()));
  }

  private void until(String prefix, List<String> lines) {
    Node.until(prefix + " is " + lines, () -> rig.figures(prefix).equals(lines));
  }

  @Test
  void aModelCallIsCountedUnderTheThreeNamesOthersKnow() {
    called("m", "ok", 700);
    called("m", "ok", 1_300);
    called("m", "rate_limited", 100);
    until(
        "ai_api_calls_total",
        List.of(
            "ai_api_calls_total{model=\"m\",outcome=\"ok\",provider=\"local\"} 2.0",
            "ai_api_calls_total{model=\"m\",outcome=\"rate_limited\",provider=\"local\"} 1.0"));
    String ok = "{model=\"m\",outcome=\"ok\",provider=\"local\"";
    assertEquals(
        List.of("ai_response_seconds_sum" + ok + "} 2.0"),
        rig.figures("ai_response_seconds_sum" + ok));
    assertEquals(
        List.of("ai_response_seconds_bucket" + ok + ",le=\"1.0\"} 1"),
        rig.figures("ai_response_seconds_bucket" + ok + ",le=\"1.0\""));
    assertEquals(
        List.of(
            "ai_tokens_total" + ok + ",type=\"input\"} 60.0",
            "ai_tokens_total" + ok + ",type=\"output\"} 24.0"),
        rig.figures("ai_tokens_total" + ok));
    assertEquals(
        List.of("lida_llm_tries_total" + ok + "} 4.0"), rig.figures("lida_llm_tries_total" + ok));
  }

  @Test
  void namesThatUsersMakeUpDoNotGrowWithoutBound() {
    for (int i = 0; i < 250; i++) {
      called("m" + i, "ok", 1);
    }
    String other = "ai_api_calls_total{model=\"other\",outcome=\"ok\",provider=\"local\"}";
    until(other, List.of(other + " 50.0"));
    assertEquals(201, rig.figures("ai_api_calls_total").size());
  }

  @Test
  void aRunIsCountedByWhatBecameOfItOnItsOwnNodeOnlyAndWithoutItsId() {
    told("run.completed", "n2");
    told("run.started", Rig.NAME);
    told("run.completed", Rig.NAME);
    told("run.invented", Rig.NAME);
    until(
        "lida_runs_total",
        List.of(
            "lida_runs_total{event=\"completed\"} 1.0",
            "lida_runs_total{event=\"other\"} 1.0",
            "lida_runs_total{event=\"started\"} 1.0"));
    assertEquals(List.of("lida_runs_running 2.0"), rig.figures("lida_runs_running"));
    assertEquals(List.of("lida_runs_queued 1.0"), rig.figures("lida_runs_queued"));
  }

  @Test
  void aQuestionWithoutAnswerIsCounted() {
    Bus bus = rig.node.bus();
    Node.await(bus.serve(SILENT, 1, find -> Promise.<Runs.Removed>promise().future()));
    Node.await(bus.request(SILENT, new Runs.Find("x")).otherwiseEmpty());
    until("lida_bus_request_timeouts_total", List.of("lida_bus_request_timeouts_total 1.0"));
  }

  @Test
  void whatHasNotHappenedIsZeroAndNotAbsent() {
    for (String name :
        List.of(
            "lida_lease_lost_total",
            "lida_append_fenced_total",
            "lida_append_duplicate_total",
            "lida_llm_extra_calls_total",
            "lida_bus_request_timeouts_total")) {
      assertEquals(List.of(name + " 0.0"), rig.figures(name));
    }
    assertEquals(1, rig.figures("lida_event_loop_lag_seconds").size());
    assertTrue(rig.figures("jvm_memory_used_bytes").size() > 1);
    assertEquals(1, rig.figures("process_uptime_seconds").size());
  }
}
