package io.lida.deliberation;

import io.lida.contract.Game;
import io.lida.contract.Llm.Situation;
import io.lida.contract.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a text model reads when it is to make a move. Pure functions. */
final class GamePrompts {
  private static final Map<Game.Form, String> RULES =
      Map.of(
          Game.Form.PRECIPICE,
          "Each round is a race between AI teams. Everybody's capability is drawn evenly from 0 to"
              + " mu and known to nobody. The team with the highest capability minus safety wins,"
              + " and brings a disaster with probability 1 - its safety. A safe win is worth 1 to"
              + " the winner and 1 - enmity to each other team; a disaster is worth 0 to all.",
          Game.Form.REGULATION,
          "AI teams race for a prize. A safe round makes 1 step and costs you \"cost\"; an unsafe"
              + " one makes \"speed\" steps, but is found out with probability \"detection\", and"
              + " then earns nothing. Each round those who are not found out share \"benefit\" by"
              + " their steps. Who first has made \"steps\" steps gets \"prize\", and then loses"
              + " everything with probability \"disaster\" times the share of its rounds that were"
              + " unsafe.",
          Game.Form.EXPORT_CONTROL,
          "The first player sets a control x of chip exports, the second an effort y at chips of"
              + " its own, both at once. The first earns security*x - revenue*x^2/2 -"
              + " substitution*y; the second imports*(1-x) + (base + spur*x)*y -"
              + " effort_cost*y^2/2. Control and effort are paid from budgets.",
          Game.Form.BLOC,
          "Each bloc shares chips with the others or restricts them. Between each two: both share,"
              + " \"reward\" each; both restrict, \"punishment\" each; one restricts alone,"
              + " \"temptation\" to it and \"sucker\" to the other. You earn the mean over the"
              + " others, and who earns more than the mean gains market share.");

  private GamePrompts() {}

  /** The game, its world, what was played, and what is wanted. */
  static String user(Situation situation, Game.Table table) {
    StringBuilder text = new StringBuilder(2048);
    text.append("You play a policy game.\n<question>\n")
        .append(fence(situation.topic()))
        .append("\n</question>\n\nThe rules: ")
        .append(RULES.get(table.form()))
        .append("\nThe figures: ")
        .append(
            table.parameters().entrySet().stream()
                .map(figure -> figure.getKey() + " " + number(figure.getValue()))
                .collect(Collectors.joining(", ")))
        .append("\nThe world now: ")
        .append(Wire.text(table.world()))
        .append("\n\n");
    history(table, text);
    text.append("This is round ")
        .append(situation.round())
        .append(" of at most ")
        .append(situation.rounds())
        .append(". You are ")
        .append(fence(table.seats().get(situation.seat())))
        .append(", player ")
        .append(situation.seat() + 1)
        .append(". All move at once; nobody sees the others' moves before the round is over.\n")
        .append("Choose as this persona would: ")
        .append(table.lever().meaning())
        .append(".\n")
        .append(form(table.lever()));
    return text.toString();
  }

  private static void history(Game.Table table, StringBuilder text) {
    text.append(
        table.history().isEmpty()
            ? "Nobody has moved yet.\n"
            : "Restraint shown so far, from 0 (none) to 1 (full):\n");
    for (int round = 0; round < table.history().size(); round++) {
      List<Double> shown = table.history().get(round);
      text.append("round ").append(round + 1).append(":");
      for (int seat = 0; seat < shown.size(); seat++) {
        text.append(seat == 0 ? " " : ", ")
            .append(fence(table.seats().get(seat)))
            .append(' ')
            .append(number(shown.get(seat)));
      }
      text.append('\n');
    }
  }

  /** What is legal, and the form of the answer. */
  static String form(Game.Lever lever) {
    String legal =
        lever.points().isEmpty()
            ? "a number from " + number(lever.least()) + " to " + number(lever.most())
            : lever.points().keySet().stream()
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(" or "));
    return "Answer as {\"move\": "
        + legal
        + ", \"reason\": \"one sentence\"}; \"move\" is your "
        + lever.name()
        + ".";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
  }

  /** Keeps material from closing its own fence. */
  private static String fence(String material) {
    return material.replace("<", "‹").replace(">", "›");
  }
}
