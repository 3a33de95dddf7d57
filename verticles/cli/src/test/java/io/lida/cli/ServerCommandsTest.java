package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BusExtension.class)
class ServerCommandsTest {
  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;

  @BeforeEach
  void aServerIsKnown(Node node) {
    rooms = new Rooms(node);
    stage = new Stage(node, folder).with("LIDA_SERVER", "http://127.0.0.1:2040");
  }

  @Test
  void aReadyServerIsHealthy() {
    Stage.Result result = stage.run("health");
    assertEquals(0, result.code(), result.err());
    assertEquals("ready  node-1\nok    store     1 ms\n", result.out());
  }

  @Test
  void aServerThatIsNotReadyIsAFailureOfFive() {
    rooms.ready = false;
    Stage.Result result = stage.run("health", "--json");
    assertEquals(5, result.code(), result.out());
    assertEquals("down", Wire.parse(result.out()).path("status").asText());
  }

  @Test
  void figuresKeepTheirLabels() {
    var samples = Wire.parse(stage.run("metrics", "--json").out()).path("samples");
    assertEquals("a \"b\"", samples.get(0).path("labels").path("status").asText());
    assertEquals("3.0", samples.get(0).path("value").asText());
    assertEquals("NaN", samples.get(1).path("value").asText());
  }

  @Test
  void noticesAreLinesForPeopleAndForPrograms() {
    List<String> lines = stage.run("events").out().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().contains("run.completed"), lines.getFirst());
    assertTrue(lines.getFirst().endsWith(Rehearsal.RUN + " took_ms=7"), lines.getFirst());
    List<String> programs = stage.run("events", "-o", "jsonl").out().lines().toList();
    assertEquals("service.started", Wire.parse(programs.getLast()).path("name").asText());
  }

  @Test
  void whoFollowsIsToldEachNoticeOnce() {
    Thread follower = Thread.ofVirtual().start(() -> stage.run("events", "--follow"));
    Node.until("the past is told", () -> stage.shown().lines().count() == 2);
    var more = new ArrayList<>(rooms.notices);
    more.add(
        new io.lida.contract.Monitor.Notice(
            "run.failed", Stage.NOW, "node-1", null, null, java.util.Map.of()));
    rooms.notices = more;
    Node.until("the news is told", () -> stage.shown().contains("run.failed"));
    stage.signal(Signals.Signal.INT);
    Node.until("it ended", () -> !follower.isAlive());
    assertEquals(3, stage.shown().lines().count());
  }

  @Test
  void agentsAreListedAndLetIn() {
    assertEquals("agent    seen   owes\nskeptic  2 min  1 turn\n", stage.run("agents", "ls").out());
    Stage.Result made = stage.run("agents", "token", "skeptic");
    assertEquals("LIDA_AGENT=skeptic LIDA_BUS='ws://x/eventbus/websocket?token=t'\n", made.out());
    assertTrue(made.err().contains("good until 20"), made.err());
  }

  @Test
  void theLinkIsPrinted() {
    assertEquals("http://127.0.0.1:2040/login?ticket=abc\n", stage.run("view").out());
  }

  @ParameterizedTest
  @CsvSource({"health", "metrics", "events", "view", "agents ls"})
  void withoutAServerTheCommandsAboutItSaySo(String command) {
    Stage.Result result = stage.with("LIDA_SERVER", "").run(command.split(" "));
    assertEquals(5, result.code());
    assertTrue(result.err().contains("LIDA-5006"), result.err());
    assertTrue(result.err().contains("fix: lida serve"), result.err());
  }

  @ParameterizedTest
  @CsvSource({"runs ls, true", "runs show 7f, true", "demo, false", "personas ls, false"})
  void onlyRunsAreLookedAtWhereTheServerIs(String line, boolean near) {
    List<String> opened = new ArrayList<>();
    Stage.Doors opener =
        new Stage.Doors(
            settings -> {
              opened.add("here");
              return stage.house();
            },
            settings -> {
              opened.add("near");
              return stage.house();
            });
    assertEquals(0, stage.run(opener, line.split(" ")).code());
    assertEquals(List.of(near ? "near" : "here"), opened);
  }
}
