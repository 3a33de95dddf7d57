package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.RunEvent;
import io.lida.contract.Scenario;
import io.lida.contract.Skill;
import io.lida.contract.Wire;
import io.lida.launcher.House;
import io.lida.launcher.Settings;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BusExtension.class)
class LidaTest {
  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;

  @BeforeEach
  void roomsAreThere(Node node) {
    rooms = new Rooms(node);
    stage = new Stage(node, folder);
  }

  @Test
  void theDemoTellsTheWholeDebate() {
    Stage.Result result = stage.run("demo");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("Round 2 of 2 · closing"));
    assertTrue(result.out().contains("consensus: \"for\" with 0.70 of the weighted vote"));
    assertTrue(result.out().endsWith(Closing.foot(List.of()) + "\n"));
    assertEquals(7, rooms.starts.element().seed());
    assertEquals("sim/default", rooms.starts.element().model());
    assertFalse(result.out().contains("\u001b"));
  }

  @Test
  void everyWishReachesTheEngine() {
    Stage.Result result =
        stage.run(
            "debate",
            "Who pays?",
            "--personas",
            "academic_ml.empiricist,judge:legislature,the harbour master",
            "--rounds",
            "5",
            "--seed",
            "42",
            "--model",
            "local/x",
            "--voting-method",
            "majority",
            "--consensus-threshold",
            "2/3",
            "--aggregation",
            "linear.equal",
            "--order",
            "sequential",
            "--blind",
            "--moderator",
            "open_source.accelerationist",
            "--quorum",
            "0.6",
            "--timeout",
            "1h30m",
            "--max-cost",
            "1.5",
            "--max-tokens",
            "9000",
            "--max-calls",
            "80");
    assertEquals(0, result.code(), result.err());
    Deliberation.Start start = rooms.starts.element();
    assertEquals(42, start.seed());
    assertEquals("local/x", start.model());
    assertEquals(
        new Scenario(
            "debate",
            "1.0",
            new Scenario.Simulation("Who pays?", 5, 5400),
            List.of(
                new Scenario.Participant("academic_ml.empiricist", null, null),
                new Scenario.Participant("judge", "legislature", null),
                new Scenario.Participant("the_harbour_master", "the harbour master", null)),
            new Scenario.Rules(
                Scenario.Mode.DEBATE,
                "2/3",
                Scenario.VotingMethod.MAJORITY,
                "linear.equal",
                Scenario.Order.SEQUENTIAL,
                Scenario.Visibility.BLIND,
                new Scenario.Participant("open_source.accelerationist", null, null),
                0.6,
                false,
                null,
                List.of(),
                Scenario.TurnTaking.ROUND_ROBIN,
                null,
                null,
                null,
                List.of(Scenario.Arm.DELIBERATION)),
            new Scenario.Output(true, "json"),
            new Scenario.Budget(1.5, 9000L, 80),
            null,
            null),
        start.scenario());
  }

  @Test
  void aQuorumWantsHalfOfItsSeatsUnlessToldOtherwise() {
    stage.run("quorum", "The weights have leaked.", "--personas", String.join(",", Rehearsal.IDS));
    Scenario scenario = rooms.starts.element().scenario();
    assertEquals(0.5, scenario.deliberation().quorum());
    assertEquals(Scenario.Mode.QUORUM, scenario.deliberation().mode());
    assertNull(rooms.starts.element().model());
  }

  @Test
  void aScenarioIsReadAndOverridden() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "name: a");
    assertEquals(0, stage.run("run", "a.yaml", "--rounds", "9").code());
    Scenario scenario = rooms.starts.element().scenario();
    assertEquals(9, scenario.simulation().maxRounds());
    assertEquals(3, scenario.personas().size());
  }

  @Test
  void aSeatForAProgramWantsAServer() throws Exception {
    Files.writeString(folder.resolve("c.yaml"), "personas: [{id: a, model: agent/skeptic}]");
    Stage.Result refused = stage.run("run", "c.yaml");
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("--server http://127.0.0.1:2040"), refused.err());
    assertEquals(0, rooms.starts.size());
    stage.with("LIDA_SERVER", "http://127.0.0.1:2040");
    assertEquals(0, stage.run("run", "c.yaml").code());
    assertEquals(1, rooms.starts.size());
  }

  @Test
  void aScenarioMayBeRefusedByTheEngineOrBeforeIt() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), "unknown: 1");
    Stage.Result refused = stage.run("run", "b.yaml");
    assertEquals(3, refused.code());
    assertEquals(
        """
        error: unknown key deliberaton                                   [LIDA-3001]
          why: b.yaml:3:1: did you mean deliberation?
          fix: correct b.yaml
          see: lida help exit-codes
        """,
        refused.err());
    Files.writeString(folder.resolve("big.yaml"), "x".repeat((1 << 20) + 1));
    assertEquals(3, stage.run("run", "big.yaml").code());
    Stage.Result missing = stage.run("run", "bb.yaml");
    assertEquals(7, missing.code());
    assertTrue(missing.err().contains("fix: lida run b.yaml"), missing.err());
  }

  @Test
  void aDryRunStartsNothing() {
    Stage.Result result =
        stage.run("debate", "x", "-p", String.join(",", Rehearsal.IDS), "-n", "--seed", "1");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("12 model calls · about"), result.out());
    assertTrue(rooms.starts.isEmpty());
  }

  @Test
  void aQuestionWithoutNamesSeatsThreeUsualPersonasAndSaysSo() {
    Stage.Result result = stage.run("debate", "Should it be?", "-n", "--seed", "1");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("12 model calls · about"), result.out());
    assertTrue(result.err().contains("nobody was named"), result.err());
  }

  @ParameterizedTest
  @CsvSource({
    "debat, unknown command: debat, did you mean debate?",
    "runs lst, unknown command: lst, did you mean ls?",
    "demo --sed 7, unknown flag --sed, did you mean --seed?",
    "runs show, lida runs show wants ID, missing",
    "runs, lida runs wants a command, it has ls",
    "demo --order beside, --order cannot be beside, 'simultaneous, sequential'",
    "demo --timeout soon, --timeout cannot be soon, '90s, 10m or 1h30m'",
    "debate, lida debate wants its TOPIC, nobody to ask",
    "run, lida run wants a SCENARIO.yaml, which file",
    "demo -o yaml, --output cannot be yaml, 'text, json, jsonl'",
    "help nonsuch, no help about nonsuch, no such command",
    "completion csh, no completion for csh, bash",
    "runs rm 7f, removing a run wants a yes, cannot be brought back",
  })
  void misuseExitsWithTwoAndSaysWhatWasMeant(String line, String title, String why) {
    Stage.Result result = stage.run(line.split(" "));
    assertEquals(2, result.code(), result.err());
    assertEquals("", result.out());
    List<String> lines = result.err().lines().toList();
    assertTrue(lines.getFirst().startsWith("error: " + title), result.err());
    assertTrue(lines.getFirst().endsWith("[LIDA-2001]"), result.err());
    assertTrue(lines.get(1).startsWith("  why: ") && result.err().contains(why), result.err());
    assertTrue(result.err().contains("\n  fix: lida "), result.err());
    assertTrue(result.err().endsWith("\n  see: lida help exit-codes\n"), result.err());
  }

  @Test
  void anUnknownPersonaIsNotMistakenForARole() {
    Stage.Result result = stage.run("debate", "x", "-p", "academic_ml.empirist,open_source.x");
    assertEquals(7, result.code());
    assertTrue(result.err().contains("did you mean academic_ml.empiricist?"), result.err());
  }

  @Test
  void runsAreListedAndFoundHoweverManyThereAre() {
    rooms.ids = IntStream.range(0, 2_500).mapToObj("r%04d"::formatted).toList();
    assertEquals(2_400, stage.run("runs", "ls", "--limit", "2400").out().lines().count() - 1);
    JsonNode all = Wire.parse(stage.run("runs", "ls", "--limit", "9999", "--json").out());
    assertEquals(2_500, all.path("runs").size());
    assertEquals("r2499", all.at("/runs/2499/id").asText());
    assertEquals(0, stage.run("runs", "pause", "r2499").code());
    assertEquals(2, stage.run("runs", "pause", "r249").code());
  }

  @Test
  void runsAreFoundByTheBeginningOfTheirId() {
    assertEquals(0, stage.run("runs", "show", "7f3").code());
    assertEquals(0, stage.run("runs", "show", "last").code());
    rooms.ids = List.of("7f3a91", "7f3b22");
    Stage.Result several = stage.run("runs", "show", "7f3");
    assertEquals(2, several.code());
    assertTrue(several.err().contains("7f3a91, 7f3b22"), several.err());
    Stage.Result none = stage.run("runs", "show", "7e3a91");
    assertEquals(7, none.code());
    assertTrue(none.err().contains("did you mean 7f3a91"), none.err());
  }

  @ParameterizedTest
  @CsvSource({"budget, 12", "timeout, 124", "consensus, 0", "max_rounds, 0"})
  void theReasonOfTheEndIsTheExitCode(String reason, int code) {
    endsWith(new RunEvent.RunCompleted(new RunEvent.Termination(reason, "so it is")));
    assertEquals(code, stage.run("demo").code());
  }

  @Test
  void aFailedRunFailsWithItsOwnCode() {
    endsWith(
        new RunEvent.RunFailed(
            "LIDA-6003",
            "the provider is gone",
            "503",
            "wait",
            new RunEvent.Termination("breaker_open", "since noon")));
    rooms.status = "failed";
    Stage.Result result = stage.run("demo");
    assertEquals(6, result.code());
    assertTrue(result.err().contains("error: the provider is gone"), result.err());
    assertTrue(result.err().contains("breaker open"), result.err());
    endsWith(new RunEvent.RunFailed("STORE_UNAVAILABLE", "no redis", "", "", null));
    assertEquals(5, stage.run("demo").code());
  }

  @Test
  void theSkillOfStrategiesIsShownWithTheBestFirst() {
    Stage.Result result = stage.run("runs", "skill");
    assertEquals(0, result.code(), result.err());
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.getFirst().startsWith("2 resolved runs of 3 read · 0.50"), result.out());
    assertTrue(
        lines.get(3).matches("median.cooke +2 +0.025 +– +\\+0.844 +equal weights in 1"),
        result.out());
    assertTrue(lines.get(4).startsWith("linear.equal"), result.out());
    rooms.skill = new Skill(Skill.SCHEMA, 1, 0, null, List.of());
    Stage.Result none = stage.run("runs", "skill");
    assertTrue(none.err().contains("none of 1 completed run is resolved yet"), none.err());
  }

  @Test
  void withoutConsensusTheGateIsNotMet() {
    List<RunEvent> log = new ArrayList<>(Rehearsal.payloads());
    RunEvent.Decision split =
        new RunEvent.Decision(
            "weighted",
            0.7,
            false,
            0.6,
            false,
            null,
            List.of(),
            "threshold",
            Map.of(),
            Map.of(),
            List.of(),
            List.of());
    log.set(log.size() - 2, new RunEvent.Decided(split, Rehearsal.aggregate()));
    rooms.log = Rehearsal.log(log);
    Stage.Result result = stage.run("demo", "--require-consensus", "-q");
    assertEquals(10, result.code());
    assertEquals(
        "no consensus: \"for\" leads with 0.60 of the weighted vote, below the threshold of 0.70\n",
        result.out());
    assertEquals("", result.err());
    assertEquals(0, stage.run("demo").code());
  }

  @Test
  void aBugLeavesAReport(Node node) throws Exception {
    Stage.Result result =
        run(
            settings -> {
              throw new IllegalStateException("planted");
            },
            "runs",
            "ls");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("[LIDA-1001]"), result.err());
    try (var reports = Files.list(stage.home().resolve("logs"))) {
      assertTrue(Files.readString(reports.findFirst().orElseThrow()).contains("planted"));
    }
  }

  @Test
  void aHouseThatCannotOpenSaysWhy() {
    Stage.Result result =
        run(
            settings -> {
              throw new Fault(FaultCode.STORE_UNAVAILABLE, "no redis", "none found", "install it");
            },
            "demo");
    assertEquals(5, result.code());
    assertTrue(result.err().contains("  fix: install it\n"), result.err());
  }

  /** Help looks a command up among all of them; a command asked itself stands alone. */
  @ParameterizedTest
  @ValueSource(strings = {"demo", "runs tally", "studies", "keys set", "lab", "help", "completion"})
  void aCommandSaysTheSameOfItselfAloneAndAmongAll(String command) {
    Stage.Result among = stage.run(("help " + command).split(" "));
    Stage.Result alone = stage.run((command + " --help").split(" "));
    assertTrue(among.out().startsWith("usage: lida " + command), among.out());
    assertEquals(among.out().strip(), alone.out().strip());
  }

  @Test
  void helpIsOnStandardOutput() {
    assertTrue(stage.run("--help").out().contains("begin\n    demo"));
    assertTrue(stage.run().out().startsWith("usage: lida"));
    assertTrue(stage.run("help", "runs", "export").out().contains("usage: lida runs export"));
    assertTrue(stage.run("help", "exit-codes").out().contains("124  time is up"));
    assertTrue(stage.run("-V").out().startsWith("lida 0.1.0"));
  }

  @Test
  void completionsNameTheCommands() {
    assertTrue(stage.run("completion", "bash").out().contains("quorum"));
    assertTrue(stage.run("completion", "zsh").out().contains("bashcompinit"));
    assertTrue(stage.run("completion", "fish").out().contains("-a quorum -d"));
    assertTrue(stage.run("completion", "fish").out().contains("-a lab -d"));
  }

  @Test
  void aRunIsExportedHereOrIntoAFile() throws Exception {
    assertEquals(
        "the run as markdown\n", stage.run("runs", "export", "7f", "--format", "md").out());
    assertEquals(0, stage.run("runs", "export", "7f", "-o", "r.jsonl").code());
    assertEquals("the run as jsonl", Files.readString(folder.resolve("r.jsonl")));
    assertEquals("the run as json\n", stage.run("runs", "export", "7f", "-o", "-").out());
    assertEquals(3, stage.run("runs", "export", "7f", "-o", "nowhere/r.md").code());
  }

  @Test
  void removingAsksFirst() {
    stage.terminal(true).answering("n", "y");
    assertTrue(stage.run("runs", "rm", "7f").err().contains("nothing was removed"));
    assertTrue(stage.run("runs", "rm", "7f").out().contains("removed"));
  }

  @Test
  void aForkShowsWhatDiffers() {
    Stage.Result result =
        stage.run(
            "personas",
            "fork",
            Rehearsal.IDS.get(0),
            "mine.new",
            "--set",
            "beliefs.pace=0.3",
            "--set",
            "/name=Ada",
            "--set",
            "style.assertiveness=0.1");
    assertEquals(0, result.code(), result.err());
    assertEquals(
        List.of("/beliefs/pace/value", "/name", "/style/assertiveness"),
        List.copyOf(rooms.forks.element().changes().keySet()));
    assertTrue(result.out().contains("/beliefs/pace/value  0.95 → 0.3"), result.out());
  }

  @Test
  void problemsOfCardsExitWithThree() {
    assertEquals(0, stage.run("personas", "check").code());
    rooms.problems =
        List.of(new io.lida.contract.Personas.Problem("a.json", "/version", "must be >= 1"));
    Stage.Result result = stage.run("personas", "check", "a.json");
    assertEquals(3, result.code());
    assertEquals("a.json: /version: must be >= 1\n", result.out());
  }

  private void endsWith(RunEvent end) {
    List<RunEvent> log = new ArrayList<>(Rehearsal.payloads());
    log.set(log.size() - 1, end);
    rooms.log = Rehearsal.log(log);
  }

  private Stage.Result run(Function<Settings, House> opener, String... words) {
    return stage.run(opener, words);
  }
}
