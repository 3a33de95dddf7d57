package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Llm;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a talk needs before it begins, and how it is shown. */
@ExtendWith(BusExtension.class)
class TalkTest {
  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;

  @BeforeEach
  void aPersonAtATerminal(Node node) {
    rooms = new Rooms(node);
    stage = new Stage(node, folder).terminal(true);
  }

  @Test
  void aTalkWantsAPersonaAndSomebodyToTalkWith() {
    assertEquals(2, stage.run("chat").code());
    Stage.Result nobody = stage.run("chat", Rehearsal.IDS.getFirst(), "--no-input");
    assertEquals(2, nobody.code());
    assertTrue(nobody.err().contains("--once"), nobody.err());
    assertEquals(2, stage.run("chat", Rehearsal.IDS.getFirst(), "--once", " ").code());
    assertEquals(2, stage.run("chat", Rehearsal.IDS.getFirst(), "--resume", "last").code());
    assertEquals(7, stage.run("chat", "academic.nobody", "--once", "Hm?").code());
    assertTrue(rooms.starts.isEmpty());
  }

  @Test
  void whoSaysNothingStartsNothing() {
    assertEquals(0, stage.answering("/quit").run("chat", Rehearsal.IDS.getFirst()).code());
    assertEquals(0, stage.run("chat", Rehearsal.IDS.getFirst()).code(), "Ctrl-D");
    assertTrue(rooms.starts.isEmpty());
  }

  @Test
  void whatIsNoTalkIsNotGoneOnWith() {
    Stage.Result result = stage.run("chat", "--resume", Rehearsal.RUN);
    assertEquals(3, result.code());
    assertTrue(result.err().contains("is no talk of a person with a persona"), result.err());
    assertEquals(7, stage.run("chat", "--resume", "last").code(), "there was none");
  }

  @Test
  void wordsAreWrappedAsTheyComeAndWhatWasLostIsMadeGood() {
    Screen screen = new Screen(stage.world(), new Globals());
    Speech whole = new Speech(screen);
    whole.hear(new Llm.Words("r", "c", 0, "A pause buys ti"));
    whole.hear(new Llm.Words("r", "c", 15, "me, and tim"));
    whole.end(
        "A pause buys time, and time is what we are short of: nobody wants to stop for ever.");
    assertEquals(
        "  A pause buys time, and time is what we are short of: nobody wants to stop\n"
            + "  for ever.\n",
        stage.shown());
    Speech broken = new Speech(screen);
    broken.hear(new Llm.Words("r", "c", 0, "A pause "));
    broken.hear(new Llm.Words("r", "c", 20, "lost"));
    broken.end("A pause is no end.");
    assertTrue(stage.shown().endsWith("\n  A pause is no end.\n"), stage.shown());
  }
}
