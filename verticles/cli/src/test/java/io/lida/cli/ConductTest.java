package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(BusExtension.class)
class ConductTest {
  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;
  private Node node;

  @BeforeEach
  void aRunUnderWay(Node node) {
    this.node = node;
    rooms = new Rooms(node);
    rooms.status = "running";
    rooms.log = Rehearsal.events().subList(0, 4);
    stage = new Stage(node, folder);
  }

  @ParameterizedTest
  @EnumSource(Signals.Signal.class)
  void theFirstSignalStopsAfterTheTurnsUnderWay(Signals.Signal signal) throws Exception {
    CompletableFuture<Stage.Result> ended = begin("demo");
    Node.until("the run is attended", () -> stage.signal(signal));
    Node.until("the engine is asked to stop", () -> !rooms.controls.isEmpty());
    assertEquals(
        new Deliberation.Control(Rehearsal.RUN, Deliberation.Command.INTERRUPT),
        rooms.controls.element());
    assertFalse(ended.isDone());
    rooms.status = "interrupted";
    List<RunEvent> log = new ArrayList<>(Rehearsal.payloads().subList(0, 4));
    log.add(new RunEvent.RunPaused(RunEvent.Pause.INTERRUPTED));
    rooms.log = Rehearsal.log(log);
    Stage.Result result = ended.get(20, TimeUnit.SECONDS);
    assertEquals(signal.exit(), result.code());
    assertTrue(result.err().contains("stopping after the turns under way (again: stop at once)"));
    assertTrue(result.err().contains("resume with: lida runs resume 7f3a91"), result.err());
    assertEquals(-1, stage.halted());
  }

  @Test
  void theSecondSignalEndsAtOnce() throws Exception {
    CompletableFuture<Stage.Result> ended = begin("demo");
    Node.until("the run is attended", () -> stage.signal(Signals.Signal.INT));
    stage.signal(Signals.Signal.INT);
    assertEquals(130, stage.halted());
    finish();
    ended.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aRunThatEndsAfterAllIsNotCalledInterrupted() throws Exception {
    CompletableFuture<Stage.Result> ended = begin("demo");
    Node.until("the run is attended", () -> stage.signal(Signals.Signal.INT));
    finish();
    assertEquals(0, ended.get(20, TimeUnit.SECONDS).code());
  }

  @Test
  void eventsMissedOnTheBusAreFoundInTheLog() throws Exception {
    CompletableFuture<Stage.Result> ended = begin("runs", "follow", "7f");
    List<Event> all = Rehearsal.events();
    Node.until("the first turn is told", () -> stageHas("Round 1"));
    rooms.log = all;
    rooms.status = "completed";
    node.bus().tell(Runs.live(Rehearsal.RUN), all.getLast());
    Stage.Result result = ended.get(20, TimeUnit.SECONDS);
    assertEquals(0, result.code());
    for (String once : List.of("Round 2 of 2", "Decision", "Dissent")) {
      assertEquals(2, (" " + result.out() + " ").split(once).length, once);
    }
  }

  @Test
  void aResumedRunIsNotToldFromTheBeginning() {
    rooms.status = "interrupted";
    List<RunEvent> log = new ArrayList<>(Rehearsal.payloads().subList(0, 6));
    log.add(new RunEvent.RunPaused(RunEvent.Pause.INTERRUPTED));
    rooms.log = Rehearsal.log(log);
    log.add(new RunEvent.RunResumed("here"));
    log.addAll(Rehearsal.payloads().subList(6, Rehearsal.payloads().size()));
    rooms.onResume =
        () -> {
          rooms.log = Rehearsal.log(log);
          rooms.status = "completed";
        };
    Stage.Result result = stage.run("runs", "resume", "7f");
    assertEquals(0, result.code(), result.err());
    assertFalse(result.out().contains("Round 1 of 2"));
    assertTrue(result.out().contains("Round 2 of 2"));
    assertTrue(result.err().contains("3 turns spoken before"), result.err());
    assertFalse(result.err().contains("Beliefs after round 1"), result.err());
    assertTrue(result.err().contains("Beliefs after round 2"), result.err());
  }

  @Test
  void followingARunWhoseOwnerDiedEnds() {
    rooms.status = "interrupted";
    Stage.Result result = stage.run("runs", "follow", "7f");
    assertEquals(130, result.code());
    assertTrue(result.err().contains("resume with: lida runs resume 7f3a91"), result.err());
  }

  private CompletableFuture<Stage.Result> begin(String... words) {
    return CompletableFuture.supplyAsync(() -> stage.run(words));
  }

  private boolean stageHas(String text) {
    return stage.shown().contains(text);
  }

  private void finish() {
    rooms.log = Rehearsal.events();
    rooms.status = "completed";
  }
}
