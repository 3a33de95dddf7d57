package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Reading;
import io.lida.contract.Scenario;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private static final Lexicon LEXICON =
      Lexicon.read(Path.of(System.getProperty("lida.root"), "conf/lexicon.json"));

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
