package io.lida.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in columns as wide as their widest cell; the last column takes what is left. Of figures, all
 * columns but the first are set to the right.
 */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean figures;

  Table(String... heads) {
    this(false, heads);
  }

  private Table(boolean figures, String... heads) {
    this.figures = figures;
    row(heads);
  }

  static Table ofFigures(String... heads) {
    return new Table(true, heads);
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
      for (int column = 0; column <= last; column++) {
        widths[column] = Math.max(widths[column], Columns.width(row.get(column)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < last; column++) {
        line.append(set(column, row.get(column), widths[column])).append(GAP);
      }
      line.append(figures ? set(last, row.get(last), widths[last]) : row.get(last));
      String whole = Columns.cut(line.toString().stripTrailing(), columns);
      lines.add(lines.isEmpty() ? ink.faint(whole) : whole);
    }
    return lines;
  }

  private String set(int column, String cell, int width) {
    return figures && column > 0
        ? " ".repeat(width - Columns.width(cell)) + cell
        : Columns.pad(cell, width);
  }
}
