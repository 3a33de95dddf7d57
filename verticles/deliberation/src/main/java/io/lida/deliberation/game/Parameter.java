package io.lida.deliberation.game;

import io.lida.contract.Game;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure that a form of a game can be played with.
 *
 * @param usual where nobody says otherwise
 * @param most the largest that is taken, as {@code least} is the smallest
 * @param meaning in words
 */
public record Parameter(String name, double usual, double least, double most, String meaning) {
  private static final double LARGE = 1e6;

  private static final List<Parameter> PRECIPICE =
      List.of(
          new Parameter("mu", 1, 0.01, 100, "how much capability counts beside safety"),
          new Parameter("enmity", 0.6, 0, 1, "e: a safe win by another is worth 1 - e"));

  private static final List<Parameter> REGULATION =
      List.of(
          new Parameter("benefit", 4, 0, LARGE, "b: what all share in a round"),
          new Parameter("cost", 1, 0, LARGE, "c: what safety costs in a round"),
          new Parameter("speed", 1.5, 1.01, 10, "s: how many steps an unsafe round makes"),
          new Parameter("prize", 1000, 0, LARGE, "B: for who is there first"),
          new Parameter("steps", 9, 1, 500, "W: how many steps it takes"),
          new Parameter("disaster", 0.6, 0, 1, "p_r: the risk of a winner never safe"),
          new Parameter("detection", 0.1, 0, 1, "f: the chance that an unsafe round is found out"));

  private static final List<Parameter> EXPORT_CONTROL =
      List.of(
          new Parameter("security", 0.8, -100, 100, "S: what control gains the first"),
          new Parameter("revenue", 1, 0.01, 100, "R: what control costs the first"),
          new Parameter("substitution", 0.3, -100, 100, "d: what the second's effort costs it"),
          new Parameter("base", 0.2, -100, 100, "g: the second's drive without control"),
          new Parameter("spur", 0.8, -100, 100, "theta: how much control spurs the second"),
          new Parameter("effort_cost", 1, 0.01, 100, "k: what effort costs the second"),
          new Parameter("imports", 1, 0, 100, "A: what free imports are worth to the second"),
          new Parameter("most_effort", 2, 0.1, 100, "the most effort there can be in a round"),
          new Parameter("budget", 10, 0.1, LARGE, "what each can spend over all rounds"),
          new Parameter("home_share", 0.2, 0, 1, "the second's share of its market at first"),
          new Parameter("growth", 0.2, 0, 10, "how fast effort turns into market share"));

  private static final List<Parameter> BLOC =
      List.of(
          new Parameter("temptation", 5, 0, LARGE, "T: who restricts against one who shares"),
          new Parameter("reward", 3, 0, LARGE, "R: both share"),
          new Parameter("punishment", 1, 0, LARGE, "P: both restrict"),
          new Parameter("sucker", 0, 0, LARGE, "S: who shares against one who restricts"),
          new Parameter("discount", 0.9, 0, 1, "how much the next round counts"),
          new Parameter("growth", 0.1, 0, 10, "how fast earnings turn into market share"));

  /** What a form knows, in order. */
  public static List<Parameter> of(Game.Form form) {
    return switch (form) {
      case PRECIPICE -> PRECIPICE;
      case REGULATION -> REGULATION;
      case EXPORT_CONTROL -> EXPORT_CONTROL;
      case BLOC -> BLOC;
    };
  }

  /** All figures of a game, defaults filled in. */
  public static Map<String, Double> filled(Game game) {
    Map<String, Double> filled = new LinkedHashMap<>();
    for (Parameter parameter : of(game.form())) {
      filled.put(
          parameter.name(), game.parameters().getOrDefault(parameter.name(), parameter.usual()));
    }
    return filled;
  }
}
