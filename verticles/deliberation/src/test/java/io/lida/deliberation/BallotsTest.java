package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Ballot;
import io.lida.contract.Scenario.BallotForm;
import io.lida.contract.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotsTest {
  private static final Set<String> OPTIONS = new LinkedHashSet<>(List.of("pause", "tax", "open"));

  private static Optional<Ballot> read(BallotForm form, String json) {
    return Ballots.of(Wire.parse(json), form, OPTIONS);
  }

  @Test
  void aRankingMayHoldOptionsEqual() {
    assertEquals(
        Optional.of(new Ballot.Ranking(List.of(List.of("tax"), List.of("pause", "open")))),
        read(BallotForm.RANKING, "{\"ranking\": [\"tax\", [\"pause\", \"open\"]]}"));
  }

  @Test
  void oneChosenOptionIsARankingAndAnApproval() {
    assertEquals(
        Optional.of(new Ballot.Ranking(List.of(List.of("tax")))),
        read(BallotForm.RANKING, "{\"vote\": \"tax\"}"));
    assertEquals(
        Optional.of(new Ballot.Approval(List.of("tax"))),
        read(BallotForm.APPROVAL, "{\"vote\": \"tax\"}"));
  }

  @Test
  void whatIsLeftOutHasTheLowestMark() {
    assertEquals(
        Optional.of(new Ballot.Scores(Map.of("pause", 0, "tax", 5, "open", 3))),
        read(BallotForm.SCORES, "{\"scores\": {\"tax\": 5, \"open\": \"3\"}}"));
    assertEquals(
        Optional.of(new Ballot.Grades(Map.of("pause", 4, "tax", 0, "open", 0))),
        read(BallotForm.GRADES, "{\"grades\": {\"pause\": \"Very good\"}}"));
  }

  @Test
  void expectationsInHundredthsAreSharesToo() {
    assertEquals(
        Optional.of(new Ballot.Prediction("tax", Map.of("pause", 0.25, "tax", 0.75, "open", 0.0))),
        read(
            BallotForm.PREDICTION,
            "{\"vote\": \"tax\", \"expects\": {\"pause\": 25, \"tax\": 75}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RANKING; {\"ranking\": [\"tax\", \"tax\"]}",
        "RANKING; {\"ranking\": [\"war\"]}",
        "RANKING; {\"ranking\": []}",
        "RANKING; {\"ranking\": [[]]}",
        "RANKING; {\"vote\": [\"tax\", \"open\"]}",
        "APPROVAL; {\"approve\": [\"tax\", \"war\"]}",
        "APPROVAL; {}",
        "SCORES; {\"scores\": {\"tax\": 6}}",
        "SCORES; {\"scores\": {\"tax\": 2.5}}",
        "SCORES; {\"scores\": {\"tax\": \"many\"}}",
        "SCORES; {\"scores\": {}}",
        "SCORES; {\"scores\": [1, 2]}",
        "GRADES; {\"grades\": {\"tax\": \"sublime\"}}",
        "CREDITS; {\"votes\": {\"tax\": 10, \"open\": 1}}",
        "CREDITS; {\"votes\": {\"tax\": 1e400}}",
        "PREDICTION; {\"vote\": \"tax\"}",
        "PREDICTION; {\"vote\": \"tax\", \"expects\": {\"tax\": 0.5}}",
        "PREDICTION; {\"vote\": \"tax\", \"expects\": {\"tax\": 1.5, \"open\": -0.5}}",
        "CHOICE; {\"vote\": \"tax\"}"
      })
  void nothingIsGuessed(BallotForm form, String json) {
    assertEquals(Optional.empty(), read(form, json));
  }
}
