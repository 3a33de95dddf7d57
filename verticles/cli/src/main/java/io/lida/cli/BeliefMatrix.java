package io.lida.cli;

import io.lida.contract.Personas.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the whole panel believes on one axis: a row for each constituency, a column for each
 * disposition.
 *
 * @param values from 0 to 1, absent where the panel has no card
 */
record BeliefMatrix(
    String axis,
    List<String> constituencies,
    List<String> dispositions,
    List<List<@Nullable Double>> values) {

  /** Of the cards that have a place in the grid, which is what their id says. */
  static BeliefMatrix of(String axis, List<Entry> cards) {
    List<Entry> panel =
        cards.stream()
            .filter(card -> card.id().equals(card.constituency() + "." + card.disposition()))
            .toList();
    Map<String, Double> beliefs =
        panel.stream()
            .collect(Collectors.toMap(Entry::id, card -> card.beliefs().getOrDefault(axis, 0.5)));
    List<String> rows = ordered(panel, Entry::constituency);
    List<String> columns = ordered(panel, Entry::disposition);
    List<List<@Nullable Double>> values = new ArrayList<>();
    for (String row : rows) {
      List<@Nullable Double> line = new ArrayList<>();
      columns.forEach(column -> line.add(beliefs.get(row + "." + column)));
      values.add(Collections.unmodifiableList(line));
    }
    return new BeliefMatrix(axis, rows, columns, Collections.unmodifiableList(values));
  }

  private static List<String> ordered(List<Entry> cards, Function<Entry, String> part) {
    return List.copyOf(cards.stream().map(part).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The matrix to be read: figures in hundredths, shaded where there is colour. */
  List<String> lines(Ink ink) {
    int label = constituencies.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(" ".repeat(label));
    for (int column = 1; column <= dispositions.size(); column++) {
      head.append(String.format("%4d", column));
    }
    lines.add(ink.faint(head.toString()));
    for (int row = 0; row < constituencies.size(); row++) {
      StringBuilder line = new StringBuilder(Columns.pad(constituencies.get(row), label));
      values.get(row).forEach(value -> line.append(cell(value, ink)));
      lines.add(line.toString());
    }
    lines.add("");
    legend().stream().map(ink::faint).forEach(lines::add);
    return lines;
  }

  private static String cell(@Nullable Double value, Ink ink) {
    return value == null ? "   -" : ink.shade(value, String.format("%4d", Math.round(value * 100)));
  }

  private List<String> legend() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < dispositions.size(); column++) {
      line.append(String.format("%2d %-18s", column + 1, dispositions.get(column)));
      if (column % 3 == 2 || column == dispositions.size() - 1) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
    }
    return lines;
  }
}
