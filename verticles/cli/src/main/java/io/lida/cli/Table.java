package io.lida.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns as wide as their widest cell; the last column takes what is left. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    row(heads);
  }

  /** Adds a row of as many cells as there are heads. */
  Table row(String... cells) {
    rows.add(Arrays.stream(cells).map(Plain::line).toList());
    return this;
  }

  /** The lines, none wider than {@code columns}. */
  List<String> lines(int columns, Ink ink) {
    int last = rows.getFirst().size() - 1;
    int[] widths = new int[last + 1];
    for (List<String> row : rows) {
      for (int column = 0; column < last; column++) {
        widths[column] = Math.max(widths[column], Columns.width(row.get(column)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < last; column++) {
        line.append(Columns.pad(row.get(column), widths[column])).append(GAP);
      }
      String whole = Columns.cut((line + row.get(last)).stripTrailing(), columns);
      lines.add(lines.isEmpty() ? ink.faint(whole) : whole);
    }
    return lines;
  }
}
