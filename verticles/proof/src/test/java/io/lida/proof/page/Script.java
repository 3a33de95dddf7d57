package io.lida.proof.page;

import io.lida.contract.Ballot;
import io.lida.contract.Card;
import io.lida.contract.Game;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Play;
import io.lida.contract.Reading;
import io.lida.contract.Retally;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.Scenario;
import io.lida.contract.Usage;
import io.lida.contract.World;
import io.lida.testkit.Altered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What happens on a {@link Stage}: manifests, rounds and turns of a debate. */
final class Script {
  static final List<String> PANEL =
      List.of(
          "safety_research.catastrophist", "open_source.accelerationist", "academic_ml.empiricist");

  private static final Usage USAGE = new Usage(1, 100, 40, 0.0, 0, true);

  private Script() {}

  static final List<Scenario.Option> OPTIONS =
      List.of(
          new Scenario.Option("pause", "Pause all frontier training for a year", null),
          new Scenario.Option("license", "License laboratories and hold them liable", null),
          new Scenario.Option("open", "Publish open weights", null));

  static Manifest manifest(String topic, List<Card> cards, int rounds) {
    return manifest(topic, cards, rounds, Scenario.Rules.usual(Scenario.Mode.DEBATE));
  }

  /** A panel that chooses among {@link #OPTIONS}. */
  static Manifest choosing(Scenario.VotingMethod rule, List<Card> cards) {
    Scenario.Rules usual = Scenario.Rules.usual(Scenario.Mode.DEBATE);
    Scenario.Rules chosen = Altered.of(usual, "/voting_method", rule);
    Scenario.Rules lower = Altered.of(chosen, "/consensus_threshold", "0.5");
    return manifest(
        "What should be done about frontier training?",
        cards,
        1,
        Altered.of(lower, "/options", OPTIONS));
  }

  /** A race of teams that a model speaks for. */
  static Manifest playing(List<Card> cards) {
    Game race = new Game(Game.Name.AGI_RACE, Game.Form.PRECIPICE, Map.of(), Map.of());
    Manifest manifest =
        manifest("How much safety?", cards, 2, Scenario.Rules.usual(Scenario.Mode.GAME));
    return Altered.of(manifest, "/scenario/game", race);
  }

  /** The first round of a game opens, and all seats are asked. */
  static RunEvent[] toMove(int seats) {
    List<Call> calls = IntStream.range(0, seats).mapToObj(Script::move).toList();
    return new RunEvent[] {new RunEvent.RoundOpened(1, Phase.MOVE), new RunEvent.CallsAsked(calls)};
  }

  static Call move(int seat) {
    return new Call(callOf(1, seat), CallKind.MOVE, 1, seat, 1);
  }

  static RunEvent moved(int seat, Card card, double safety, List<String> flags) {
    return new RunEvent.Moved(
        new Play.Move(
            callOf(1, seat),
            1,
            seat,
            card.id(),
            card.name(),
            Game.By.MODEL,
            "safety",
            safety,
            null,
            safety,
            "Nobody is safe alone.",
            flags,
            "sim/default",
            USAGE,
            9));
  }

  /** The round is resolved: each earns a quarter, and the risk was one half. */
  static RunEvent resolved(List<Card> cards) {
    return new RunEvent.RoundResolved(
        1, race(0, cards, 0, 1), race(1, cards, 0.5, 0.5), each(cards, 0.25));
  }

  private static World race(int round, List<Card> cards, double risk, double survival) {
    Map<String, Double> even = each(cards, 0.25 * round);
    return new World.AgiRace(round, false, even, even, even, even, risk, survival);
  }

  private static Map<String, Double> each(List<Card> cards, double value) {
    return cards.stream().collect(Collectors.toMap(Card::id, card -> value));
  }

