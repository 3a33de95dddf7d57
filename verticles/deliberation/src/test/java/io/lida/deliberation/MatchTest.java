package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Event;
import io.lida.contract.Game;
import io.lida.contract.Game.By;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Play;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.Scenario;
import io.lida.deliberation.Fixture.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A game from its first round to its comparison, and from any point where it was killed. */
class MatchTest {
  private static final Duration WORKED = Duration.ofSeconds(1);

  private static Scenario game(Game game, int rounds, int seats) {
    Scenario base =
        Fixture.scenario(Scenario.Mode.GAME, Scenario.Order.SIMULTANEOUS, rounds, seats);
    return new Scenario(
        base.name(),
        base.version(),
        base.simulation(),
        base.personas(),
        base.deliberation(),
        base.output(),
        null,
        game,
        null);
  }

  private static Game.Player by(By by) {
    return new Game.Player(by, by == By.QRE ? 3.0 : null);
  }

  /** Two seats that models play, and one of each kind that code plays. */
  private static Scenario race() {
    return game(
        new Game(
            Game.Name.AGI_RACE,
            Game.Form.PRECIPICE,
            Map.of("enmity", 0.8),
            Map.of("p2", by(By.QRE), "p3", by(By.DYNAMICS), "p4", by(By.GRIM))),
        3,
        5);
  }

  private static RunEvent says(State state, Call call, String text) {
    Completion answer = new Completion(text, "sim", "stop", Fixture.ONE_CALL, 5);
    return Replies.event(
            state, state.manifest().seats().get(call.seat()), call, answer, Fixture.ONE_CALL)
        .orElse(Fixture.failed(call));
  }

  private static RunEvent legal(State state, Call call) {
    double move = call.seat() == 0 ? 0.75 : 0.4;
    return says(state, call, "{\"move\": " + move + ", \"reason\": \"because\"}");
  }

  private static Log play(Log log, BiFunction<State, Call, RunEvent> answer) {
    return Fixture.play(log, call -> answer.apply(log.state(), call));
  }

  private static Play played(Log log) {
    Play play = Document.of("k3", log.state(), "completed").game();
    assertNotNull(play);
    return play;
  }

  @Test
  void aGameIsRoundsOfMovesEachResolvedAndAComparisonAtTheEnd() {
    Log log = play(new Log(Fixture.manifest(race())), MatchTest::legal);
    assertEquals(Status.COMPLETED, log.state().status());
    assertEquals("max_rounds", log.state().termination().reason());
    assertEquals(6, log.state().usage().calls());
    Play play = played(log);
    assertEquals(3, play.rounds().size());
    for (Play.Round round : play.rounds()) {
      assertEquals(5, round.moves().size());
      assertEquals(round.round(), round.after().round());
      assertEquals(round.round() - 1, round.before().round());
      assertEquals(List.of("p0", "p1", "p2", "p3", "p4"), List.copyOf(round.payoffs().keySet()));
      round.moves().forEach(move -> assertTrue(!move.reason().isBlank(), move.toString()));
    }
    assertEquals(0.75, play.rounds().getFirst().moves().getFirst().value());
    assertEquals(0, play.rounds().get(1).moves().get(4).value(), "grim saw 0.4");
    double earned = play.rounds().stream().mapToDouble(round -> round.payoffs().get("p0")).sum();
    assertEquals(earned, play.totals().get("p0"), 1e-12);
    assertEquals(1 / (5 * 0.8), play.comparison().players().getFirst().nash(), 1e-12);
    assertEquals(15, play.comparison().fit().moves());
    assertNull(Document.of("k3", log.state(), "completed").decision());
  }

  @Test
  void whoKillsItAnywhereGetsTheSameGame() {
    Log whole = play(new Log(Fixture.manifest(race())), MatchTest::legal);
    Play wanted = played(whole);
    for (int length = 1; length < whole.events.size(); length++) {
      Log log = new Log(Fixture.manifest(race()));
      whole.events.subList(1, length).stream().map(Event::payload).forEach(log::add);
      log.add(new RunEvent.RunResumed("other"));
      assertEquals(wanted, played(play(log, MatchTest::legal)), "killed after " + length);
    }
  }

