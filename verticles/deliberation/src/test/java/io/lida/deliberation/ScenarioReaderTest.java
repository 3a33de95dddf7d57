package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Game;
import io.lida.contract.Scenario;
import io.lida.testkit.Altered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {
  private static final Path SCENARIOS = Path.of(System.getProperty("lida.root"), "scenarios");
  private static final String HEAD = "name: x\nsimulation: {auto_start_topic: Why?}\n";

  @Test
  void theReferenceScenarioIsReadLetterForLetter() throws Exception {
    String yaml = Files.readString(SCENARIOS.resolve("ai_safety_debate.yaml"));
    Scenario scenario = ScenarioReader.read("ai_safety_debate.yaml", yaml);
    Scenario expected =
        new Scenario(
            "ai_safety_debate",
            "1.0",
            new Scenario.Simulation("Should AI development be paused?", 10, 600),
            List.of(
                new Scenario.Participant(
                    "eliezer_yudkowsky", "doomer", "anthropic/claude-sonnet-4"),
                new Scenario.Participant(
                    "marc_andreessen", "accelerationist", "anthropic/claude-sonnet-4")),
            Scenario.Rules.usual(Scenario.Mode.DEBATE),
            new Scenario.Output(true, "json"),
            null,
            null,
            null);
    assertEquals(expected, scenario);
  }

  @Test
  void everyShippedScenarioIsRead() throws Exception {
    try (var files = Files.list(SCENARIOS)) {
      for (Path file : files.toList()) {
        ScenarioReader.read(file.toString(), Files.readString(file));
      }
    }
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndItsNearest() {
    Fault fault = refused(HEAD + "personas: [{id: a}]\ndeliberation:\n  voting_metod: majority\n");
    assertEquals(
        "s.yaml: 5:3 unknown key \"voting_metod\"; did you mean \"voting_method\"?", fault.title());
  }

  @Test
  void allProblemsAreToldAtOnce() {
    Fault fault =
        refused(
            """
            nam: x
            simulation: {auto_start_topic: 'Why?', max_rounds: 99}
            personas: nobody
            deliberation: {mode: duel, consensus_threshold: 0.5}
            """);
    assertEquals("s.yaml has 5 problems", fault.title());
    assertTrue(fault.detail().contains("2:52 \"max_rounds\" must be from 1 to 50"), fault.detail());
    assertTrue(fault.detail().contains("\"mode\" must be one of debate, quorum"), fault.detail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just text",
        "[1, 2]",
        "name: [",
        "a: 1\na: 2\n",
        "name: !!java.net.URL [http://x]\n",
        HEAD,
        HEAD + "personas: []\n",
        HEAD + "personas: [{id: a}, {id: a}]\n",
        HEAD + "personas: [{id: ../../etc/passwd}]\n",
        HEAD + "personas: [{id: a, model: 'agent/No Name'}]\n",
        HEAD + "personas: [{id: a, model: 'person/No Name'}]\n",
        HEAD + "personas: [{id: a}]\ndeliberation: {consensus_threshold: 1.5}\n",
        HEAD + "personas: [{id: a}]\ndeliberation: {consensus_threshold: nan}\n",
        HEAD + "personas: [{id: a}]\ndeliberation: {quorum: 2}\n",
        HEAD + "personas: [{id: a}]\ndeliberation: {axes: {}}\n",
        HEAD + "personas: [{id: a}]\ndeliberation: {axes: {speed: 1}}\n",
        HEAD + "personas: [{id: a}]\nbudget: {usd: free}\n",
        "name: x\nsimulation: {auto_start_topic: ''}\npersonas: [{id: a}]\n",
      })
  void whatIsNoScenarioIsRefused(String yaml) {
    refused(yaml);
  }

  @Test
  void aBombStaysSmall() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1);
      bomb.append(", *a").append(i - 1).append("]\n");
    }
    refused(bomb.toString());
    refused("a: " + "[".repeat(100_000));
    refused("x".repeat(2 << 20));
    refused("- ".repeat(20_000));
  }

  @Test
  void axesMayBeStated() {
    Scenario scenario =
        ScenarioReader.read(
            "s.yaml", HEAD + "personas: [{id: a}]\ndeliberation: {axes: {pace: -1}}\n");
    assertEquals(Map.of("pace", -1.0), scenario.deliberation().axes());
  }

  @Test
  void privateQuestionsMayFollowBeliefAxes() {
    String head = HEAD + "personas: [{id: a}]\ndeliberation:\n  probes: ";
    Scenario scenario = ScenarioReader.read("s.yaml", head + "{after: true, axes: [pace]}\n");
    assertEquals(
        new Scenario.Probes(false, false, true, List.of("pace")), scenario.deliberation().probes());
    assertEquals(
        "s.yaml: 5:32 unknown axis \"open_weight\"; did you mean \"open_weights\"?",
        refused(head + "{before: true, axes: [open_weight]}\n").title());
    assertTrue(
        refused(head + "{before: true, axes: [speed_of_light]}\n")
            .title()
            .contains("known are catastrophic_risk, timelines"));
    assertTrue(
        refused(head + "{before: true, axes: [pace, pace]}\n").title().contains("pace twice"));
    assertTrue(refused(head + "{axes: [pace]}\n").title().contains("set before, between or after"));
    Fault read =
        assertThrows(
            Fault.class,
            () ->
                ScenarioRules.check(
                    Altered.of(scenario, "/deliberation/probes/axes", List.of("speed"))));
    assertEquals(FaultCode.INVALID_SCENARIO, read.code());
  }

  @Test
  void aGameIsReadWithItsFiguresAndPlayers() {
    Scenario scenario =
        ScenarioReader.read(
            "s.yaml",
            HEAD
                + "personas: [{id: a}, {id: b}]\ndeliberation: {mode: game}\n"
                + "game: {name: chip_war, form: bloc, parameters: {reward: 4},"
                + " players: {b: {by: qre, lambda: 2}}}\n");
    Game expected =
        new Game(
            Game.Name.CHIP_WAR,
            Game.Form.BLOC,
            Map.of("reward", 4.0),
            Map.of("b", new Game.Player(Game.By.QRE, 2.0)));
    assertEquals(expected, scenario.game());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: chip_war, form: bloc, parameters: {rewards: 1}}|did you mean \"reward\"?",
        "{name: chip_war, form: bloc, parameters: {reward: 9}}|T > R > P > S",
        "{name: agi_race, parameters: {enmity: 2}}|\"enmity\" must be from 0",
        "{name: agi_race, form: bloc}|form bloc is one of chip_war",
        "{name: agi_race, players: {c: {by: nash}}}|\"c\" is to play and does not sit",
        "{name: agi_race, players: {a: {by: qre}}}|a plays by qre and needs a lambda",
        "{name: agi_race, players: {a: {by: grim, lambda: 1}}}|has no use for a lambda",
        "{name: agi_race, players: {a: {by: luck}}}|must be one of model, dynamics, nash",
        "{name: agi_race, form: regulation, parameters: {steps: 1}}|steps must be at least speed",
        "{form: bloc}|\"name\" is missing",
        "{}|\"name\" is missing",
        "null|mode game needs a game",
      })
  void whatIsNoGameIsRefusedAndSaysWhy(String game, String reason) {
    Fault fault =
        refused(
            HEAD
                + "personas: [{id: a}, {id: b}]\ndeliberation: {mode: game}\ngame: "
                + game
                + "\n");
    assertTrue((fault.title() + fault.detail()).contains(reason), fault.title() + fault.detail());
  }

  @Test
  void howManyPlayIsForTheGameToSay() {
    String three = "personas: [{id: a}, {id: b}, {id: c}]\ndeliberation: {mode: game}\n";
    assertTrue(refused(HEAD + three + "game: {name: chip_war}\n").title().contains("form: bloc"));
    String one = "personas: [{id: a}]\ndeliberation: {mode: game}\n";
    assertTrue(refused(HEAD + one + "game: {name: agi_race}\n").title().contains("2 to 8"));
    String debate = "personas: [{id: a}, {id: b}]\n";
    assertTrue(
        refused(HEAD + debate + "game: {name: agi_race}\n").title().contains("mode is debate"));
  }

  private static Fault refused(String yaml) {
    Fault fault = assertThrows(Fault.class, () -> ScenarioReader.read("s.yaml", yaml));
    assertEquals(FaultCode.INVALID_SCENARIO, fault.code());
    return fault;
  }
}
