package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Scenario;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Studies at the terminal, among pretended rooms. */
@ExtendWith(BusExtension.class)
class StudiesTest {
  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;

  @BeforeEach
  void roomsAreThere(Node node) {
    rooms = new Rooms(node);
    rooms.study = Rehearsal.study("completed", 1);
    stage = new Stage(node, folder);
  }

  @Test
  void repeatsAndArmsMakeAStudy() {
    Stage.Result result =
        stage.run(
            "debate",
            "x",
            "-p",
            Rehearsal.IDS.getFirst(),
            "--repeats",
            "10",
            "--arms",
            "deliberation,vote-only",
            "--answer",
            "for",
            "--seed",
            "7");
    Scenario scenario = rooms.studyStarts.remove().scenario();
    assertEquals(
        List.of(Scenario.Arm.DELIBERATION, Scenario.Arm.VOTE_ONLY), scenario.deliberation().arms());
    assertEquals(new Scenario.Sweep(10, "for"), scenario.sweep());
    assertEquals(0, rooms.starts.size());
    assertEquals(11, result.code(), "a run was lost");
    assertTrue(
        result.err().contains("study st-1 · 2 arms × 10 repeats = 20 runs · seed 7"), result.err());
  }

  @Test
  void aStudyIsShownAsATableWithItsIntervals() {
    assertEquals(
        """
        Should AI development be paused?
        study st-1 · completed · 2 arms × 10 repeats = 20 runs · seed 7 · right is "for"

        Arms
          arm               n  right  cons  calls  tokens  lost  mute
          deliberation  10/10   0.70  0.60    120  75,000     0     0
          vote_only     10/10   0.50  0.20    118  75,000     1     3
          n runs that ended; cons made a consensus; pooled confidence in a yes; lost
          runs without a decision; mute calls without an answer (refused, late,
          unreadable, failed)
          240 calls · 128,000 tokens in · 22,000 out (estimated) · $0.00

        Winners
          deliberation      for 7 · none 3
          vote_only         for 5 · none 5

        Premiums: deliberation less control
          vote_only         right     +0.200 [-0.100, +0.400] ········━━┿━━━●━━━━··
          vote_only         consensus +0.400 no interval
          brackets hold the interval; the line runs from -0.50 to +0.50, │ is 0

        note: the interval of right includes 0, so no premium can be claimed from 10
        repeats

        a simulation; no statement here is by a real person or group
        """,
        stage.run("studies", "show", "last").out());
  }

  @Test
  void aStudyIsATableOfAPaper() {
    String latex = stage.run("studies", "show", "st-1", "--latex").out();
    assertTrue(latex.contains("\\begin{tabular}{lrrrrrrr}\n\\toprule\n"), latex);
    assertTrue(
        latex.contains("vote\\_only & 10 & 0.50 & 0.20 & 118 & 75000 & 1 & 3 \\\\\n"), latex);
    assertTrue(
        latex.contains("vote\\_only & Right & $+0.200$ & $[-0.100, +0.400]$ & 10 \\\\\n"), latex);
    assertTrue(latex.contains("95\\,\\% bootstrap"), latex);
    assertTrue(latex.lines().filter(line -> line.equals("\\end{table}")).count() == 2, latex);
  }

  @Test
  void theFirstSignalPausesAndSaysHowToGoOn() {
    rooms.study = Rehearsal.study("running");
    Stage.Result[] result = new Stage.Result[1];
    Thread command =
        Thread.startVirtualThread(() -> result[0] = stage.run("studies", "resume", "st"));
    Node.until("somebody listens", () -> stage.signal(Signals.Signal.INT));
    Node.until("the command has ended", () -> !command.isAlive());
    assertEquals(130, result[0].code());
    assertTrue(result[0].err().contains("go on with: lida studies resume st-1"), result[0].err());
  }

  @Test
  void aDryRunCountsTheCallsOfAllRuns() {
    String[] line = {"debate", "x", "-p", String.join(",", Rehearsal.IDS), "-n", "--seed", "1"};
    String[] study = java.util.Arrays.copyOf(line, line.length + 2);
    study[line.length] = "--repeats";
    study[line.length + 1] = "5";
    assertTrue(stage.run(line).out().contains("12 model calls"));
    Stage.Result result = stage.run(study);
    assertTrue(result.out().contains("60 model calls"), result.out());
    assertTrue(result.err().contains("a study of 1 arm × 5 repeats = 5 runs"), result.err());
  }
}
