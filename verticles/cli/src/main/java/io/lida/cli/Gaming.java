package io.lida.cli;

import io.lida.contract.Game;
import io.lida.contract.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of the wish to see a policy game, and plays it. */
final class Gaming {
  private static final String HAWK = "national_security.realist_hawk";
  private static final String CHIPS = "chip_supply.pragmatist";
  private static final int ROUNDS = 6;

  private Gaming() {}

  static int simulate(Shell shell, @Nullable String written, GameWishes wishes) {
    if (written == null) {
      throw new Misuse(
          "lida simulate wants its GAME",
          "it is chip-war or agi-race",
          "lida simulate agi-race --rounds 6");
    }
    Game.Name name = Choices.of(Game.Name.class, "GAME", written);
    Game.Form form =
        wishes.form == null
            ? Game.Form.usual(name)
            : Choices.of(Game.Form.class, "--form", wishes.form);
    List<String> seats = new ArrayList<>();
    Map<String, Game.Player> players = new LinkedHashMap<>();
    for (String player : players(form, wishes)) {
      String[] parts = player.split("=", 2);
      seats.add(parts[0]);
      if (parts.length == 2) {
        players.put(Wording.participant(parts[0]).id(), how(parts[1]));
      }
    }
    Map<String, Double> parameters = wishes.parameters == null ? Map.of() : wishes.parameters;
    Scenario base = Wording.playing(topic(form), ROUNDS, new Game(name, form, parameters, players));
    return Start.with(shell, base, laid(wishes, seats));
  }

  /** Who plays: those named, or the usual ones, of whom the last makes room for who plays along. */
  private static List<String> players(Game.Form form, GameWishes wishes) {
    if (wishes.players != null) {
      return wishes.players;
    }
    List<String> usual = usual(form);
    return wishes.as == null ? usual : usual.subList(0, usual.size() - 1);
  }

  private static List<String> usual(Game.Form form) {
    return switch (form) {
      case PRECIPICE ->
          List.of(
              "safety_research.catastrophist",
              "frontier_lab.pragmatist",
              "open_source.accelerationist");
      case REGULATION -> List.of("safety_research.catastrophist", "open_source.accelerationist");
      case EXPORT_CONTROL -> List.of(HAWK, CHIPS);
      case BLOC -> List.of(HAWK, CHIPS, "international_org.institutionalist");
    };
  }

  private static String topic(Game.Form form) {
    return switch (form) {
      case PRECIPICE -> "How much safety should an AI team keep while others race for AGI?";
      case REGULATION -> "Should an AI team skip safety to be first where a regulator looks on?";
      case EXPORT_CONTROL ->
          "How far should exports of advanced chips be controlled, and how hard should the other"
              + " side work at its own?";
      case BLOC -> "Should a bloc share advanced chips with the others or restrict them?";
    };
  }

  /** A strategy by its name, with its lambda after a colon. */
  private static Game.Player how(String written) {
    String[] parts = written.split(":", 2);
    Game.By by = Choices.of(Game.By.class, "--players", parts[0]);
    try {
      Double lambda = parts.length == 2 ? Double.valueOf(parts[1]) : null;
      return new Game.Player(by, lambda);
    } catch (NumberFormatException words) {
      throw new Misuse(
          "a lambda must be a number", "written as \"" + written + "\"", "such as qre:2.5");
    }
  }

  private static Wishes laid(GameWishes game, List<String> seats) {
    Wishes wishes = new Wishes();
    wishes.personas = seats;
    wishes.as = game.as;
    wishes.rounds = game.rounds;
    wishes.model = game.model;
    wishes.seed = game.seed;
    wishes.bounds = game.bounds;
    wishes.dryRun = game.dryRun;
    return wishes;
  }
}
