package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Scenario;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class PickerTest {
  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;

  @BeforeEach
  void aPersonAtATerminal(Node node) {
    rooms = new Rooms(node);
    stage = new Stage(node, folder).terminal(true);
  }

  @Test
  void threeAnswersMakeADebateAndItsCommandLine() {
    stage.answering("", "Who's to pay?", "1", "ortiz", "1, 3", "soon", "2");
    Stage.Result result = stage.run("debate");
    assertEquals(0, result.code(), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "lida debate 'Who'\\''s to pay?' --personas"
                    + " safety_research.catastrophist,academic_ml.empiricist --rounds 2\n"),
        result.err());
    Scenario scenario = rooms.starts.element().scenario();
    assertEquals("Who's to pay?", scenario.topic());
    assertEquals(2, scenario.simulation().maxRounds());
    assertEquals(2, scenario.personas().size());
  }

  @Test
  void whoLeavesThePromptStartsNothing() {
    Stage.Result result = stage.answering("Why?").run("quorum");
    assertEquals(130, result.code());
    assertTrue(rooms.starts.isEmpty());
    assertTrue(result.err().endsWith("nothing was started\n"));
  }

  @Test
  void nobodyIsAskedWithoutLeave() {
    assertEquals(2, stage.run("debate", "--no-input").code());
    assertEquals(2, stage.run("debate", "--json").code());
    assertEquals(2, stage.terminal(false).run("debate").code());
  }
}
