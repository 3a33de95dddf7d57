package io.lida.deliberation;

import io.lida.contract.Game;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.deliberation.game.Parameter;
import io.lida.deliberation.game.Referee;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the game of a scenario, and checks it. Pure functions. */
final class GameReader {
  private static final double LARGEST_LAMBDA = 1000;

  private GameReader() {}

  /** Reads it; what is wrong is noted where it stands. */
  static Game read(YamlMap map) {
    Game.Name name =
        map.required("name", map.oneOf("name", Game.Name.class)).orElse(Game.Name.AGI_RACE);
    Game.Form form = map.oneOf("form", Game.Form.class).orElse(Game.Form.usual(name));
    Game game = new Game(name, form, parameters(map.map("parameters"), form), players(map));
    map.refuseOthers();
    return game;
  }

  private static Map<String, Double> parameters(YamlMap map, Game.Form form) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (Parameter known : Parameter.of(form)) {
      map.number(known.name(), known.least(), known.most())
          .ifPresent(value -> parameters.put(known.name(), value));
    }
    map.refuseOthers();
    return parameters;
  }

  private static Map<String, Game.Player> players(YamlMap game) {
    YamlMap map = game.map("players");
    Map<String, Game.Player> players = new LinkedHashMap<>();
    for (String id : map.keys()) {
      YamlMap player = map.map(id);
      Game.By by = player.oneOf("by", Game.By.class).orElse(Game.By.MODEL);
      Double lambda = player.number("lambda", 0, LARGEST_LAMBDA).orElse(null);
      player.refuseOthers();
      players.put(id, new Game.Player(by, lambda));
    }
    return players;
  }

  /** What is wrong with the game of a scenario, or with its absence. */
  static List<String> problems(Scenario scenario) {
    Game game = scenario.game();
    boolean played = scenario.deliberation().mode() == Mode.GAME;
    if (game == null) {
      return played
          ? List.of("mode game needs a game: {name: agi_race} or {name: chip_war}")
          : List.of();
    }
    List<String> problems = new ArrayList<>();
    if (!played) {
      problems.add(
          "a game is played in mode game, and the mode is " + scenario.deliberation().mode().id());
    }
    if (game.form().game() != game.name()) {
      problems.add("form " + game.form().id() + " is one of " + game.form().game().id());
    }
    List<String> ids = scenario.personas().stream().map(Scenario.Participant::id).toList();
    seats(game, ids.size()).ifPresent(problems::add);
    figures(game, problems);
    game.players().forEach((id, player) -> player(id, player, ids, problems));
    if (scenario.deliberation().moderator() != null) {
      problems.add("a game has a referee and no moderator");
    }
    if (problems.isEmpty()) {
      contradiction(game, ids).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> seats(Game game, int seats) {
    boolean two = game.form() == Game.Form.EXPORT_CONTROL;
    if (two && seats != 2) {
      return Optional.of(
          "export_control is between two, the one who controls and the other, and "
              + seats
              + " sit; form: bloc takes more");
    }
    return seats < 2 || seats > Referee.MOST_PLAYERS
        ? Optional.of(
            "a game is for 2 to " + Referee.MOST_PLAYERS + " players, and " + seats + " sit")
        : Optional.empty();
  }

  private static void figures(Game game, List<String> problems) {
    Map<String, Parameter> known =
        Parameter.of(game.form()).stream()
            .collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    game.parameters()
        .forEach(
            (name, value) -> {
              Parameter parameter = known.get(name);
              if (parameter == null) {
                problems.add(
                    game.form().id()
                        + " has no parameter \""
                        + name
                        + "\"; known are "
                        + Parameter.of(game.form()).stream()
                            .map(Parameter::name)
                            .collect(Collectors.joining(", ")));
              } else if (!(value >= parameter.least() && value <= parameter.most())) {
                problems.add(
                    name + " must be from " + parameter.least() + " to " + parameter.most());
              }
            });
  }

  private static void player(
      String id, Game.Player player, List<String> ids, List<String> problems) {
    if (!ids.contains(id)) {
      problems.add(
          "\"" + id + "\" is to play and does not sit; personas are " + String.join(", ", ids));
    }
    boolean quantal = player.by() == Game.By.QRE;
    Double lambda = player.lambda();
    if (quantal && lambda == null) {
      problems.add(id + " plays by qre and needs a lambda, from 0 for even play");
    }
    if (!quantal && lambda != null) {
      problems.add(id + " plays by " + player.by().id() + " and has no use for a lambda");
    }
    if (lambda != null && !(lambda >= 0 && lambda <= LARGEST_LAMBDA)) {
      problems.add("the lambda of " + id + " must be from 0 to 1000");
    }
  }

  private static Optional<String> contradiction(Game game, List<String> ids) {
    try {
      Referee.of(game, ids);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of("the figures of the game contradict each other: " + refusal.getMessage());
    }
  }
}