  private static Manifest manifest(
      String topic, List<Card> cards, int rounds, Scenario.Rules rules) {
    Scenario scenario =
        new Scenario(
            "debate",
            "1.0",
            new Scenario.Simulation(topic, rounds, 600),
            cards.stream().map(card -> new Scenario.Participant(card.id(), null, null)).toList(),
            rules,
            new Scenario.Output(true, "json"),
            null,
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
        List.of(),
        seats,
        null,
        Map.of(),
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
    RunEvent.Choice choice = seat == 0 ? RunEvent.Choice.AGAINST : RunEvent.Choice.FOR;
    return vote(seat, card, choice, null, reason);
  }

  static RunEvent ballot(int seat, Card card, Ballot ballot) {
    return vote(seat, card, null, ballot, "It is the least bad of them.");
  }

  private static RunEvent vote(
      int seat,
      Card card,
      RunEvent.@Nullable Choice choice,
      @Nullable Ballot ballot,
      String reason) {
    return new RunEvent.VoteCast(
        new RunEvent.Vote(
            "vote.s" + (seat + 1),
            seat,
            card.id(),
            card.name(),
            choice,
            ballot,
            0.8,
            0.3,
            null,
            null,
            reason,
            "sim/default",
            USAGE,
            9));
  }

  /** What a rule on options came to; several winners are a tie, none is nobody. */
  static RunEvent[] chosen(
      Scenario.VotingMethod rule, List<String> winners, Map<String, Double> scores) {
    boolean one = winners.size() == 1;
    return new RunEvent[] {
      new RunEvent.Decided(
          new RunEvent.Decision(
              rule.id(),
              0.5,
              one,
              1.0 / 3,
              false,
              one ? winners.getFirst() : null,
              winners,
              one ? null : winners.isEmpty() ? "no_winner" : "tie",
              Map.of("pause", 1, "license", 1, "open", 1),
              scores,
              List.of(),
              List.of()),
          new RunEvent.Aggregate("logarithmic.self_confidence", 0.61, List.of())),
      new RunEvent.RunCompleted(new RunEvent.Termination("max_rounds", "1 of 1 rounds"))
    };
  }

  /** A run counted again: rules that disagree, a circle of majorities, four strategies. */
  static Retally recount(String run) {
    return new Retally(
        Retally.SCHEMA,
        run,
        "What should be done about frontier training?",
        OPTIONS.stream().map(Scenario.Option::id).toList(),
        new Retally.Chosen("borda", "linear.equal"),
        List.of(
            new Retally.Rule(
                "borda",
                List.of("license"),
                Map.of("license", 4.0, "pause", 3.0, "open", 2.0),
                null,
                List.of()),
            new Retally.Rule("irv", List.of("pause"), Map.of(), null, List.of()),
            new Retally.Rule("condorcet", List.of(), Map.of(), null, List.of("no_winner")),
            new Retally.Rule(
                "approval",
                List.of("license"),
                Map.of("license", 2.0, "pause", 1.0, "open", 0.0),
                null,
                List.of("derived=approval")),
            new Retally.Rule("quadratic", List.of(), Map.of(), null, List.of("missing=credits"))),
        false,
        Map.of("license", List.of("borda", "approval"), "pause", List.of("irv")),
        new Retally.Majorities(
            Map.of(
                "pause>license",
                2L,
                "license>pause",
                1L,
                "license>open",
                2L,
                "open>license",
                1L,
                "open>pause",
                2L,
                "pause>open",
                1L),
            null,
            List.of("pause", "license", "open"),
            true),
        List.of(new Retally.Pivotal("someone", "Rafael Ortiz", List.of("borda"))),
        List.of(
            new RunEvent.Aggregate("linear.equal", 0.61, List.of()),
            new RunEvent.Aggregate("linear.cooke", 0.61, List.of("weights_missing=equal")),
            new RunEvent.Aggregate("median.equal", 0.32, List.of()),
            new RunEvent.Aggregate("median.cooke", null, List.of("empty_input"))));
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
