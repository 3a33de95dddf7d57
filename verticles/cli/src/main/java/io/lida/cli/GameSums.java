package io.lida.cli;

import io.lida.contract.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a game came to, beside what theory says. */
record GameSums(Ink ink) {
  private static final int WIDTH = 78;

  /** Who earned most, in one line. */
  static String sentence(Map<String, Double> totals) {
    return totals.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most ->
                "game: "
                    + Plain.line(most.getKey())
                    + " earned most, "
                    + Figures.share(most.getValue()))
        .orElse("game: nobody played");
  }

  /** Totals, moves beside Nash and quantal response, closed forms. */
  List<String> lines(Map<String, Double> totals, Play.Comparison comparison) {
    List<String> lines = new ArrayList<>();
    Table table = new Table("who", "by", "earned", "played", "nash", "qre", "sets");
    for (Play.Line player : comparison.players()) {
      table.row(
          player.speaker(),
          player.by().id(),
          Figures.share(totals.getOrDefault(player.speaker(), 0.0)),
          figure(player.played()),
          Figures.share(player.nash()),
          figure(player.qre()),
          player.lever());
    }
    table.lines(WIDTH, ink).forEach(line -> lines.add("  " + line));
    Play.Fit fit = comparison.fit();
    if (fit != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  likeliest lambda %.3g for %s%s",
              fit.lambda(),
              Figures.many(fit.moves(), "move", "moves"),
              fit.lambda() >= fit.most() ? " (the most that was tried)" : ""));
    }
    for (Play.ClosedForm form : comparison.closedForms()) {
      String played = form.played() == null ? "" : " · here " + Figures.share(form.played());
      lines.add(
          "  "
              + Plain.line(form.name())
              + " "
              + Figures.share(form.value())
              + played
              + ink.faint("  " + Plain.line(form.source())));
    }
    return lines;
  }

  private static String figure(@Nullable Double value) {
    return value == null ? "" : Figures.share(value);
  }
}
