package io.lida.deliberation;

import static io.lida.deliberation.Fixture.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.deliberation.Fixture.Log;
import io.lida.testkit.Altered;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final Duration WORKED = Duration.ofSeconds(1);

  private static Log log(Scenario scenario) {
    return new Log(Fixture.manifest(scenario));
  }

  private static RunEvent forAll(Call call) {
    return call.kind() == CallKind.VOTE
        ? Fixture.voted(call, Choice.FOR)
        : Fixture.spoke(call, 0.5);
  }

  @Test
  void aDebateIsRoundsThenVotesThenADecision() {
    Log log =
        play(log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 3, 4)), EngineTest::forAll);
    State state = log.state();
    assertEquals(12, state.transcript().all().size());
    assertEquals(4, state.votes().size());
    assertEquals(Status.COMPLETED, state.status());
    assertEquals("max_rounds", state.termination().reason());
    assertEquals("for", state.decided().decision().winner());
    assertEquals(16, state.usage().calls());
  }

  @Test
  void theSpeakersOfASimultaneousRoundAreAskedAtOnce() {
    Log log = log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 3));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    Intention.Ask ask = ask(log);
    assertEquals(List.of("r1.s1", "r1.s2", "r1.s3"), ids(ask));
  }

  @Test
  void theSpeakersOfASequentialRoundAreAskedInTurn() {
    Log log = log(Fixture.scenario(Mode.DEBATE, Order.SEQUENTIAL, 2, 3));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    Intention.Ask first = ask(log);
    assertEquals(List.of("r1.s1"), ids(first));
    log.add(new RunEvent.CallsAsked(first.calls()));
    assertInstanceOf(Intention.Wait.class, next(log));
    log.add(Fixture.spoke(first.calls().getFirst(), 0.1));
    assertEquals(List.of("r1.s2"), ids(ask(log)));
  }

  @Test
  void roundsAreNamedByTheirPlace() {
    assertEquals(Phase.OPENING, Engine.phase(Mode.DEBATE, 1, 3));
    assertEquals(Phase.REBUTTAL, Engine.phase(Mode.DEBATE, 2, 3));
    assertEquals(Phase.CLOSING, Engine.phase(Mode.DEBATE, 3, 3));
    assertEquals(Phase.OPENING, Engine.phase(Mode.DEBATE, 1, 1));
    assertEquals(Phase.DISCUSSION, Engine.phase(Mode.QUORUM, 2, 3));
  }

  @Test
  void aModeratorSpeaksAfterEachRoundAndDoesNotVote() {
    Scenario scenario = Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 2);
    Scenario moderated =
        new Scenario(
            scenario.name(),
            scenario.version(),
            scenario.simulation(),
            scenario.personas(),
            Fixture.rules(
                Mode.DEBATE, Order.SIMULTANEOUS, new Scenario.Participant("m", null, null), false),
            scenario.output(),
            null,
            null,
            null);
    Log log =
        play(
            log(moderated),
            call ->
                call.kind() == CallKind.MODERATION
                    ? new RunEvent.Moderated(
                        call.id(), call.round(), "m", "M", "well", Fixture.ONE_CALL, 1)
                    : forAll(call));
    assertEquals(2, log.state().moderation().size());
    assertEquals(2, log.state().votes().size());
  }

  @Test
  void anOwnerWhoDiedLeavesItsOpenCallsToBeAskedAgain() {
    Log log = log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 3));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    Intention.Ask ask = ask(log);
    log.add(new RunEvent.CallsAsked(ask.calls()));
    log.add(Fixture.spoke(ask.calls().get(1), 0.2));
    log.add(new RunEvent.RunResumed("other"));
    Intention.Ask again = ask(log);
    assertEquals(List.of("r1.s1", "r1.s3"), ids(again));
    assertEquals(List.of(2, 2), again.calls().stream().map(Call::attempt).toList());
  }

  @Test
  void aSilentSeatDoesNotHoldTheOthersUp() {
    Log log =
        play(
            log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 3)),
            call -> call.seat() == 1 ? Fixture.failed(call) : forAll(call));
    assertEquals(4, log.state().transcript().all().size());
    assertEquals(3, log.state().failures().size());
    assertEquals(Status.COMPLETED, log.state().status());
  }

  @Test
  void aRoundInWhichNobodySpeaksFailsTheRunAndAResumedOneTriesAgain() {
    Log log = play(log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 2)), Fixture::failed);
    assertEquals(Status.FAILED, log.state().status());
    assertEquals("LIDA-6001", log.state().failure().code());
    assertEquals("no_speakers", log.state().termination().reason());
    log.add(new RunEvent.RunResumed("other"));
    assertNull(log.state().termination());
    Log mended = play(log, EngineTest::forAll);
    assertEquals(Status.COMPLETED, mended.state().status());
    assertEquals(4, mended.state().transcript().all().size());
  }

  @Test
  void aRoundThatOpenCircuitsSilenceSaysSoWithTheEvidence() {
    Log log =
        play(
            log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 3, 3)),
            call ->
                call.round() < 2
                    ? forAll(call)
                    : call.seat() == 0 ? Fixture.failed(call) : Fixture.refused(call));
    assertEquals(Status.FAILED, log.state().status());
    assertEquals("LIDA-6003", log.state().failure().code());
    assertEquals(
        new RunEvent.Termination("breaker_open", "in round 2, sim/default: open since noon"),
        log.state().termination());
    log.add(new RunEvent.RunResumed("other"));
    assertEquals(9, play(log, EngineTest::forAll).state().transcript().all().size());
  }

  @Test
  void aVoteThatOpenCircuitsSilenceSaysSoToo() {
    Log log =
        play(
            log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, 2)),
            call -> call.kind() == CallKind.VOTE ? Fixture.refused(call) : forAll(call));
    assertEquals(
        new RunEvent.Termination("breaker_open", "in the vote, sim/default: open since noon"),
        log.state().termination());
  }

  @Test
  void anOpenCircuitOfOneModelDoesNotExplainTheSilenceOfAnother() {
    Scenario scenario = Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, 2);
    Manifest mixed = Altered.of(Fixture.manifest(scenario), "/seats/1/model", "local/other");
    Log log =
        play(
            new Log(mixed),
            call -> call.seat() == 0 ? Fixture.refused(call) : Fixture.failed(call));
    assertEquals("no_speakers", log.state().termination().reason());
  }

  @Test
  void aPauseWaitsForWhatIsUnderWayAndAResumedRunGoesOn() {
    Log log = log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, 1));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    Intention.Ask ask = ask(log);
    log.add(new RunEvent.CallsAsked(ask.calls()));
    assertInstanceOf(Intention.Wait.class, Engine.next(log.state(), WORKED, Engine.Wish.PAUSE));
    log.add(Fixture.spoke(ask.calls().getFirst(), 0.2));
    Intention.Write pause =
        assertInstanceOf(
            Intention.Write.class, Engine.next(log.state(), WORKED, Engine.Wish.PAUSE));
    log.add(pause.event());
    assertEquals(Status.PAUSED, log.state().status());
    log.add(new RunEvent.RunResumed("other"));
    assertEquals(Status.COMPLETED, play(log, EngineTest::forAll).state().status());
  }

  @Test
  void theTimeoutEndsARunEvenWithAnswersUnderWay() {
    Log log = log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 2));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    log.add(new RunEvent.CallsAsked(ask(log).calls()));
    Duration late = Duration.ofSeconds(600);
    Intention.Write decided =
        assertInstanceOf(Intention.Write.class, Engine.next(log.state(), late, Engine.Wish.GO_ON));
    log.add(decided.event());
    Intention.Write end =
        assertInstanceOf(Intention.Write.class, Engine.next(log.state(), late, Engine.Wish.GO_ON));
    log.add(end.event());
    assertEquals("timeout", log.state().termination().reason());
    assertEquals("no_votes", log.state().decided().decision().reason());
  }

  @Test
  void aSpentBudgetEndsARun() {
    Scenario scenario = Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 5, 2);
    Scenario bounded =
        new Scenario(
            scenario.name(),
            scenario.version(),
            scenario.simulation(),
            scenario.personas(),
            scenario.deliberation(),
            scenario.output(),
            new Scenario.Budget(null, null, 4),
            null,
            null);
    Log log = play(log(bounded), EngineTest::forAll);
    assertEquals("budget", log.state().termination().reason());
    assertEquals(4, log.state().transcript().all().size());
  }

  @Test
  void anAgreedQuorumMayEndEarly() {
    Scenario scenario = Fixture.scenario(Mode.QUORUM, Order.SIMULTANEOUS, 5, 3);
    Scenario eager =
        new Scenario(
            scenario.name(),
            scenario.version(),
            scenario.simulation(),
            scenario.personas(),
            Fixture.rules(Mode.QUORUM, Order.SIMULTANEOUS, null, true),
            scenario.output(),
            null,
            null,
            null);
    Log log = play(log(eager), EngineTest::forAll);
    assertEquals(3, log.state().transcript().all().size());
    assertEquals("consensus", log.state().termination().reason());
  }

  @Test
  void dissentIsNamedWithItsReasonAndItsTurn() {
    Log log =
        play(
            log(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, 3)),
            call ->
                call.kind() == CallKind.VOTE && call.seat() == 2
                    ? Fixture.voted(call, Choice.AGAINST)
                    : forAll(call));
    RunEvent.Decision decision = log.state().decided().decision();
    assertEquals(
        List.of(new RunEvent.Dissent("p2", "Name of p2", "against", "so", "r1.s3")),
        decision.dissent());
    assertEquals(false, decision.reached());
  }

  @Test
  void theSameStateAlwaysHasTheSameNextStep() {
    Log log = play(log(Fixture.scenario(Mode.DEBATE, Order.SEQUENTIAL, 3, 3)), EngineTest::forAll);
    for (int length = 1; length <= log.events.size(); length++) {
      State once = State.of(log.events.subList(0, length));
      State twice = State.of(log.events.subList(0, length));
      assertEquals(
          Engine.next(once, WORKED, Engine.Wish.GO_ON),
          Engine.next(twice, WORKED, Engine.Wish.GO_ON));
    }
  }

  private static Intention next(Log log) {
    return Engine.next(log.state(), WORKED, Engine.Wish.GO_ON);
  }

  private static Intention.Ask ask(Log log) {
    return assertInstanceOf(Intention.Ask.class, next(log));
  }

  private static List<String> ids(Intention.Ask ask) {
    return ask.calls().stream().map(Call::id).toList();
  }
}
