package io.lida.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All rows of one run, {@code lida.faults/v1}; the seed makes it happen again. */
record Report(
    String schema, long seed, boolean quick, String machine, boolean holds, List<Verdict> rows) {
  static final String SCHEMA = "lida.faults/v1";

  private static final int WIDTH = 44;

  Report {
    rows = List.copyOf(rows);
  }

  /** The report as a table for people. */
  String table() {
    StringBuilder text = new StringBuilder();
    line(text, "row", "fault", "required", "seen", "holds");
    for (Verdict row : rows) {
      line(
          text,
          Integer.toString(row.row()),
          row.fault(),
          row.required(),
          row.seen(),
          (row.holds() ? "yes" : "NO") + String.format(Locale.ROOT, "  %.0f s", row.seconds()));
      row.broken().forEach(why -> text.append("      ! ").append(why).append('\n'));
    }
    return text.append('\n')
        .append("seed ")
        .append(seed)
        .append(quick ? ", quick, " : ", ")
        .append(machine)
        .append('\n')
        .toString();
  }

  /** One row over as many lines as its longest cell takes. */
  private static void line(StringBuilder text, String number, String... cells) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      columns.add(folded(cells[i]));
    }
    int height = columns.stream().mapToInt(List::size).max().orElse(1);
    for (int at = 0; at < height; at++) {
      text.append(
          String.format(
                      Locale.ROOT,
                      "%3s  %-" + WIDTH + "s  %-" + WIDTH + "s  %-" + WIDTH + "s  %s",
                      at == 0 ? number : "",
                      cell(columns.get(0), at),
                      cell(columns.get(1), at),
                      cell(columns.get(2), at),
                      at == 0 ? cells[3] : "")
                  .stripTrailing()
              + "\n");
    }
  }

  private static String cell(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at) : "";
  }

  private static List<String> folded(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
