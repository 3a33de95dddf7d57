package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Axis;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Game;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import io.lida.contract.World;
import io.lida.testkit.Altered;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A person at the terminal takes a seat. */
@ExtendWith(BusExtension.class)
class InPersonTest {
  private static final String TURN = Rehearsal.RUN + ".r1.s2";

  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;
  private final Queue<Agents.Submit> handedIn = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void aRunThatWaitsForLinh(Node node) {
    rooms = new Rooms(node);
    stage = new Stage(node, folder).terminal(true);
    List<RunEvent> whole = new ArrayList<>(Rehearsal.payloads());
    whole.set(0, new RunEvent.RunStarted(manifest()));
    rooms.log = Rehearsal.log(whole.subList(0, 5));
    rooms.status = "running";
    node.pretend(Agents.OWED, seat -> new Agents.Owed(List.of(wanted(new Brief.Speak(at(0.25))))));
    node.pretend(
        Agents.SUBMIT,
        turn -> {
          handedIn.add(turn);
          if (turn.text().contains("too long")) {
            throw new Fault(FaultCode.INVALID, "unfit", "/text: must be at most 65536 bytes", "");
          }
          rooms.log = Rehearsal.log(whole);
          rooms.status = "completed";
          return new Agents.Submitted(turn.turnId());
        });
  }

  @Test
  void whoeverSitsIsAskedInTheirTurnAndHandsItIn() {
    stage.answering("I have seen one.", "It was slow.", "", "9", "-0,4", "0.9");
    Stage.Result result = stage.run("debate", "Pause?", "--as", "Linh Trần");
    assertEquals(0, result.code(), result.err());
    Scenario.Participant seat = rooms.starts.element().scenario().personas().getLast();
    assertEquals(new Scenario.Participant("linh_tr_n", "Linh Trần", "person/linh_tr_n"), seat);
    Agents.Submit turn = handedIn.element();
    assertEquals(TURN, turn.turnId());
    assertEquals("I have seen one.\nIt was slow.", turn.text());
    assertEquals(-0.4, turn.stance());
    assertEquals(0.9, turn.confidence());
    assertTrue(result.err().contains("Your turn, Chen Wei"), result.err());
    assertTrue(result.err().contains("a number from -1 to 1 is wanted"), result.err());
    assertTrue(result.out().contains("a simulation but for Chen Wei;"), result.out());
  }

  @Test
  void enterAlonePasses() {
    stage.answering("");
    assertEquals(0, stage.run("debate", "Pause?", "--as", "Linh Trần").code());
    assertEquals(true, handedIn.element().pass());
  }

