package io.lida.deliberation;

import static io.lida.deliberation.Fixture.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.testkit.Altered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conversations, orders, private questions and early ends, through the engine and its log. */
class CourseOfTalkTest {
  private static Fixture.Log log(Scenario scenario) {
    return new Fixture.Log(Fixture.manifest(scenario));
  }

  private static Scenario with(Scenario base, Object... changes) {
    Scenario changed = base;
    for (int at = 0; at < changes.length; at += 2) {
      changed = Altered.of(changed, "/deliberation/" + changes[at], changes[at + 1]);
    }
    return changed;
  }

  private static Scenario conversation(int rounds, int seats, Object... changes) {
    Scenario talk = Fixture.scenario(Mode.CONVERSATION, Order.SEQUENTIAL, rounds, seats);
    return with(talk, changes);
  }

  private static RunEvent usual(Call call) {
    return switch (call.kind()) {
      case TURN -> Fixture.spoke(call, 0.5);
      case VOTE -> Fixture.voted(call, Choice.FOR);
      case MODERATION ->
          new RunEvent.Moderated(call.id(), call.round(), "m", "M", "well", Fixture.ONE_CALL, 1);
      case NOMINATION -> Fixture.failed(call);
      case PROBE -> probed(call, 0.1);
      case MOVE -> throw new AssertionError("nobody plays");
    };
  }

  private static RunEvent probed(Call call, double stance) {
    return new RunEvent.Probed(
        new RunEvent.Probe(
            call.id(),
            call.round(),
            call.seat(),
            "p" + call.seat(),
            stance,
            0.5,
            Map.of(),
            "because",
            "sim",
            Fixture.ONE_CALL,
            1));
  }

  private static List<String> spoken(Fixture.Log log) {
    return log.state().transcript().all().stream().map(RunEvent.Turn::id).toList();
  }

  @Test
  void inAConversationOneSpeaksAtATimeAndNobodyVotes() {
    Fixture.Log log = play(log(conversation(2, 3)), CourseOfTalkTest::usual);
    assertEquals(List.of("r1.s1", "r1.s2", "r1.s3", "r2.s1", "r2.s2", "r2.s3"), spoken(log));
    assertTrue(
        log.events.stream()
            .map(event -> event.payload())
            .filter(RunEvent.CallsAsked.class::isInstance)
            .allMatch(asked -> ((RunEvent.CallsAsked) asked).calls().size() == 1));
    assertNull(log.state().decided());
    assertEquals(Status.COMPLETED, log.state().status());
    assertEquals("max_rounds", log.state().termination().reason());
  }

  @Test
  void aConversationOutOfTimeEndsWithoutADecision() {
    Fixture.Log log = log(conversation(2, 2));
    Intention.Write end =
        assertInstanceOf(
            Intention.Write.class,
            Engine.next(log.state(), Duration.ofSeconds(600), Engine.Wish.GO_ON));
    assertEquals(
        "timeout",
        assertInstanceOf(RunEvent.RunCompleted.class, end.event()).termination().reason());
  }

  @Test
  void aModeratorGivesTheFloorAndWhoIsLeftSpeaksLast() {
    Scenario scenario =
        conversation(
            1,
            3,
            "moderator",
            new Scenario.Participant("m", null, null),
            "turn_taking",
            Scenario.TurnTaking.MODERATED);
    Fixture.Log log =
        play(
            log(scenario),
            call ->
                switch (call.id()) {
                  case "r1.n1" -> floor(call, 1, 2);
                  case "r1.n2" -> floor(call, 2, 0);
                  default -> usual(call);
                });
    assertEquals(List.of("r1.s3", "r1.s1", "r1.s2"), spoken(log));
    assertTrue(log.state().moderation().isEmpty());
  }

  private static RunEvent floor(Call call, int position, int seat) {
    return new RunEvent.FloorGiven(
        call.id(), call.round(), position, seat, "m", "so", Fixture.ONE_CALL, 1);
  }

  @Test
  void aModeratorWhoFailsLeavesTheUsualOrder() {
    Scenario scenario =
        conversation(
            1,
            3,
            "moderator",
            new Scenario.Participant("m", null, null),
            "turn_taking",
            Scenario.TurnTaking.MODERATED);
    Fixture.Log log =
        play(log(scenario), call -> call.id().equals("r1.n2") ? floor(call, 2, 2) : usual(call));
    assertEquals(List.of("r1.s1", "r1.s3", "r1.s2"), spoken(log));
  }

  @Test
  void aLatinSquareChangesWhoSpeaksWhen() {
    Fixture.Log log =
        play(log(Fixture.scenario(Mode.DEBATE, Order.LATIN_SQUARE, 4, 4)), CourseOfTalkTest::usual);
    List<String> turns = spoken(log);
    for (int place = 0; place < 4; place++) {
      int at = place;
      assertEquals(
          4,
          List.of(0, 4, 8, 12).stream()
              .map(round -> turns.get(round + at).substring(3))
              .distinct()
              .count());
    }
  }

