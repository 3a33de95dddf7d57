package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Event;
import io.lida.contract.Findings;
import io.lida.contract.Llm;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.deliberation.Fixture.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is different where a person sits: seat 0 is one, the others are not. */
class InPersonTest {
  private static final Duration WORKED = Duration.ofSeconds(1);

  @Test
  void timeStandsStillWhileNobodyButAPersonIsWaitedFor() {
    Log log = atTheTable(Mode.DEBATE, Order.SIMULTANEOUS, 2);
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    log.add(new RunEvent.CallsAsked(List.of(turn(1, 0), turn(1, 1))));
    assertFalse(log.state().waitsForPersons(), "a model is at work");
    log.add(Fixture.spoke(turn(1, 1), 0.5));
    State waiting = log.state();
    assertTrue(waiting.waitsForPersons());
    Duration before = waiting.worked(waiting.lastAt());
    Instant anHourLater = waiting.lastAt().plusSeconds(3_600);
    assertEquals(before, waiting.worked(anHourLater));
    State answered = later(log, Fixture.spoke(turn(1, 0), 0.1), anHourLater);
    assertEquals(before, answered.worked(anHourLater));
    assertEquals(before.plusSeconds(5), answered.worked(anHourLater.plusSeconds(5)));
    assertInstanceOf(
        Intention.Wait.class,
        Engine.next(waiting, waiting.worked(anHourLater), Engine.Wish.GO_ON),
        "the run does not end of old age");
  }

  @Test
  void whatAnOwnerWaitedForBeforeItDiedIsNotCountedEither() {
    Log log = atTheTable(Mode.DEBATE, Order.SIMULTANEOUS, 2);
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    log.add(new RunEvent.CallsAsked(List.of(turn(1, 0))));
    State dying = log.state();
    Instant resumed = dying.lastAt().plusSeconds(9_000);
    State next = later(log, new RunEvent.RunResumed("there"), resumed);
    assertEquals(dying.worked(dying.lastAt()), next.worked(resumed));
    assertEquals(List.of("r1.s1", "r1.s2"), asked(next), "the same turn is owed again");
  }

  @Test
  void aPauseWaitsForModelsButNotForAPerson() {
    Log log = atTheTable(Mode.DEBATE, Order.SIMULTANEOUS, 2);
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    log.add(new RunEvent.CallsAsked(List.of(turn(1, 0), turn(1, 1))));
    assertInstanceOf(Intention.Wait.class, Engine.next(log.state(), WORKED, Engine.Wish.PAUSE));
    log.add(Fixture.spoke(turn(1, 1), 0.5));
    Intention.Write pause =
        assertInstanceOf(
            Intention.Write.class, Engine.next(log.state(), WORKED, Engine.Wish.PAUSE));
    log.add(pause.event()).add(new RunEvent.RunResumed("here"));
    assertEquals(List.of("r1.s1"), asked(log.state()));
  }

  @Test
  void aPersonHasNoCardToKeepTo() {
    Log log = atTheTable(Mode.DEBATE, Order.SIMULTANEOUS, 2);
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    log.add(Fixture.spoke(turn(1, 0), -0.9)).add(Fixture.spoke(turn(1, 1), 0.2));
    assertEquals(
        List.of("p1"),
        Adherences.of(log.state()).orElseThrow().personas().stream()
            .map(Findings.Adherence::speaker)
            .toList());
  }

  @Test
  void inATalkOfTwoAllIsHeardThatFits() {
    Log two = atTheTable(Mode.CONVERSATION, Order.SEQUENTIAL, 2);
    Log three = atTheTable(Mode.CONVERSATION, Order.SEQUENTIAL, 3);
    for (Log log : List.of(two, three)) {
      int seats = log.state().seats();
      for (int round = 1; round <= 4; round++) {
        log.add(new RunEvent.RoundOpened(round, Phase.EXCHANGE));
        for (int seat = 0; seat < (round == 4 ? 1 : seats); seat++) {
          log.add(Fixture.spoke(turn(round, seat), 0.1));
        }
      }
    }
    assertEquals(7, shown(two), "the whole talk");
    assertEquals(4, shown(three), "the last whole round and what came after");
  }

  @Test
  void theTurnOfAPersonIsNoPersonasPrompt() {
    Log log = atTheTable(Mode.DEBATE, Order.SIMULTANEOUS, 2);
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    Briefing briefing = new Briefing("k3", log.state(), false);
    assertEquals("", briefing.complete(turn(1, 0)).prompt().system());
    assertFalse(briefing.complete(turn(1, 1)).prompt().system().isEmpty());
  }

  /** How many turns the second seat reads of. */
  private static int shown(Log log) {
    Llm.Complete call = new Briefing("k3", log.state(), false).complete(turn(4, 1));
    return call.prompt().user().split("<turn id=").length - 1;
  }

  private static Log atTheTable(Mode mode, Order order, int seats) {
    Scenario scenario = Fixture.scenario(mode, order, 5, seats);
    Manifest plain = Fixture.manifest(scenario);
    List<Manifest.Seat> inPerson = new ArrayList<>(plain.seats());
    Manifest.Seat first = inPerson.getFirst();
    inPerson.set(
        0, new Manifest.Seat(first.card(), null, first.digest(), "person/linh", first.weight()));
    return new Log(
        new Manifest(
            plain.tenant(),
            scenario,
            plain.scenarioDigest(),
            plain.seed(),
            plain.reading(),
            plain.options(),
            plain.axes(),
            inPerson,
            null,
            plain.records(),
            plain.versions(),
            plain.host(),
            plain.notes(),
            null));
  }

  /** The log and one more event at that time. */
  private static State later(Log log, RunEvent payload, Instant at) {
    List<Event> events = new ArrayList<>(log.events);
    long seq = events.size() + 1L;
    events.add(new Event(Event.SCHEMA, "k3", seq, at, "h" + seq, "h" + (seq - 1), payload));
    return State.of(events);
  }

  private static List<String> asked(State state) {
    return assertInstanceOf(Intention.Ask.class, Engine.next(state, WORKED, Engine.Wish.GO_ON))
        .calls()
        .stream()
        .map(Call::id)
        .toList();
  }

  private static Call turn(int round, int seat) {
    return new Call(Calls.turn(round, seat), CallKind.TURN, round, seat, 1);
  }
}