  @Test
  void whatIsNotTakenIsAskedForAgainWithTheReason() {
    stage.answering("This is too long.", "", "", "", "Short.", "", "", "");
    Stage.Result result = stage.run("debate", "Pause?", "--as", "Linh Trần");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.err().contains("not taken: /text: must be at most"), result.err());
    assertEquals(
        List.of("This is too long.", "Short."),
        handedIn.stream().map(Agents.Submit::text).toList());
    assertEquals(0.25, handedIn.element().stance(), "as before");
  }

  @Test
  void whoLeavesThePromptStopsTheRun() {
    rooms.onControl =
        () -> {
          List<RunEvent> log = new ArrayList<>(Rehearsal.payloads().subList(0, 5));
          log.set(0, new RunEvent.RunStarted(manifest()));
          log.add(new RunEvent.RunPaused(RunEvent.Pause.INTERRUPTED));
          rooms.log = Rehearsal.log(log);
          rooms.status = "interrupted";
        };
    Stage.Result result = stage.run("debate", "Pause?", "--as", "Linh Trần");
    assertEquals(130, result.code());
    assertTrue(result.err().contains("resume with: lida runs resume"), result.err());
    assertTrue(handedIn.isEmpty());
  }

  @Test
  void linesOfJsonAnswerForAScript() {
    stage.terminal(false).typing("\n{\"text\":\"As I said.\",\"stance\":0.5}\n");
    Stage.Result result = stage.run("debate", "Pause?", "--as", "Linh Trần", "--json");
    assertEquals(0, result.code(), result.err());
    assertEquals("As I said.", handedIn.element().text());
    assertEquals(0.5, handedIn.element().stance());
  }

  @Test
  void aLineThatIsNoTurnIsNamed() {
    stage.terminal(false).typing("{\"words\":\"As I said.\"}\n");
    Stage.Result result = stage.run("debate", "Pause?", "--as", "Linh Trần");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("line 1 of the answers is no turn"), result.err());
  }

  @Test
  void aSeatWithNobodyToAskIsRefused() {
    Stage.Result result = stage.run("debate", "Pause?", "--as", "Linh", "--json");
    assertEquals(2, result.code());
    assertTrue(result.out().contains("a seat wants somebody to ask"), result.out());
    assertTrue(rooms.starts.isEmpty());
  }

  @Test
  void aVoteIsForAgainstOrAbstain() {
    Agents.Submit vote =
        answer(vote(Scenario.BallotForm.CHOICE), "perhaps", "ag", "It failed.", "0.8");
    assertEquals("against", vote.vote());
    assertEquals("It failed.", vote.text());
    assertEquals(0.8, vote.confidence());
  }

  @Test
  void everyBallotIsAskedForInItsOwnForm() {
    assertBallot("{\"ranking\":[[\"open\"],[\"pause\",\"tax\"]]}", "ranking", "2 2", "op 1=tax");
    assertBallot("{\"approve\":[\"pause\",\"tax\"]}", "approval", "1 9", "1 3");
    assertBallot("{\"scores\":{\"pause\":5.0,\"open\":0.0,\"tax\":3.0}}", "scores", "5", "", "3");
    assertBallot(
        "{\"grades\":{\"pause\":2.0,\"open\":0.0,\"tax\":1.0}}",
        "grades",
        "1.5",
        "0",
        "0",
        "2",
        "0",
        "1");
    assertBallot(
        "{\"votes\":{\"pause\":9.0,\"open\":-3.0,\"tax\":0.0}}",
        "credits",
        "9",
        "9",
        "9",
        "9",
        "-3",
        "0");
    assertBallot(
        "{\"expects\":{\"pause\":70.0,\"open\":20.0,\"tax\":10.0},\"vote\":\"tax\"}",
        "prediction",
        "3",
        "70",
        "20",
        "20",
        "70",
        "20",
        "10");
  }

  @Test
  void aMoveIsOneOfThoseThatAreLegal() {
    Game.Lever points =
        new Game.Lever("pace", 0, 1, Map.of("safe", 1.0), 1, 0, "how safe the team is");
    Agents.Submit move = answer(move(points), "fast", "safe", "Slowly.");
    assertEquals("{\"move\":\"safe\"}", Wire.text(move.ballot()));
    Game.Lever figure = new Game.Lever("safety", 0, 1, Map.of(), 1, 0, "the share of safety");
    assertEquals("{\"move\":0.4}", Wire.text(answer(move(figure), "2", "0.4", "").ballot()));
  }

  @Test
  void inPrivateAStanceIsStatedAndAModeratorNamesASpeaker() {
    Agents.Submit probe = answer(new Brief.Probe(at(0.25), 0, List.of()), "-0.1", "", "");
    assertEquals(-0.1, probe.stance());
    assertNull(probe.ballot());
    List<Axis> axes = List.of(new Axis("pace", "halt", "race"), new Axis("liability", "no", "yes"));
    Agents.Submit beliefs =
        answer(new Brief.Probe(at(0), 0, axes), "0.1", "Why not.", "", "1.5", "0.4", "");
    assertEquals("{\"axes\":{\"pace\":0.4}}", Wire.text(beliefs.ballot()));
    Agents.Submit floor =
        answer(new Brief.Nominate(at(0), List.of("Miriam Adler", "Rafael Ortiz")), "2");
    assertEquals("Rafael Ortiz", floor.text());
    assertNull(floor.pass());
  }

  private void assertBallot(String ballot, String form, String... answers) {
    List<String> said = new ArrayList<>(List.of(answers));
    said.add("Because.");
    said.add("");
    Brief vote = vote(Scenario.BallotForm.valueOf(form.toUpperCase(java.util.Locale.ROOT)));
    JsonNode given = answer(vote, said.toArray(String[]::new)).ballot();
    assertEquals(Wire.parse(ballot), Wire.parse(Wire.text(given)), form);
  }

  /** What is handed in for a brief when these lines are typed. */
  private Agents.Submit answer(Brief brief, String... lines) {
    stage.answering(lines);
    Surroundings world = stage.world();
    Screen screen = new Screen(world, new Globals());
    return new TerminalSitter(world.asker(), screen).answer(wanted(brief), onOptions());
  }

  private static Brief vote(Scenario.BallotForm form) {
    return new Brief.Vote(at(0), form, Map.of(), List.of(), 0);
  }

  private static Brief move(Game.Lever lever) {
    return new Brief.Move(
        at(0),
        new Game.Table(
            Game.Name.AGI_RACE,
            Game.Form.PRECIPICE,
            Map.of(),
            new World.AgiRace(0, false, Map.of(), Map.of(), Map.of(), Map.of(), 0, 1),
            lever,
            List.of("Chen Wei"),
            List.of()));
  }

  /** A run in which three options are decided on. */
  private static Course onOptions() {
    List<Scenario.Option> options =
        Stream.of("pause", "open", "tax").map(id -> new Scenario.Option(id, id, null)).toList();
    Manifest manifest = Altered.of(manifest(), "/scenario/deliberation/options", options);
    Course course = new Course(Rehearsal.RUN);
    course.apply(Rehearsal.log(List.of(new RunEvent.RunStarted(manifest))).getFirst());
    return course;
  }

  private static Agents.Wanted wanted(Brief brief) {
    return new Agents.Wanted(
        TURN, "person.linh", Rehearsal.RUN, "turn", 60, new Llm.Prompt("", "?"), brief);
  }

  private static Llm.Situation at(double before) {
    return new Llm.Situation(
        7,
        Rehearsal.TOPIC,
        manifest().reading(),
        Rehearsal.card(2),
        2,
        3,
        1,
        2,
        Phase.OPENING,
        Scenario.Mode.DEBATE,
        Scenario.BeliefUpdate.DEGROOT,
        List.of(new Llm.Heard("r0.s2", 0, 2, "Chen Wei", true, before, 0.5, "So.")));
  }

  private static Manifest manifest() {
    Manifest plain = Rehearsal.manifest();
    List<Manifest.Seat> seats = new ArrayList<>(plain.seats());
    Manifest.Seat last = seats.getLast();
    seats.set(
        2, new Manifest.Seat(last.card(), null, last.digest(), "person/linh_tr_n", last.weight()));
    return Altered.of(plain, "/seats", seats);
  }
}
