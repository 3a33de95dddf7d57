package io.lida.deliberation.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Ballot;
import io.lida.science.Refusal;
import io.lida.science.voting.VotingRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionTest {
  private static final List<String> CITIES =
      List.of("memphis", "nashville", "chattanooga", "knoxville");

  private static Ballot ranking(String... options) {
    return new Ballot.Ranking(List.of(options).stream().map(List::of).toList());
  }

  /** The capital of Tennessee, a usual example: 42, 26, 15 and 17 of 100 voters. */
  private static List<Ballot> tennessee() {
    List<Ballot> ballots = new ArrayList<>();
    ballots.addAll(
        Collections.nCopies(42, ranking("memphis", "nashville", "chattanooga", "knoxville")));
    ballots.addAll(
        Collections.nCopies(26, ranking("nashville", "chattanooga", "knoxville", "memphis")));
    ballots.addAll(
        Collections.nCopies(15, ranking("chattanooga", "knoxville", "nashville", "memphis")));
    ballots.addAll(
        Collections.nCopies(17, ranking("knoxville", "chattanooga", "nashville", "memphis")));
    return ballots;
  }

  @ParameterizedTest
  @CsvSource({
    "PLURALITY, memphis",
    "TWO_ROUND, nashville",
    "BORDA, nashville",
    "CONDORCET, nashville",
    "COPELAND, nashville",
    "MINIMAX, nashville",
    "SCHULZE, nashville",
    "RANKED_PAIRS, nashville",
    "KEMENY, nashville",
    "IRV, knoxville",
    "COOMBS, nashville"
  })
  void ruleByRuleTheSameBallotsNameDifferentCities(VotingRule rule, String winner) {
    assertEquals(List.of(winner), Election.of(rule, CITIES, tennessee()).winners());
  }

  @Test
  void figuresAndOrdersComeAlong() {
    assertEquals(
        Map.of("memphis", 126.0, "nashville", 194.0, "chattanooga", 173.0, "knoxville", 107.0),
        Election.of(VotingRule.BORDA, CITIES, tennessee()).scores());
    assertEquals(
        List.of("nashville", "chattanooga", "knoxville", "memphis"),
        Election.of(VotingRule.KEMENY, CITIES, tennessee()).order());
  }

  @Test
  void everyOtherFormIsCounted() {
    List<String> two = List.of("a", "b");
    assertEquals(
        List.of("b"),
        Election.of(
                VotingRule.APPROVAL,
                two,
                List.of(new Ballot.Approval(List.of("a", "b")), new Ballot.Approval(List.of("b"))))
            .winners());
    List<Ballot> scores =
        List.of(
            new Ballot.Scores(Map.of("a", 5, "b", 0)),
            new Ballot.Scores(Map.of("a", 2, "b", 3)),
            new Ballot.Scores(Map.of("a", 2, "b", 3)));
    assertEquals(List.of("a"), Election.of(VotingRule.SCORE, two, scores).winners());
    assertEquals(List.of("b"), Election.of(VotingRule.STAR, two, scores).winners());
    assertEquals(
        List.of("a"),
        Election.of(
                VotingRule.MAJORITY_JUDGMENT,
                two,
                List.of(
                    new Ballot.Grades(Map.of("a", 3, "b", 5)),
                    new Ballot.Grades(Map.of("a", 3, "b", 1)),
                    new Ballot.Grades(Map.of("a", 3, "b", 2))))
            .winners());
    assertEquals(
        Map.of("a", 2.0, "b", 2.5),
        Election.of(
                VotingRule.QUADRATIC,
                two,
                List.of(
                    new Ballot.Credits(Map.of("a", 5.0, "b", -0.5)),
                    new Ballot.Credits(Map.of("a", -3.0, "b", 3.0))))
            .scores());
    assertEquals(
        List.of("b"),
        Election.of(
                VotingRule.SURPRISINGLY_POPULAR,
                two,
                List.of(
                    new Ballot.Prediction("a", Map.of("a", 0.9, "b", 0.1)),
                    new Ballot.Prediction("a", Map.of("a", 0.9, "b", 0.1)),
                    new Ballot.Prediction("b", Map.of("a", 0.8, "b", 0.2))))
            .winners());
  }

  @Test
  void anOptionNobodyNamesIsStillAnOption() {
    assertEquals(
        Map.of("a", 2.0, "b", 0.5, "c", 0.5),
        Election.of(VotingRule.BORDA, List.of("a", "b", "c"), List.of(ranking("a"))).scores());
  }

  @Test
  void ballotsOfAnotherFormAreRefused() {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> Election.of(VotingRule.STAR, CITIES, List.of(ranking("memphis"))));
    assertEquals("invalid_ballot", refusal.code());
    assertEquals(
        "empty_input",
        assertThrows(Refusal.class, () -> Election.of(VotingRule.IRV, CITIES, List.of())).code());
  }
}
