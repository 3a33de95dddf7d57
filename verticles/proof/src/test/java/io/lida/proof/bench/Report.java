package io.lida.proof.bench;

import java.util.List;
import java.util.Locale;

/**
 * All figures of one run, {@code lida.bench/v1}.
 *
 * @param right whether all work that was measured was also done right
 * @param wrong what was not
 */
record Report(
    String schema,
    String size,
    String machine,
    boolean right,
    List<String> wrong,
    List<Figure> figures) {
  static final String SCHEMA = "lida.bench/v1";

  Report {
    wrong = List.copyOf(wrong);
    figures = List.copyOf(figures);
  }

  /** The report as a table for people. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(row("", "lida", "floor", "ratio", "target", ""));
    for (Figure figure : figures) {
      text.append(
          row(
              figure.name(),
              number(figure.value()) + " " + figure.unit(),
              figure.floor() == null ? "" : number(figure.floor()),
              figure.ratio() == null ? "" : number(figure.ratio()) + " x",
              figure.target(),
              figure.met() == null ? "" : figure.met() ? "met" : "missed"));
    }
    text.append('\n').append(machine).append('\n');
    text.append(right ? "the work was right\n" : "the work was wrong: " + wrong + "\n");
    return text.toString();
  }

  private static String row(String name, String... cells) {
    return String.format(
                Locale.ROOT,
                "%-34s %18s %12s %9s %13s  %s",
                name,
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4])
            .stripTrailing()
        + "\n";
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, form, value);
  }
}
