package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Axis;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Reading;
import io.lida.contract.Scenario;
import io.lida.testkit.Altered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private static final Lexicon LEXICON =
      Lexicon.read(Path.of(System.getProperty("lida.root"), "conf"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Should AI development be paused? | pace | -1",
        "Should we accelerate AI research? | pace | 1",
        "Should open weights be banned? | open_weights | -1",
        "Should frontier labs publish their weights? | open_weights | 1",
        "Should training runs need a licence? | state_control | 1",
        "Is an international treaty with verification needed? | international_coordination | 1",
        "Should developers be liable for misuse? | liability | 1",
        "Will AI cause human extinction? | catastrophic_risk | 1"
      })
  void theWordsOfAQuestionNameItsAxis(String question, String axis, double weight) {
    assertEquals(weight, read(question, null).reading().axes().get(axis));
  }

  @Test
  void theSharesOfExpertiseSumToOne() {
    Reading reading = read("Should chip exports be licensed by law?", null).reading();
    double sum = reading.topics().values().stream().mapToDouble(Double::doubleValue).sum();
    assertEquals(1, sum, 1e-12);
    assertTrue(reading.topics().containsKey("semiconductors"));
  }

  @Test
  void aQuestionWithoutAKnownWordIsReadWithANote() {
    Lexicon.Read read = read("Tea or coffee?", null);
    assertTrue(read.note().isPresent());
    assertEquals(1, read.reading().axes().size());
  }

  @Test
  void whatTheScenarioStatesCounts() {
    Map<String, Double> stated = Map.of("liability", 0.5);
    assertEquals(stated, read("Should AI be paused?", stated).reading().axes());
  }

  @Test
  void theAxesAskedForAreInTheWordsOfTheCards() {
    Scenario scenario =
        Altered.of(
            Fixture.scenario(Scenario.Mode.DEBATE, Scenario.Order.SIMULTANEOUS, 1, 1),
            "/deliberation/probes",
            new Scenario.Probes(true, false, false, List.of("pace", "agency_view")));
    assertEquals(
        List.of(
            new Axis(
                "pace", "frontier training should halt", "it should accelerate without limits"),
            new Axis("agency_view", "AI is a controllable tool", "it is an uncontrollable agent")),
        LEXICON.asked(scenario));
  }

  @Test
  void anAxisWithoutWordsIsRefused(@TempDir Path conf) throws IOException {
    Path grid = conf.resolve("grid.json");
    assertEquals(
        FaultCode.INVALID_CONFIG, assertThrows(Fault.class, () -> Poles.read(grid)).code());
    Files.writeString(
        grid, "{\"axes\": [{\"id\": \"pace\", \"low\": \"halt\", \"high\": \"race\"}]}");
    Fault fault = assertThrows(Fault.class, () -> Poles.read(grid));
    assertTrue(fault.title().startsWith("cannot read the axes of "), fault.title());
  }

  private static Lexicon.Read read(String topic, Map<String, Double> axes) {
    Scenario base = Fixture.scenario(Scenario.Mode.DEBATE, Scenario.Order.SIMULTANEOUS, 1, 1);
    Scenario.Rules rules = base.deliberation();
    return LEXICON.of(
        new Scenario(
            base.name(),
            base.version(),
            new Scenario.Simulation(topic, 1, 60),
            base.personas(),
            new Scenario.Rules(
                rules.mode(),
                rules.consensusThreshold(),
                rules.votingMethod(),
                rules.aggregation(),
                rules.order(),
                rules.visibility(),
                null,
                0,
                false,
                axes,
                java.util.List.of(),
                Scenario.TurnTaking.ROUND_ROBIN,
                null,
                null,
                null,
                java.util.List.of(Scenario.Arm.DELIBERATION)),
            base.output(),
            null,
            null,
            null));
  }
}
