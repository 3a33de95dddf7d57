package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Ballot;
import io.lida.contract.Fault;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.VotingMethod;
import io.lida.deliberation.Fixture.Log;
import io.lida.testkit.Altered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a panel knows of each other in each arm of a study, and what it costs. */
class ArmsTest {
  private static Scenario scenario(Arm arm, int rounds, int seats) {
    return in(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, rounds, seats), arm);
  }

  private static Scenario in(Scenario scenario, Arm... arms) {
    return Altered.of(scenario, "/deliberation/arms", List.of(arms));
  }

  private static Log log(Scenario scenario) {
    return new Log(Fixture.manifest(scenario));
  }

  private static RunEvent forAll(Call call) {
    return call.kind() == CallKind.VOTE
        ? Fixture.voted(call, Choice.FOR)
        : Fixture.spoke(call, 0.1 * (call.seat() + 1));
  }

  private static List<Heard> heard(Log log, Call call) {
    return new Hearing(log.state()).all(call);
  }

  private static Call turn(int round, int seat) {
    return new Call(Calls.turn(round, seat), CallKind.TURN, round, seat, 1);
  }

  private static Log afterOneRound(Arm arm, int seats) {
    Log log = log(scenario(arm, 2, seats));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    for (int seat = 0; seat < seats; seat++) {
      log.add(forAll(turn(1, seat)));
    }
    return log.add(new RunEvent.RoundOpened(2, Phase.CLOSING));
  }

  @Test
  void everyArmMakesAsManyCalls() {
    for (Arm arm : Arm.values()) {
      State state = Fixture.play(log(scenario(arm, 3, 4)), ArmsTest::forAll).state();
      assertEquals(Status.COMPLETED, state.status(), arm.id());
      assertEquals(16, state.usage().calls(), arm.id());
      assertEquals("for", state.decided().decision().winner(), arm.id());
    }
  }

  @Test
  void whereNobodySpeaksEachBallotHasItsPartOfTheSeatsWeight() {
    State state =
        Fixture.play(
                log(scenario(Arm.VOTE_ONLY, 2, 3)),
                call ->
                    Fixture.voted(call, Calls.repeat(call.id()) == 0 ? Choice.AGAINST : Choice.FOR))
            .state();
    assertEquals(
        List.of("vote.s1", "vote.s1.1", "vote.s1.2", "vote.s2"),
        state.votes().stream().map(RunEvent.Vote::id).limit(4).toList());
    RunEvent.Decided decided = state.decided();
    assertEquals(Map.of("for", 6, "against", 3, "abstain", 0), decided.decision().tally());
    assertEquals(2.0 / 3, decided.decision().share(), 1e-12);
    // Each seat was for twice and against once, sure at 0.8: a stance of 0.8 / 3.
    assertEquals((1 + 0.8 / 3) / 2, decided.aggregate().value(), 1e-12);
    assertEquals(
        List.of("p0", "p1", "p2"),
        decided.decision().dissent().stream().map(RunEvent.Dissent::speaker).toList());
    assertEquals("vote_only", state.termination().reason());
    assertEquals("9 of 9 votes", state.termination().detail());
  }

  @Test
  void aBallotThatFailsIsMissedInTheQuorum() {
    Scenario quorum = Altered.of(scenario(Arm.VOTE_ONLY, 1, 2), "/deliberation/quorum", 0.75);
    State whole =
        Fixture.play(
                log(quorum),
                call -> call.id().equals("vote.s1") ? Fixture.failed(call) : forAll(call))
            .state();
    assertEquals("for", whole.decided().decision().winner());
    State torn =
        Fixture.play(
                log(quorum),
                call -> call.id().startsWith("vote.s1") ? Fixture.failed(call) : forAll(call))
            .state();
    assertEquals("no_quorum", torn.decided().decision().reason());
  }

  @Test
  void whereNobodyCanVoteTheRunFailsAndMayBeResumed() {
    Log log = Fixture.play(log(scenario(Arm.VOTE_ONLY, 1, 2)), Fixture::failed);
    assertEquals(Status.FAILED, log.state().status());
    assertTrue(log.state().failure().title().startsWith("no persona could answer in the vote"));
    log.add(new RunEvent.RunResumed("n2"));
    assertEquals(4, Fixture.play(log, ArmsTest::forAll).state().votes().size());
  }

  @Test
  void optionsAreVotedOnWithoutTalkToo() {
    Scenario base = Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, 2);
    Scenario options = in(Fixture.withOptions(base, VotingMethod.BORDA, "a", "b"), Arm.VOTE_ONLY);
    Ballot ballot = new Ballot.Ranking(List.of(List.of("b"), List.of("a")));
    State state = Fixture.play(log(options), call -> Fixture.balloted(call, ballot)).state();
    assertEquals("b", state.decided().decision().winner());
    assertEquals(4, state.votes().size());
    assertEquals(List.of("empty_input"), state.decided().aggregate().flags());
  }

  @Test
  void inSelfCorrectionEachHearsOnlyItself() {
    Log log = afterOneRound(Arm.SELF_CORRECTION, 3);
    List<Heard> heard = heard(log, turn(2, 1));
    assertEquals(List.of("r1.s2"), heard.stream().map(Heard::turn).toList());
    assertTrue(heard.getFirst().own());
    String prompt = new Briefing("k3", log.state(), false).complete(turn(2, 1)).prompt().user();
    assertTrue(prompt.contains("Because of r1.s2"), prompt);
    assertFalse(prompt.contains("Because of r1.s1"), prompt);
    assertTrue(prompt.contains("You hear nobody else"), prompt);
  }

  @Test
  void shuffledReasonsKeepStancesAndGiveEachTheTextOfAnother() {
    Log log = afterOneRound(Arm.SHUFFLED_REASONS, 5);
    List<Heard> heard = heard(log, turn(2, 0));
    Map<String, String> texts = new HashMap<>();
    for (Heard turn : heard) {
      assertEquals(0.1 * (turn.seat() + 1), turn.stance(), 1e-12);
      texts.put(turn.turn(), turn.text());
    }
    assertEquals("Because of r1.s1", texts.remove("r1.s1"), "one's own words stay one's own");
    texts.forEach((turn, text) -> assertNotEquals("Because of " + turn, text));
    assertEquals(4, texts.values().stream().distinct().count(), "every reason is heard once");
    assertEquals(heard, heard(log, turn(2, 0)), "the same state says the same");
    String prompt = new Briefing("k3", log.state(), false).complete(turn(2, 0)).prompt().user();
    assertTrue(prompt.contains(texts.get("r1.s3")), prompt);
  }

  @Test
  void oneWhoSpokeAloneIsNotHeardWithShuffledReasons() {
    Log log = log(scenario(Arm.SHUFFLED_REASONS, 2, 3));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    log.add(forAll(turn(1, 0)));
    log.add(forAll(turn(1, 1)));
    log.add(Fixture.failed(turn(1, 2)));
    log.add(new RunEvent.RoundOpened(2, Phase.CLOSING));
    assertEquals(List.of("r1.s1"), heard(log, turn(2, 0)).stream().map(Heard::turn).toList());
    assertEquals(
        List.of("r1.s1", "r1.s2"), heard(log, turn(2, 2)).stream().map(Heard::turn).toList());
  }

  @Test
  void armsThatCannotBeComparedAreRefused() {
    Scenario base = Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 2);
    refused("three personas", in(base, Arm.DELIBERATION, Arm.SHUFFLED_REASONS));
    refused("each once", in(base, Arm.VOTE_ONLY, Arm.VOTE_ONLY));
    refused("each once", in(base));
    refused(
        "simultaneous", in(Fixture.scenario(Mode.DEBATE, Order.SEQUENTIAL, 2, 2), Arm.VOTE_ONLY));
    refused(
        "nobody votes",
        in(Fixture.scenario(Mode.CONVERSATION, Order.SEQUENTIAL, 2, 2), Arm.VOTE_ONLY));
    refused(
        "all rounds", Altered.of(in(base, Arm.VOTE_ONLY), "/deliberation/stop_on_consensus", true));
    refused("against, for", Altered.of(base, "/sweep", new Scenario.Sweep(3, "perhaps")));
    refused("1000", Altered.of(base, "/sweep", new Scenario.Sweep(1001, null)));
  }

  private static void refused(String why, Scenario scenario) {
    Fault fault = assertThrows(Fault.class, () -> ScenarioRules.check(scenario));
    assertTrue((fault.title() + fault.detail()).contains(why), fault.title() + fault.detail());
  }

  @Test
  void aStudyIsNoRun() {
    Scenario base = Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 3);
    StudyRules.refuse(in(base, Arm.VOTE_ONLY));
    Fault fault =
        assertThrows(
            Fault.class, () -> StudyRules.refuse(in(base, Arm.DELIBERATION, Arm.VOTE_ONLY)));
    assertTrue(fault.fix().contains("/api/v1/studies"));
  }
}
