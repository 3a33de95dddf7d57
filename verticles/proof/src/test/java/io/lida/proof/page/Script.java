package io.lida.proof.page;

import io.lida.contract.Card;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Reading;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.Scenario;
import io.lida.contract.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What happens on a {@link Stage}: manifests, rounds and turns of a debate. */
final class Script {
  static final List<String> PANEL =
      List.of(
          "safety_research.catastrophist", "open_source.accelerationist", "academic_ml.empiricist");

  private static final Usage USAGE = new Usage(1, 100, 40, 0.0, 0, true);

  private Script() {}

  static Manifest manifest(String topic, List<Card> cards, int rounds) {
    Scenario scenario =
        new Scenario(
            "debate",
            "1.0",
            new Scenario.Simulation(topic, rounds, 600),
            cards.stream().map(card -> new Scenario.Participant(card.id(), null, null)).toList(),
            Scenario.Rules.usual(Scenario.Mode.DEBATE),
            new Scenario.Output(true, "json"),
            null,
            null);
    List<Manifest.Seat> seats =
        cards.stream()
            .map(
                card ->
                    new Manifest.Seat(card, null, "sha256:0", "sim/default", 1.0 / cards.size()))
            .toList();
    return new Manifest(
        "home",
        scenario,
        "sha256:0",
        7,
        new Reading(Map.of("pace", -1.0), Map.of()),
        Map.of(),
        seats,
        null,
        Map.of("lida", "test"),
        "host",
        List.of(),
        null);
  }

  static String callOf(int round, int seat) {
    return "r" + round + ".s" + (seat + 1);
  }

  /** A round opens and all seats are asked. */
  static RunEvent[] asked(int round, int seats) {
    List<Call> calls =
        IntStream.range(0, seats)
            .mapToObj(seat -> new Call(callOf(round, seat), CallKind.TURN, round, seat, 1))
            .toList();
    return new RunEvent[] {
      new RunEvent.RoundOpened(round, Phase.REBUTTAL), new RunEvent.CallsAsked(calls)
    };
  }

  static RunEvent spoken(int round, int seat, Card card, String text, List<String> concedes) {
    double stance = Math.sin(round * 0.7 + seat);
    return new RunEvent.TurnSpoken(
        new RunEvent.Turn(
            callOf(round, seat),
            round,
            Phase.REBUTTAL,
            seat,
            card.id(),
            card.name(),
            stance,
            0.7,
            text,
            concedes,
            round > 1 ? List.of(callOf(round - 1, seat)) : List.of(),
            "sim/default",
            USAGE,
            12));
  }

  /** A whole round of a panel, each seat saying the same. */
  static RunEvent[] round(int round, List<Card> cards, String text) {
    List<RunEvent> events = new ArrayList<>(List.of(asked(round, cards.size())));
    for (int seat = 0; seat < cards.size(); seat++) {
      events.add(spoken(round, seat, cards.get(seat), text, List.of()));
    }
    return events.toArray(RunEvent[]::new);
  }

  static RunEvent vote(int seat, Card card, String reason) {
    return new RunEvent.VoteCast(
        new RunEvent.Vote(
            "vote.s" + (seat + 1),
            seat,
            card.id(),
            card.name(),
            seat == 0 ? RunEvent.Choice.AGAINST : RunEvent.Choice.FOR,
            null,
            0.8,
            0.3,
            reason,
            "sim/default",
            USAGE,
            9));
  }

  static RunEvent[] decided(Card dissenter, String reason) {
    return new RunEvent[] {
      new RunEvent.Decided(
          new RunEvent.Decision(
              "weighted",
              0.7,
              true,
              0.72,
              true,
              "for",
              List.of("for"),
              null,
              Map.of("for", 2, "against", 1, "abstain", 0),
              Map.of(),
              List.of(
                  new RunEvent.Dissent(dissenter.id(), dissenter.name(), "against", reason, null)),
              List.of()),
          new RunEvent.Aggregate("logarithmic.self_confidence", 0.61, List.of())),
      new RunEvent.RunCompleted(new RunEvent.Termination("max_rounds", "3 of 3 rounds"))
    };
  }
}