  @Test
  void privateQuestionsAreAskedBeforeBetweenAndAfterAndStandInNoTranscript() {
    Scenario scenario =
        with(
            Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 2),
            "probes",
            new Scenario.Probes(true, true, true, List.of()));
    Fixture.Log log = play(log(scenario), CourseOfTalkTest::usual);
    assertEquals(
        List.of("p0.s1", "p0.s2", "p1.s1", "p1.s2", "p2.s1", "p2.s2"),
        log.state().probes().stream().map(RunEvent.Probe::id).toList());
    assertEquals(List.of("r1.s1", "r1.s2", "r2.s1", "r2.s2"), spoken(log));
  }

  @Test
  void anOwnerWhoDiesInAPrivateQuestionLeavesItToBeAskedAgain() {
    Scenario scenario =
        with(
            Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, 2),
            "probes",
            new Scenario.Probes(true, false, false, List.of()));
    Fixture.Log log = log(scenario);
    Intention.Ask ask =
        assertInstanceOf(
            Intention.Ask.class,
            Engine.next(log.state(), Duration.ofSeconds(1), Engine.Wish.GO_ON));
    log.add(new RunEvent.CallsAsked(ask.calls()));
    log.add(probed(ask.calls().getFirst(), 0.3));
    log.add(new RunEvent.RunResumed("other"));
    Intention.Ask again =
        assertInstanceOf(
            Intention.Ask.class,
            Engine.next(log.state(), Duration.ofSeconds(1), Engine.Wish.GO_ON));
    assertEquals(List.of("p0.s2"), again.calls().stream().map(Call::id).toList());
    assertEquals(Status.COMPLETED, play(log, CourseOfTalkTest::usual).state().status());
  }

  @Test
  void aStrategyByVarianceAsksTheSameAgain() {
    Scenario scenario =
        with(
            Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 1, 2),
            "aggregation",
            "linear.inverse_variance");
    Fixture.Log log =
        play(
            log(scenario),
            call ->
                call.kind() == CallKind.PROBE
                    ? probed(call, call.seat() == 0 ? 0.2 : 0.1 * Calls.repeat(call.id()))
                    : usual(call));
    assertEquals(6, log.state().probes().size());
    assertEquals(List.of(), log.state().decided().aggregate().flags());
  }

  @Test
  void aPhraseEndsTheTalkAtOnce() {
    Scenario scenario =
        conversation(
            5, 3, "termination", new Scenario.Termination(List.of("BECAUSE of r2.s2"), null, null));
    Fixture.Log log = play(log(scenario), CourseOfTalkTest::usual);
    assertEquals(List.of("r1.s1", "r1.s2", "r1.s3", "r2.s1", "r2.s2"), spoken(log));
    assertEquals("phrase", log.state().termination().reason());
    assertTrue(log.state().termination().detail().contains("r2.s2"));
  }

  @Test
  void aDebateCutShortByAPhraseStillVotes() {
    Scenario scenario =
        with(
            Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 5, 2),
            "termination",
            new Scenario.Termination(List.of("because of r1.s2"), null, null));
    Fixture.Log log = play(log(scenario), CourseOfTalkTest::usual);
    assertEquals(2, spoken(log).size());
    assertEquals(2, log.state().votes().size());
    assertEquals("phrase", log.state().termination().reason());
  }

  @Test
  void stableBeliefsEndTheTalkWithTheFiguresThatShowIt() {
    Scenario scenario =
        with(
            Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 9, 2),
            "termination",
            new Scenario.Termination(List.of(), null, new Scenario.Stable(2, 0.05)));
    Map<Integer, Double> stances = Map.of(1, 0.9, 2, 0.5, 3, 0.46, 4, 0.44);
    Fixture.Log log =
        play(
            log(scenario),
            call ->
                call.kind() == CallKind.TURN
                    ? Fixture.spoke(call, stances.getOrDefault(call.round(), 0.0))
                    : usual(call));
    assertEquals("stable", log.state().termination().reason());
    assertEquals(8, spoken(log).size());
    assertTrue(log.state().termination().detail().contains("0.040"));
  }

  @Test
  void talkInCirclesEnds() {
    Scenario scenario =
        with(
            Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 9, 2),
            "termination",
            new Scenario.Termination(List.of(), new Scenario.Similarity(4, 0.5, 0.3), null));
    Fixture.Log log = play(log(scenario), CourseOfTalkTest::usual);
    assertEquals("similarity", log.state().termination().reason());
    assertEquals(4, spoken(log).size());
    assertTrue(log.state().termination().detail().contains("Jaccard"));
  }
}
