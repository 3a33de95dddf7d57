package io.lida.deliberation.game;

import io.lida.contract.Card;
import io.lida.contract.Game;
import io.lida.contract.Game.By;
import io.lida.contract.Play;
import io.lida.contract.Usage;
import io.lida.contract.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays whole games between strategies in code, without a run. */
final class Games {
  private Games() {}

  static Game game(Game.Form form, Map<String, Double> parameters) {
    return new Game(form.game(), form, parameters, Map.of());
  }

  static Referee referee(Game.Form form, Map<String, Double> parameters, int seats) {
    List<String> players = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      players.add("p" + seat);
    }
    return Referee.of(game(form, parameters), players);
  }

  /** The rounds of a game of at most so many, in which a seat each plays by one of these. */
  static List<Play.Round> played(Referee referee, Game.Name name, int most, By... by) {
    List<Play.Round> rounds = new ArrayList<>();
    List<List<Double>> history = new ArrayList<>();
    World world = referee.begin();
    while (rounds.size() < most && !world.over()) {
      int round = rounds.size() + 1;
      List<Play.Move> moves = new ArrayList<>();
      double[] values = new double[by.length];
      List<Double> shown = new ArrayList<>();
      for (int seat = 0; seat < by.length; seat++) {
        Game.Lever lever = referee.lever(world, seat);
        Game.Form form = Game.Form.usual(name);
        Game.Table table = new Game.Table(name, form, Map.of(), world, lever, List.of(), history);
        Game.Player player = new Game.Player(by[seat], null);
        double value =
            new Strategy(referee, table, seat, card(0.5), player, history, 0.5).move().value();
        values[seat] = value;
        shown.add(lever.restraint(value));
        moves.add(move(round, seat, by[seat], lever, value));
      }
      Resolution resolution = referee.resolve(world, values);
      Map<String, Double> payoffs = new LinkedHashMap<>();
      for (int seat = 0; seat < by.length; seat++) {
        payoffs.put("p" + seat, resolution.payoffs().get(seat));
      }
      rounds.add(new Play.Round(round, moves, world, resolution.after(), payoffs));
      history.add(shown);
      world = resolution.after();
    }
    return rounds;
  }

  private static Play.Move move(int round, int seat, By by, Game.Lever lever, double value) {
    return new Play.Move(
        "r" + round + ".s" + (seat + 1),
        round,
        seat,
        "p" + seat,
        "P" + seat,
        by,
        lever.name(),
        value,
        null,
        lever.restraint(value),
        "",
        List.of(),
        null,
        Usage.NONE,
        0);
  }

  /** A card with one value on every axis. */
  static Card card(double belief) {
    Map<String, Card.Belief> beliefs = new LinkedHashMap<>();
    Card.AXES.forEach(
        axis -> beliefs.put(axis, new Card.Belief(belief, 0.5, 0.5, "data", List.of())));
    return new Card(
        "p",
        1,
        "P",
        "academic_ml",
        "empiricist",
        true,
        false,
        List.of(),
        new Card.Background("Somebody.", "", List.of(), ""),
        List.of(),
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
}
