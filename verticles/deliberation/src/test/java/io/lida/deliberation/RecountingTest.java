package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Ballot;
import io.lida.contract.Phase;
import io.lida.contract.Retally;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.VotingMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountingTest {
  private static Call vote(int seat) {
    return new Call(Calls.vote(seat, 0), CallKind.VOTE, 1, seat, 1);
  }

  private static Fixture.Log begun(Scenario scenario) {
    Fixture.Log log = new Fixture.Log(Fixture.manifest(scenario));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    return log;
  }

  private static State onProposal(Choice... choices) {
    Fixture.Log log = begun(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, choices.length));
    for (int seat = 0; seat < choices.length; seat++) {
      double stance =
          switch (choices[seat]) {
            case FOR -> 0.8;
            case AGAINST -> -0.4;
            case ABSTAIN -> 0.0;
          };
      log.add(Fixture.spoke(new Call(Calls.turn(1, seat), CallKind.TURN, 1, seat, 1), stance));
    }
    for (int seat = 0; seat < choices.length; seat++) {
      log.add(Fixture.voted(vote(seat), choices[seat]));
    }
    return log.state();
  }

  private static State onOptions(VotingMethod method, Ballot... ballots) {
    Scenario base = Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, ballots.length);
    Fixture.Log log = begun(Fixture.withOptions(base, method, "a", "b", "c"));
    for (int seat = 0; seat < ballots.length; seat++) {
      log.add(Fixture.balloted(vote(seat), ballots[seat]));
    }
    return log.state();
  }

  private static Retally.Rule rule(Retally tally, String name) {
    return tally.rules().stream().filter(one -> one.rule().equals(name)).findFirst().orElseThrow();
  }

  private static Ballot ranking(String... options) {
    return new Ballot.Ranking(List.of(options).stream().map(List::of).toList());
  }

  @Test
  void aProposalIsCountedByEveryRuleAndPooledByEveryStrategy() {
    Retally tally =
        Recounting.of("k3", onProposal(Choice.FOR, Choice.FOR, Choice.AGAINST, Choice.ABSTAIN));
    assertEquals(VotingMethod.values().length, tally.rules().size());
    assertEquals(169, tally.strategies().size());
    assertEquals(List.of("for"), rule(tally, "majority").winners());
    assertEquals(List.of("for"), rule(tally, "borda").winners());
    assertEquals(List.of("derived=ranking"), rule(tally, "schulze").flags());
    assertEquals(List.of("missing=prediction"), rule(tally, "surprisingly_popular").flags());
    assertEquals(List.of("threshold"), rule(tally, "unanimous").flags());
    assertTrue(tally.agree());
    assertEquals(Map.of("for>against", 2L, "against>for", 1L), tally.majorities().preferred());
  }

  @Test
  void aVoterWithoutWhomTheRuleSaysOtherwiseIsPivotal() {
    Retally tally = Recounting.of("k3", onProposal(Choice.FOR, Choice.FOR, Choice.AGAINST));
    List<Retally.Pivotal> pivotal = tally.pivotal();
    assertEquals(List.of("p0", "p1", "p2"), pivotal.stream().map(one -> one.speaker()).toList());
    assertTrue(pivotal.getFirst().rules().contains("majority"), pivotal.toString());
    assertTrue(pivotal.getLast().rules().contains("unanimous"), pivotal.toString());
  }

  @Test
  void rulesThatDisagreeAndMajoritiesInACircleAreShown() {
    Retally tally =
        Recounting.of(
            "k3",
            onOptions(
                VotingMethod.SCHULZE,
                ranking("a", "b", "c"),
                ranking("b", "c", "a"),
                ranking("c", "a", "b"),
                ranking("a", "b", "c"),
                ranking("b", "c", "a"),
                ranking("c", "a", "b"),
                ranking("a", "c", "b")));
    assertTrue(tally.majorities().cycle());
    assertNull(tally.majorities().winner());
    assertEquals(List.of("a", "b", "c"), tally.majorities().smithSet());
    assertEquals(List.of("no_winner"), rule(tally, "condorcet").flags());
    assertEquals(List.of("missing=scores"), rule(tally, "star").flags());
    assertFalse(tally.rules().stream().anyMatch(one -> one.rule().equals("majority")));
  }

  @Test
  void scoresSayEnoughForRankingsAndApprovalsButNotForBoughtVotes() {
    Retally tally =
        Recounting.of(
            "k3",
            onOptions(
                VotingMethod.STAR,
                new Ballot.Scores(Map.of("a", 5, "b", 3, "c", 0)),
                new Ballot.Scores(Map.of("a", 0, "b", 4, "c", 5))));
    assertEquals(
        List.of(),
        rule(tally, "star").flags().stream().filter(f -> f.startsWith("derived")).toList());
    assertEquals(Map.of("a", 1.0, "b", 2.0, "c", 1.0), rule(tally, "approval").scores());
    assertEquals(List.of("derived=approval"), rule(tally, "approval").flags());
    assertEquals(List.of("missing=credits"), rule(tally, "quadratic").flags());
    assertEquals(List.of("derived=grades"), rule(tally, "majority_judgment").flags());
  }

  @Test
  void beforeAnybodyVotedThereIsNothingToCount() {
    Retally tally = Recounting.of("k3", Fixture.spoken(0.2, -0.4));
    assertEquals(List.of("no_votes"), rule(tally, "majority").flags());
    assertEquals(List.of("empty_input"), rule(tally, "irv").flags());
    assertNull(tally.majorities());
    assertEquals(169, tally.strategies().size());
    assertEquals(0, Recounting.of("k3", Fixture.spoken()).strategies().size());
  }
}
