package io.lida.cli;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.lida.contract.Skill;
import io.lida.contract.Skill.OfStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The skill of the strategies, as people read it: the best first. */
record SkillPage(Ink ink, int columns) {
  private static final int BEST = 10;
  private static final int TEXT = 78;

  List<String> lines(Skill skill, boolean all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.strong(Figures.many(skill.resolved(), "resolved run", "resolved runs"))
            + ink.faint(
                " of "
                    + Figures.count(skill.read())
                    + " read · "
                    + Figures.share(Objects.requireNonNullElse(skill.baseRate(), 0.0))
                    + " of them came true · no model was asked"));
    lines.add("");
    Table table = new Table("strategy", "n", "Brier", "over base rate", "over mean", "");
    skill.strategies().stream()
        .sorted(comparing(OfStrategy::brier, nullsLast(naturalOrder())))
        .limit(all ? skill.strategies().size() : BEST)
        .forEach(
            one ->
                table.row(
                    one.strategy(),
                    String.valueOf(one.n()),
                    one.brier() == null ? "–" : figure("%.3f", one.brier()),
                    over(one.overBaseRate()),
                    over(one.overMean()),
                    one.fallbacks() == 0 ? "" : "equal weights in " + one.fallbacks()));
    lines.addAll(table.lines(columns, ink));
    lines.add("");
    Columns.wrap(
            "Brier: 0 is right and sure, 0.25 says nothing. Over: 1 is perfect, 0 no better than"
                + " the share that came true, or than the plain mean. The best was found on the"
                + " runs it is judged on; whether it is better shows on others.",
            TEXT)
        .forEach(line -> lines.add(ink.faint(line)));
    return lines;
  }

  private static String over(@Nullable Double skill) {
    return skill == null ? "–" : figure("%+.3f", skill);
  }

  private static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
