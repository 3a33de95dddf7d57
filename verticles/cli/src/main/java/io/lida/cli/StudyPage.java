package io.lida.cli;

import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import io.lida.contract.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a study came to, as people read it. */
record StudyPage(Ink ink) {
  private static final int TEXT = 78;

  /** So many arms, so often: what a study amounts to. */
  static String extent(int arms, int runs) {
    return Figures.many(arms, "arm", "arms")
        + " × "
        + Figures.many(runs / arms, "repeat", "repeats")
        + " = "
        + Figures.many(runs, "run", "runs");
  }

  List<String> lines(Study study) {
    List<String> lines = new ArrayList<>();
    Columns.wrap(Plain.text(study.topic()), TEXT).forEach(line -> lines.add(ink.strong(line)));
    lines.add(ink.faint(head(study)));
    section(lines, "Arms", arms(study));
    section(lines, "Winners", winners(study));
    section(lines, "Premiums: deliberation less control", premiums(study));
    List<String> notes = new ArrayList<>();
    for (String note : study.notes()) {
      Columns.wrap("note: " + Plain.line(note), TEXT).forEach(notes::add);
    }
    section(lines, "", notes);
    lines.add("");
    lines.add(ink.faint(Closing.foot(List.of())));
    return lines;
  }

  private void section(List<String> lines, String title, List<String> body) {
    if (!body.isEmpty()) {
      lines.add("");
      if (!title.isEmpty()) {
        lines.add(ink.strong(title));
      }
      lines.addAll(body);
    }
  }

  private static String head(Study study) {
    int arms = study.arms().size();
    return "study "
        + Plain.line(study.id())
        + " · "
        + study.status()
        + " · "
        + extent(arms, arms * study.repeats())
        + " · seed "
        + study.seed()
        + (study.answer() == null ? "" : " · right is \"" + Plain.line(study.answer()) + "\"");
  }

  /** The measures that any arm has, in their order. */
  static List<Measure> measures(Study study) {
    return Arrays.stream(Measure.values())
        .filter(measure -> study.arms().stream().anyMatch(a -> a.measures().containsKey(measure)))
        .toList();
  }

  private List<String> arms(Study study) {
    List<Measure> measures = measures(study);
    List<String> heads = new ArrayList<>(List.of("arm", "n"));
    measures.forEach(measure -> heads.add(measure == Measure.CONSENSUS ? "cons" : measure.id()));
    heads.addAll(List.of("calls", "tokens", "lost", "mute"));
    Table table = Table.ofFigures(heads.toArray(String[]::new));
    for (Study.Arm arm : study.arms()) {
      List<String> row =
          new ArrayList<>(List.of(arm.arm().id(), arm.ended() + "/" + study.repeats()));
      for (Measure measure : measures) {
        Double mean = arm.measures().get(measure);
        row.add(mean == null ? "–" : Figures.share(mean));
      }
      row.add(Figures.count(arm.losses().calls()));
      row.add(Figures.count(arm.usage().inputTokens() + arm.usage().outputTokens()));
      row.add(String.valueOf(arm.losses().runs()));
      row.add(String.valueOf(mute(arm)));
      table.row(row.toArray(String[]::new));
    }
    List<String> lines = new ArrayList<>();
    table.lines(Integer.MAX_VALUE, ink).forEach(line -> lines.add("  " + line));
    String legend =
        "n runs that ended; cons made a consensus; pooled confidence in a yes; lost runs without a"
            + " decision; mute calls without an answer (refused, late, unreadable, failed)";
    Columns.wrap(legend, TEXT - 2).forEach(line -> lines.add("  " + ink.faint(line)));
    Usage all = study.arms().stream().map(Study.Arm::usage).reduce(Usage.NONE, Usage::plus);
    lines.add("  " + Verdict.usage(all, false));
    return lines;
  }

  static int mute(Study.Arm arm) {
    Study.Losses losses = arm.losses();
    return losses.refusals() + losses.timeouts() + losses.unreadable() + losses.other();
  }

  private static List<String> winners(Study study) {
    return study.arms().stream()
        .filter(arm -> !arm.winners().isEmpty())
        .map(
            arm ->
                "  "
                    + Columns.pad(arm.arm().id(), 18)
                    + arm.winners().entrySet().stream()
                        .map(won -> Plain.line(won.getKey()) + " " + won.getValue())
                        .collect(Collectors.joining(" · ")))
        .toList();
  }

  private List<String> premiums(Study study) {
    List<String> lines = new ArrayList<>();
    double reach = reach(study);
    for (Study.Premium premium : study.premiums()) {
      Double low = premium.low();
      Double high = premium.high();
      lines.add(
          "  "
              + Columns.pad(premium.control().id(), 18)
              + Columns.pad(premium.measure().id(), 10)
              + Figures.difference(premium.difference())
              + (low != null && high != null
                  ? " ["
                      + Figures.difference(low)
                      + ", "
                      + Figures.difference(high)
                      + "] "
                      + Gauge.interval(low, premium.difference(), high, reach)
                  : " no interval"));
    }
    if (!lines.isEmpty()) {
      lines.add(
          "  "
              + ink.faint(
                  "brackets hold the interval; the line runs from "
                      + Figures.stance(-reach)
                      + " to "
                      + Figures.stance(reach)
                      + ", │ is 0"));
    }
    return lines;
  }

  /** The end of the line that all intervals fit on. */
  private static double reach(Study study) {
    double widest =
        study.premiums().stream()
            .mapToDouble(
                premium ->
                    Math.max(
                        Math.abs(premium.difference()),
                        Math.max(size(premium.low()), size(premium.high()))))
            .max()
            .orElse(1);
    return widest <= 0.1 ? 0.1 : widest <= 0.25 ? 0.25 : widest <= 0.5 ? 0.5 : 1;
  }

  private static double size(@Nullable Double bound) {
    return bound == null ? 0 : Math.abs(bound);
  }
}