  @Test
  void moversOfARoundAreAskedAtOnceAndSeeNoMoveOfIt() {
    Log log = new Log(Fixture.manifest(race()));
    State state = log.state();
    while (Engine.next(state, WORKED, Engine.Wish.GO_ON) instanceof Intention.Write write) {
      log.add(write.event());
      state = log.state();
    }
    Intention.Ask ask =
        assertInstanceOf(Intention.Ask.class, Engine.next(state, WORKED, Engine.Wish.GO_ON));
    assertEquals(List.of("r1.s1", "r1.s2"), ask.calls().stream().map(Call::id).toList());
    log.add(new RunEvent.CallsAsked(ask.calls()));
    log.add(legal(log.state(), ask.calls().getFirst()));
    String prompt =
        new Briefing("k3", log.state(), false).complete(ask.calls().get(1)).prompt().user();
    assertTrue(prompt.contains("Nobody has moved yet."), prompt);
    assertTrue(prompt.contains("a number from 0 to 1"), prompt);
  }

  @Test
  void anIllegalMoveIsRefusedWithTheReasonAndTheSeatKeepsItsLast() {
    Log log =
        play(
            new Log(Fixture.manifest(race())),
            (state, call) -> call.id().equals("r2.s1") ? garbled(state, call) : legal(state, call));
    Play.Move kept = played(log).rounds().get(1).moves().getFirst();
    assertEquals(0.75, kept.value());
    assertEquals(List.of("kept"), kept.flags());
    assertEquals(1, log.state().failures().size());
    assertEquals(Status.COMPLETED, log.state().status());
  }

  private static RunEvent garbled(State state, Call call) {
    for (String text :
        List.of("{\"move\": 1.5}", "{\"move\": \"fast\"}", "{\"reason\": \"no\"}", "0.5", "")) {
      assertInstanceOf(RunEvent.CallFailed.class, says(state, call, text), text);
    }
    Briefing briefing = new Briefing("k3", state, false);
    String again = briefing.again(call, briefing.complete(call)).prompt().user();
    assertTrue(again.contains("was refused"), again);
    return new RunEvent.CallFailed(
        call, "p0", "LIDA-6004", "the reply did not keep to the form", "", Fixture.ONE_CALL);
  }

  @Test
  void aFirstMoveThatDoesNotComeIsTheCards() {
    Log log =
        play(
            new Log(Fixture.manifest(race())),
            (state, call) -> call.seat() == 1 ? garbled(state, call) : legal(state, call));
    Play.Move first = played(log).rounds().getFirst().moves().get(1);
    assertEquals(0.3 + 0.3 * 0.6 + 0.2 * 0.4 + 0.2 * 0.6, first.value(), 1e-9);
    assertEquals(List.of("kept"), first.flags());
  }

  @Test
  void aRoundInWhichNoModelAnswersFailsTheRunAndAResumedOneTriesAgain() {
    Log log = play(new Log(Fixture.manifest(race())), (state, call) -> Fixture.failed(call));
    assertEquals(Status.FAILED, log.state().status());
    log.add(new RunEvent.RunResumed("other"));
    assertEquals(Status.COMPLETED, play(log, MatchTest::legal).state().status());
  }

  @Test
  void aRaceThatIsWonEndsBeforeItsLastRound() {
    Game game =
        new Game(
            Game.Name.AGI_RACE,
            Game.Form.REGULATION,
            Map.of(),
            Map.of("p0", by(By.ALWAYS_UNSAFE), "p1", by(By.CONDITIONALLY_SAFE)));
    Log log = play(new Log(Fixture.manifest(game(game, 20, 2))), MatchTest::legal);
    assertEquals("game_over", log.state().termination().reason());
    assertEquals(6, log.state().game().resolved());
    assertEquals("unsafe", played(log).rounds().getFirst().moves().getFirst().word());
    assertTrue(Markdown.of(Document.of("k3", log.state(), "completed")).contains("## Round 6"));
  }

  @Test
  void timeThatIsUpClosesAGameWithWhatWasPlayed() {
    Log log = new Log(Fixture.manifest(race()));
    log.add(new RunEvent.RoundOpened(1, io.lida.contract.Phase.MOVE));
    Duration late = Duration.ofSeconds(600);
    for (int step = 0; step < 2; step++) {
      Intention.Write write =
          assertInstanceOf(
              Intention.Write.class, Engine.next(log.state(), late, Engine.Wish.GO_ON));
      log.add(write.event());
    }
    assertEquals("timeout", log.state().termination().reason());
    assertNull(played(log).comparison().fit());
  }
}
