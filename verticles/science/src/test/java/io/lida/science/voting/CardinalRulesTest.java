package io.lida.science.voting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardinalRulesTest {
  @Test
  void approvalsAreCounted() {
    assertEquals(
        new Scores(List.of("A", "B"), ratios("A 2 B 2 C 1")),
        CardinalRules.approval(
            List.of("A", "B", "C"), List.of(List.of("A", "B"), List.of("B", "C"), List.of("A"))));
    assertEquals(
        new Scores(List.of("A", "B"), ratios("A 0 B 0")),
        CardinalRules.approval(List.of("A", "B"), List.of(List.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The capital of Tennessee by distance: Nashville wins on both counts.
        "42 M 5 N 2 C 1; 26 N 5 C 2 K 1; 15 C 5 K 4 N 2; 17 K 5 C 4 N 1"
            + " | N | C 237 K 171 M 210 N 261 | N C | N 68 C 32",
        "2 A 5 B 4; 3 B 3 A 2; 1 A 5 | A B | A 21 B 17 | A B | A 3 B 3",
        // The highest sum loses the runoff.
        "2 A 5 B 1; 3 A 1 B 2 | B | A 13 B 8 | A B | A 2 B 3",
        // B and C tie for the second place; more prefer B to C.
        "1 A 5 B 3 C 1; 1 A 5 B 2 C 1; 1 A 5 C 3 | A | A 15 B 5 C 5 | A B | A 3 B 0",
        // Nobody prefers B to C either; C has the only five.
        "1 A 5 B 3 C 1; 1 A 5 B 3 C 5; 1 A 5 | A | A 15 B 6 C 6 | A C | A 2 C 0",
        "1 A 4 | A | A 4 | A | ''",
      })
  void starHoldsARunoffOfTheTwoHighestSums(
      String ballots, String winners, String totals, String finalists, String runoff) {
    Star star = Star.of(rated(ballots));
    assertEquals(ratios(totals), star.totals());
    assertEquals(words(finalists), star.finalists());
    assertEquals(ratios(runoff), counts(star.runoff()));
    assertEquals(words(winners), star.winners());
  }

  @Test
  void scoresAreAddedUp() {
    assertEquals(
        new Scores(List.of("B"), ratios("A 5 B 7 C 2.5")),
        CardinalRules.score(rated("1 A 5 B 2; 1 B 5 C 2.5")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A 1 3 4; B 2 2 5 | A 3 B 2 | A",
        // The lower of two in the middle.
        "A 1 2 4 5; B 3 3 3 3 | A 2 B 3 | B",
        // Equal medians: without one 3 each, 2 and 4 are left of A, 3 and 1 of B.
        "A 4 3 2; B 1 3 3 | A 3 B 3 | A",
        "A 5 3 3 3 1; B 4 4 3 2 2 | A 3 B 3 | A",
        "A 1 2 3; B 3 2 1 | A 2 B 2 | A B",
        "A 3 | A 3 | A",
      })
  void tiedMediansAreTakenAway(String graded, String medians, String winners) {
    Map<String, double[]> grades = new LinkedHashMap<>();
    for (String option : graded.split("; ")) {
      grades.put(
          option.substring(0, 1),
          Arrays.stream(option.substring(2).split(" ")).mapToDouble(Double::parseDouble).toArray());
    }
    MajorityJudgment judgment = MajorityJudgment.of(grades);
    assertEquals(words(winners), judgment.winners());
    assertEquals(
        ratios(medians),
        judgment.medians().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Ratio.of(entry.getValue()))));
  }

  @Test
  void votesCostTheirSquare() {
    assertEquals(
        new Quadratic(
            List.of("B"),
            ratios("A -2 B 4 C -0.5"),
            List.of(Ratio.of(25, 1), Ratio.of(2, 1), Ratio.of(1, 4))),
        Quadratic.of(Ratio.of(25, 1), rated("1 A -3 B 4 C 0; 1 A 1 C -1; 1 C 0.5")));
  }

  /** Prelec, Seung and McCoy 2017: is Philadelphia the capital of Pennsylvania? */
  @Test
  void theSurprisinglyPopularAnswerWins() {
    SurprisinglyPopular found =
        SurprisinglyPopular.of(
            List.of("yes", "no"), new double[] {65, 35}, new double[] {.75, .25});
    assertEquals(List.of("no"), found.winners());
    assertArrayEquals(new double[] {.65 / .75, .35 / .25}, found.ratio(), 1e-12);
    assertEquals(
        List.of("a", "b"),
        SurprisinglyPopular.of(List.of("a", "b"), new double[] {.3, .7}, new double[] {.3, .7})
            .winners());
  }

  @ParameterizedTest
  @CsvSource({
    "A 6, invalid_ballot",
    "A -1, invalid_ballot",
    "'', empty_input",
  })
  void scoresOutOfRangeAreRefused(String ballot, String code) {
    List<Map<String, Ratio>> ballots = List.of(ratios(ballot));
    assertEquals(code, code(() -> CardinalRules.score(ballots)));
    assertEquals(code, code(() -> Star.of(ballots)));
  }

  @Test
  void whatHasNoAnswerIsRefused() {
    Ratio credits = Ratio.of(4, 1);
    assertEquals("empty_input", code(() -> CardinalRules.score(List.of())));
    assertEquals("empty_input", code(() -> CardinalRules.approval(List.of("A"), List.of())));
    assertEquals("empty_input", code(() -> CardinalRules.approval(List.of(), List.of(List.of()))));
    assertEquals(
        "invalid_ballot",
        code(() -> CardinalRules.approval(List.of("A"), List.of(List.of("A", "A")))));
    assertEquals(
        "invalid_ballot", code(() -> CardinalRules.approval(List.of("A"), List.of(List.of("B")))));
    assertEquals("over_budget", code(() -> Quadratic.of(credits, rated("1 A 2 B 1"))));
    assertEquals("invalid_ballot", code(() -> Quadratic.of(Ratio.of(-1, 1), rated("1 A 0"))));
    assertEquals("empty_input", code(() -> MajorityJudgment.of(Map.of())));
    assertEquals("empty_input", code(() -> MajorityJudgment.of(Map.of("A", new double[0]))));
    assertEquals(
        "invalid_ballot",
        code(() -> MajorityJudgment.of(Map.of("A", new double[1], "B", new double[2]))));
    assertEquals(
        "invalid_ballot", code(() -> MajorityJudgment.of(Map.of("A", new double[] {Double.NaN}))));
  }

  @ParameterizedTest
  @CsvSource({
    "A A, 1 1, .5 .5, invalid_ballot",
    "A B, 1, .5 .5, invalid_ballot",
    "A B, 1 1, .5, invalid_ballot",
    "A B, -1 1, .5 .5, invalid_ballot",
    "A B, 0 0, .5 .5, empty_input",
    "A B, 1 1, 0 1, invalid_probability",
    "A B, 1 1, 1.5 .5, invalid_probability",
    "A B, 1 1, NaN .5, invalid_probability",
    "A B, NaN 1, .5 .5, invalid_ballot",
    "'', '', '', empty_input",
  })
  void surprisesOfNothingAreRefused(String options, String answers, String predicted, String code) {
    assertEquals(
        code,
        code(() -> SurprisinglyPopular.of(words(options), numbers(answers), numbers(predicted))));
  }

  private static String code(Runnable attempt) {
    return assertThrows(Refusal.class, attempt::run).code();
  }

  private static double[] numbers(String text) {
    return words(text).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static Map<String, Ratio> counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Ratio.of(entry.getValue(), 1)));
  }

  /** {@code 42 M 5 N 2; ...}: how many voters rate which option how. */
  private static List<Map<String, Ratio>> rated(String printed) {
    List<Map<String, Ratio>> ballots = new ArrayList<>();
    for (String ballot : printed.split("; ")) {
      String[] parts = ballot.split(" ", 2);
      ballots.addAll(Collections.nCopies(Integer.parseInt(parts[0]), ratios(parts[1])));
    }
    return ballots;
  }

  private static Map<String, Ratio> ratios(String text) {
    List<String> words = words(text);
    Map<String, Ratio> ratios = new LinkedHashMap<>();
    for (int at = 0; at < words.size(); at += 2) {
      ratios.put(words.get(at), Ratio.parse(words.get(at + 1)));
    }
    return ratios;
  }
}
