package io.lida.deliberation;

import io.lida.contract.Play;
import io.lida.contract.World;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A game as a text to read: each round with its world, and theory at the end. Pure functions. */
final class GameMarkdown {
  private final StringBuilder out = new StringBuilder(8_192);

  private GameMarkdown() {}

  static String of(Play play) {
    GameMarkdown text = new GameMarkdown();
    text.head(play);
    play.rounds().forEach(text::round);
    text.totals(play);
    if (play.comparison() != null) {
      text.comparison(play.comparison());
    }
    return text.out.toString();
  }

  private void head(Play play) {
    line("\n## Game: %s, %s\n", play.name().id(), play.form().id());
    line("Figures: %s.\n", figures(play.parameters()));
  }

  private void round(Play.Round round) {
    line("## Round %d\n", round.round());
    line("Before: %s.\n", world(round.before()));
    out.append("| who | by | move | restraint | payoff | reason |\n");
    out.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Play.Move move : round.moves()) {
      line(
          "| %s | %s | %s | %.2f | %s | %s |",
          Markdown.text(move.name()),
          move.by().id().replace("_", "\\_"),
          moved(move),
          move.restraint(),
          figure(round.payoffs().get(move.speaker())),
          Markdown.text(move.reason()));
    }
    World after = round.after();
    line("\nAfter: %s.\n", after == null ? "not resolved" : world(after));
  }

  private static String moved(Play.Move move) {
    String value = move.word() == null ? figure(move.value()) : move.word();
    return move.lever() + " " + value + (move.flags().isEmpty() ? "" : " (kept)");
  }

  private void totals(Play play) {
    line("## Totals\n");
    play.totals().forEach((id, total) -> line("- `%s` %.4f", id, total));
    line("");
  }

  private void comparison(Play.Comparison comparison) {
    line("## Beside theory\n");
    out.append(
        "| who | by | played | Nash | quantal response |\n| --- | --- | --- | --- | --- |\n");
    for (Play.Line player : comparison.players()) {
      line(
          "| `%s` | %s | %s %s | %.3f | %s |",
          player.speaker(),
          player.by().id().replace("_", "\\_"),
          player.lever(),
          figure(player.played()),
          player.nash(),
          figure(player.qre()));
    }
    Play.Fit fit = comparison.fit();
    if (fit != null) {
      line(
          "\nThe likeliest lambda of %d moves is %.3g (log-likelihood %.3f; %.3f for even play).",
          fit.moves(), fit.lambda(), fit.logLikelihood(), fit.even());
    }
    line("");
    for (Play.ClosedForm form : comparison.closedForms()) {
      String played = form.played() == null ? "" : ", here " + figure(form.played());
      line("- %s: %s%s (%s)", form.name(), figure(form.value()), played, form.source());
    }
    line("");
  }

  private static String world(World world) {
    return switch (world) {
      case World.AgiRace race ->
          "progress "
              + figures(race.progress())
              + "; risk of the round "
              + figure(race.risk())
              + ", survival so far "
              + figure(race.survival());
      case World.ChipWar war ->
          "market shares "
              + figures(war.shares())
              + "; budgets "
              + figures(war.budgets())
              + "; openness "
              + figure(war.openness());
    };
  }

  private static String figures(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .map(entry -> Markdown.text(entry.getKey()) + " " + figure(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String figure(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
