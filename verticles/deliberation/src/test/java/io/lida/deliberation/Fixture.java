package io.lida.deliberation;

import io.lida.contract.Ballot;
import io.lida.contract.Card;
import io.lida.contract.Event;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Reading;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Usage;
import io.lida.testkit.Altered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Logs and manifests for tests of the engine's core. */
final class Fixture {
  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final int PLENTY = 10_000;
  static final Usage ONE_CALL = new Usage(1, 100, 50, 0.0, 0, false);

  private Fixture() {}

  /** A log that grows by the second. */
  static final class Log {
    final List<Event> events = new ArrayList<>();

    Log(Manifest manifest) {
      add(new RunEvent.RunStarted(manifest));
    }

    Log add(RunEvent payload) {
      long seq = events.size() + 1;
      Instant at = START.plusSeconds(seq - 1);
      events.add(new Event(Event.SCHEMA, "k3", seq, at, "h" + seq, "h" + (seq - 1), payload));
      return this;
    }

    State state() {
      return State.of(events);
    }
  }

  /** Carries the engine's intentions out until it rests. */
  static Log play(Log log, Function<Call, RunEvent> answer) {
    State state = log.state();
    for (int step = 0; step < PLENTY; step++) {
      switch (Engine.next(state, Duration.ofSeconds(1), Engine.Wish.GO_ON)) {
        case Intention.Write write -> log.add(write.event());
        case Intention.Ask ask -> {
          log.add(new RunEvent.CallsAsked(ask.calls()));
          ask.calls().forEach(call -> log.add(answer.apply(call)));
        }
        case Intention.Wait wait -> throw new AssertionError("waits with nothing under way");
        case Intention.Rest rest -> {
          return log;
        }
      }
      state = log.state();
    }
    throw new AssertionError("never ends");
  }

  static Scenario scenario(Scenario.Mode mode, Scenario.Order order, int rounds, int seats) {
    List<Scenario.Participant> participants = new ArrayList<>();
    for (int i = 0; i < seats; i++) {
      participants.add(new Scenario.Participant("p" + i, null, null));
    }
    return new Scenario(
        "test",
        "1.0",
        new Scenario.Simulation("Should it be paused?", rounds, 600),
        participants,
        rules(mode, order, null, false),
        new Scenario.Output(true, "json"),
        null,
        null,
        null);
  }

  static Scenario.Rules rules(
      Scenario.Mode mode,
      Scenario.Order order,
      Scenario.@Nullable Participant moderator,
      boolean stop) {
    return new Scenario.Rules(
        mode,
        "0.7",
        Scenario.VotingMethod.MAJORITY,
        "linear.equal",
        order,
        Scenario.Visibility.NAMED,
        moderator,
        0,
        stop,
        null,
        List.of(),
        Scenario.TurnTaking.ROUND_ROBIN,
        null,
        null,
        null,
        List.of(Scenario.Arm.DELIBERATION));
  }

  static Manifest manifest(Scenario scenario) {
    List<Manifest.Seat> seats = new ArrayList<>();
    int voters = scenario.personas().size();
    scenario.personas().forEach(p -> seats.add(seat(p.id(), 1.0 / voters)));
    Scenario.Participant moderator = scenario.deliberation().moderator();
    return new Manifest(
        Runs.HOME_TENANT,
        scenario,
        "sha256:0",
        7,
        new Reading(Map.of("pace", -1.0), Map.of("regulation", 1.0)),
        Map.of(),
        List.of(),
        seats,
        moderator == null ? null : seat(moderator.id(), 0),
        Map.of(),
        Map.of("lida", "test"),
        "localhost",
        List.of("a note"),
        null);
  }

  private static Manifest.Seat seat(String id, double weight) {
    return new Manifest.Seat(card(id), null, "sha256:1", "sim/default", weight);
  }

  static Card card(String id) {
    Map<String, Card.Belief> beliefs = new LinkedHashMap<>();
    Card.AXES.forEach(axis -> beliefs.put(axis, new Card.Belief(0.4, 0.5, 0.5, "data", List.of())));
    return new Card(
        id,
        1,
        "Name of " + id,
        "academic_ml",
        "empiricist",
        true,
        false,
        List.of(),
        new Card.Background("Somebody.", "", List.of(), ""),
        List.of(new Card.Expertise("regulation", "expert")),
        List.of(),
        beliefs,
        new Card.Style("plain", 0.5, 120, "cases", List.of()),
        List.of(),
        List.of(),
        new Card.Dynamics("friedkin_johnsen", 0.5, 0.3, 0.2),
        null,
        List.of(),
        null,
        List.of(),
        List.of());
  }

  /** A first round of two seats, of whom so many spoke. */
  static State spoken(double... stances) {
    Log log = new Log(manifest(scenario(Scenario.Mode.DEBATE, Scenario.Order.SIMULTANEOUS, 2, 2)));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    for (int seat = 0; seat < stances.length; seat++) {
      log.add(spoke(new Call(Calls.turn(1, seat), CallKind.TURN, 1, seat, 1), stances[seat]));
    }
    return log.state();
  }

  static RunEvent spoke(Call call, double stance) {
    return new RunEvent.TurnSpoken(
        new RunEvent.Turn(
            call.id(),
            call.round(),
            Phase.OPENING,
            call.seat(),
            "p" + call.seat(),
            "Name of p" + call.seat(),
            stance,
            0.8,
            "Because of " + call.id(),
            List.of(),
            List.of(),
            "sim",
            ONE_CALL,
            5));
  }

  static RunEvent voted(Call call, Choice choice) {
    return new RunEvent.VoteCast(
        new RunEvent.Vote(
            call.id(),
            call.seat(),
            "p" + call.seat(),
            "Name of p" + call.seat(),
            choice,
            null,
            0.8,
            0.5,
            null,
            null,
            "so",
            "sim",
            ONE_CALL,
            5));
  }

  static RunEvent balloted(Call call, Ballot ballot) {
    return new RunEvent.VoteCast(
        new RunEvent.Vote(
            call.id(),
            call.seat(),
            "p" + call.seat(),
            "Name of p" + call.seat(),
            null,
            ballot,
            0.8,
            0.5,
            null,
            null,
            "so",
            "sim",
            ONE_CALL,
            5));
  }

  /** The scenario, decided on options. */
  static Scenario withOptions(Scenario base, Scenario.VotingMethod method, String... ids) {
    List<Scenario.Option> options =
        List.of(ids).stream().map(id -> new Scenario.Option(id, id, null)).toList();
    Scenario decided = Altered.of(base, "/deliberation/voting_method", method);
    return Altered.of(decided, "/deliberation/options", options);
  }

  static RunEvent failed(Call call) {
    return new RunEvent.CallFailed(
        call, "p" + call.seat(), "LIDA-6001", "provider is down", "", ONE_CALL);
  }

  /** The circuit of the model is open. */
  static RunEvent refused(Call call) {
    return new RunEvent.CallFailed(
        call, "p" + call.seat(), "LIDA-6003", "not asked", "open since noon", Usage.NONE);
  }
}
