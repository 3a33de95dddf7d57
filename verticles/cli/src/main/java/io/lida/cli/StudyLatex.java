package io.lida.cli;

import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import java.util.List;
import java.util.stream.Collectors;

/** A study as two tables of LaTeX, for the package {@code booktabs}. */
final class StudyLatex {
  private StudyLatex() {}

  static String of(Study study) {
    StringBuilder text = new StringBuilder();
    text.append("% study ").append(plain(study.id())).append(", needs \\usepackage{booktabs}\n");
    arms(text, study);
    if (!study.premiums().isEmpty()) {
      premiums(text, study);
    }
    study.notes().forEach(note -> text.append("% ").append(plain(note)).append('\n'));
    text.append("% ").append(Closing.foot(List.of())).append('\n');
    return text.toString();
  }

  private static void arms(StringBuilder text, Study study) {
    List<Measure> measures = StudyPage.measures(study);
    open(text, "l" + "r".repeat(measures.size() + 5));
    text.append("Arm & $n$");
    measures.forEach(measure -> text.append(" & ").append(title(measure)));
    text.append(" & Calls & Tokens & Lost & Mute \\\\\n\\midrule\n");
    for (Study.Arm arm : study.arms()) {
      text.append(escaped(arm.arm().id())).append(" & ").append(arm.ended());
      for (Measure measure : measures) {
        Double mean = arm.measures().get(measure);
        text.append(" & ").append(mean == null ? "--" : Figures.share(mean));
      }
      text.append(" & ").append(arm.losses().calls());
      text.append(" & ").append(arm.usage().inputTokens() + arm.usage().outputTokens());
      text.append(" & ").append(arm.losses().runs());
      text.append(" & ").append(StudyPage.mute(arm)).append(" \\\\\n");
    }
    close(
        text,
        escaped(Plain.line(study.topic()))
            + " Means over $n$ repeats, seeds from "
            + study.seed()
            + "; lost runs ended without a decision, mute calls had no answer.");
  }

  private static void premiums(StringBuilder text, Study study) {
    open(text, "llrrr");
    text.append("Control & Measure & Premium & Interval & Pairs \\\\\n\\midrule\n");
    for (Study.Premium premium : study.premiums()) {
      Double low = premium.low();
      Double high = premium.high();
      text.append(escaped(premium.control().id()));
      text.append(" & ").append(title(premium.measure()));
      text.append(" & $").append(Figures.difference(premium.difference())).append('$');
      text.append(" & ");
      text.append(
          low == null || high == null
              ? "--"
              : "$[" + Figures.difference(low) + ", " + Figures.difference(high) + "]$");
      text.append(" & ").append(premium.pairs()).append(" \\\\\n");
    }
    long level = Math.round(study.premiums().getFirst().level() * 100);
    close(
        text,
        "Deliberation less control, paired by repeat, with a "
            + level
            + "\\,\\% bootstrap interval.");
  }

  private static void open(StringBuilder text, String columns) {
    text.append("\\begin{table}\n\\centering\n\\begin{tabular}{");
    text.append(columns).append("}\n\\toprule\n");
  }

  private static void close(StringBuilder text, String caption) {
    text.append("\\bottomrule\n\\end{tabular}\n\\caption{");
    text.append(caption).append("}\n\\end{table}\n");
  }

  private static String title(Measure measure) {
    return measure == Measure.BRIER ? "Brier" : capital(measure.id());
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** One line, so that a comment stays one. */
  private static String plain(String text) {
    return Plain.line(text);
  }

  /** What means something to LaTeX is written so that it is printed. */
  private static String escaped(String text) {
    return text.codePoints().mapToObj(StudyLatex::escaped).collect(Collectors.joining());
  }

  private static String escaped(int point) {
    return switch (point) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + Character.toString(point);
      default -> Character.toString(point);
    };
  }
}
