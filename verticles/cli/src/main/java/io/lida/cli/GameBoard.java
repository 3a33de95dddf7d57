package io.lida.cli;

import io.lida.contract.Play;
import io.lida.contract.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A round of a game, once it is resolved: who did what, what it earned, and the world after. */
record GameBoard(Ink ink) {
  private static final int TEXT = 72;
  private static final int BAR = 10;

  /** The moves in the order of seats, each with its reason, and the world. */
  List<String> lines(List<Play.Move> moves, Map<String, Double> payoffs, @Nullable World after) {
    List<String> lines = new ArrayList<>();
    for (Play.Move move : moves) {
      lines.add(
          "  "
              + ink.seat(move.seat(), Columns.pad(Plain.line(move.name()), 24))
              + " "
              + bar(move.restraint())
              + " "
              + Columns.pad(moved(move), 18)
              + Columns.pad(earned(payoffs.get(move.speaker())), 12)
              + ink.faint(by(move)));
      Columns.wrap(Plain.text(move.reason()), TEXT)
          .forEach(line -> lines.add(line.isEmpty() ? "" : "    " + ink.faint(line)));
    }
    if (after != null) {
      Columns.wrap(world(after, moves), TEXT).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  /** How much restraint was shown, from none to full. */
  private static String bar(double restraint) {
    int full = (int) Math.round(Math.clamp(restraint, 0, 1) * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  /** The move in words. */
  static String moved(Play.Move move) {
    String word = move.word();
    return Plain.line(move.lever() + " " + (word == null ? Figures.share(move.value()) : word));
  }

  private static String earned(@Nullable Double payoff) {
    return payoff == null ? "" : Figures.stance(payoff);
  }

  private static String by(Play.Move move) {
    String kept = move.flags().contains("kept") ? " · kept, no legal move came" : "";
    return "by " + move.by().id().replace('_', ' ') + kept;
  }

  /** The world in a line. */
  static String world(World world, List<Play.Move> moves) {
    return switch (world) {
      case World.AgiRace race ->
          "risk of disaster "
              + Figures.share(race.risk())
              + " · survival so far "
              + Figures.share(race.survival())
              + " · progress "
              + each(race.progress(), moves);
      case World.ChipWar war ->
          "openness "
              + Figures.share(war.openness())
              + " · market "
              + each(war.shares(), moves)
              + " · budgets "
              + each(war.budgets(), moves);
    };
  }

  private static String each(Map<String, Double> figures, List<Play.Move> moves) {
    return moves.stream()
        .map(move -> Figures.share(figures.getOrDefault(move.speaker(), 0.0)))
        .collect(Collectors.joining(" / "));
  }
}
