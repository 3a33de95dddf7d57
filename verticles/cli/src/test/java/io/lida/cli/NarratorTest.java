package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Event;
import io.lida.contract.Llm;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BusExtension.class)
class NarratorTest {
  private static final Path GOLDENS =
      Path.of(System.getProperty("lida.root"), "verticles/cli/src/test/resources/io/lida/cli");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"80, never", "120, never", "80, always"})
  void aRunIsToldAsInTheGoldenText(int columns, String color, Node node) throws Exception {
    new Rooms(node);
    Stage stage = new Stage(node, folder).with("COLUMNS", String.valueOf(columns));
    Stage.Result result = stage.run("demo", "--color", color);
    String name = columns + (color.equals("always") ? "-colour" : "");
    isGolden("run-" + name + ".out.txt", result.out());
    isGolden("run-" + name + ".err.txt", result.err());
    assertNoLineIsWider(result.out() + result.err(), columns);
  }

  @Test
  void aFinishedRunIsShownWithTheDecisionFirst(Node node) throws Exception {
    new Rooms(node);
    String page = new Stage(node, folder).run("runs", "show", "7f").out();
    isGolden("show.txt", page);
    assertTrue(page.indexOf("Decision") < page.indexOf("Beliefs"));
    assertNoLineIsWider(page, 80);
  }

  @Test
  void theLogIsOneEventALine(Node node) throws Exception {
    new Rooms(node);
    String log = new Stage(node, folder).run("runs", "logs", "7f").out();
    isGolden("logs.txt", log);
    assertNoLineIsWider(log, 80);
  }

  @Test
  void hostileWordsDoNotReachTheTerminal(Node node) {
    Rooms rooms = new Rooms(node);
    List<RunEvent> log = new ArrayList<>(Rehearsal.payloads());
    RunEvent.Turn turn = Rehearsal.turn(1, 0, Phase.OPENING);
    String hostile = "\u001b[2J\u001b]0;x\u0007\u202eso\u009b31m\u0007 it is\r\u0008";
    log.set(
        3,
        new RunEvent.TurnSpoken(
            new RunEvent.Turn(
                turn.id(),
                1,
                Phase.OPENING,
                0,
                hostile,
                hostile,
                0.1,
                0.5,
                hostile,
                List.of(hostile),
                List.of(),
                hostile,
                turn.usage(),
                1)));
    rooms.log = Rehearsal.log(log);
    rooms.notes = List.of(hostile);
    Stage.Result result = new Stage(node, folder).run("demo");
    String all = result.out() + result.err();
    assertTrue(all.contains("so it is"), all);
    assertTrue(
        all.chars().allMatch(unit -> unit == '\n' || (unit >= ' ' && unit != 0x7f)), "controls");
    assertFalse(all.contains("\u202e") || all.contains("\u009b"));
    assertFalse(new Stage(node, folder).run("runs", "logs", "7f").out().contains("\u001b"));
  }

  @Test
  void wordsAreDrawnOneLineASpeakerAndTakenAway(Node node) {
    Stage stage = new Stage(node, folder).terminal(true).with("NO_COLOR", "1");
    Screen screen = new Screen(stage.world(), new Globals());
    Narrator narrator = new Narrator(screen, 0);
    Course course = new Course(Rehearsal.RUN);
    for (Event event : Rehearsal.events().subList(0, 3)) {
      course.apply(event);
      narrator.event(event, course);
    }
    narrator.words(new Llm.Words(Rehearsal.RUN, "r1.s1", 0, "A pause binds those who ask "));
    narrator.words(new Llm.Words(Rehearsal.RUN, "r1.s1", 28, "and frees those who do not. "));
    narrator.words(new Llm.Words(Rehearsal.RUN, "r1.s2", 0, "We \u001b[31mhave"));
    narrator.tick(course);
    String drawn = stage.said();
    assertTrue(
        drawn.endsWith(
            """
              Miriam Adler            thinking
              Rafael Ortiz            …use binds those who ask and frees those who do not.▏
              Chen Wei                We have▏
            """),
        drawn);
    screen.result("something");
    assertTrue(stage.said().endsWith("\u001b[3F\u001b[J"), "the live region is taken away");
  }

  private static void assertNoLineIsWider(String text, int columns) {
    text.lines()
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .filter(line -> !line.startsWith("then try:") && !line.startsWith("saved"))
        .forEach(line -> assertTrue(Columns.width(line) <= columns, line));
  }

  /**
   * Compares with the text kept; with {@code LIDA_GOLDEN=write} in the environment keeps this one.
   */
  private static void isGolden(String name, String text) throws IOException {
    Path file = GOLDENS.resolve(name);
    if ("write".equals(System.getenv("LIDA_GOLDEN"))) {
      Files.writeString(file, text);
    }
    assertEquals(Files.readString(file), text, name);
  }
}
