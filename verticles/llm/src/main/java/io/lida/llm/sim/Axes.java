package io.lida.llm.sim;

import io.lida.contract.Card.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The belief axes in words: {@code axes.txt}, read once. Immutable. */
final class Axes {
  /** The one reading of the axes. */
  static final Axes MEANING = new Axes(Frames.lines("axes.txt"));

  private static final double ALARMING = 0.15;
  private static final int EXACT_UP_TO = 4;
  private static final int HEAD = 3;

  private record Stem(String text, String axis) {
    boolean in(String word) {
      return text.length() <= EXACT_UP_TO ? word.equals(text) : word.startsWith(text);
    }
  }

  private record Poles(String name, Argument low, Argument high) {}

  private final Map<String, Poles> axes = new LinkedHashMap<>();
  private final Map<String, List<Stem>> stems = new HashMap<>();

  private Axes(List<String> lines) {
    String axis = "";
    Map<String, List<String>> fields = new HashMap<>();
    for (String line : lines) {
      if (line.startsWith("[")) {
        add(axis, fields);
        axis = line.substring(1, line.length() - 1);
        fields = new HashMap<>();
      } else {
        int colon = line.indexOf(':');
        fields
            .computeIfAbsent(line.substring(0, colon), field -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    add(axis, fields);
  }

  private void add(String axis, Map<String, List<String>> fields) {
    if (axis.isEmpty()) {
      return;
    }
    axes.put(
        axis,
        new Poles(
            field(fields, "name").getFirst(),
            argument(axis, field(fields, "no")),
            argument(axis, field(fields, "yes"))));
    for (String stem : field(fields, "words").getFirst().split(" ")) {
      stems.computeIfAbsent(head(stem), start -> new ArrayList<>()).add(new Stem(stem, axis));
    }
  }

  private static List<String> field(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of());
  }

  private static Argument argument(String axis, List<String> lines) {
    String concedes = lines.getLast().substring(1).strip();
    return new Argument(axis, lines.getFirst(), lines.subList(1, lines.size() - 1), concedes);
  }

  private static String head(String word) {
    return word.substring(0, Math.min(HEAD, word.length()));
  }

  /** What the axis is about, as a noun phrase. */
  String name(String axis) {
    Poles poles = axes.get(axis);
    return poles == null ? axis.replace('_', ' ') : poles.name();
  }

  /**
   * How far a belief speaks for the high pole, from -1 to 1, when it is put into words. On the risk
   * of a catastrophe the value is a probability, and arguments turn far below one half.
   */
  static double leaning(String axis, double value) {
    return axis.equals("catastrophic_risk")
        ? Math.clamp((value - ALARMING) / ALARMING, -1.0, 1.0)
        : 2 * value - 1;
  }

  /** What can be said for a pole by someone who brings no arguments; none for an unknown axis. */
  List<Argument> house(String axis, boolean high) {
    Poles poles = axes.get(axis);
    return poles == null ? List.of() : List.of(high ? poles.high() : poles.low());
  }

  /** The axis, of those asked for, that a text speaks about most; empty when about none. */
  String of(String text, Set<String> wanted) {
    Map<String, Integer> hits = new HashMap<>();
    String words = text.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || !inWord(words.charAt(i))) {
        count(words.substring(start, i), wanted, hits);
        start = i + 1;
      }
    }
    String best = "";
    int most = 0;
    for (String axis : axes.keySet()) {
      int count = hits.getOrDefault(axis, 0);
      if (count > most) {
        most = count;
        best = axis;
      }
    }
    return best;
  }

  private void count(String word, Set<String> wanted, Map<String, Integer> hits) {
    for (Stem stem : stems.getOrDefault(head(word), List.of())) {
      if (stem.in(word) && wanted.contains(stem.axis())) {
        hits.merge(stem.axis(), 1, Integer::sum);
      }
    }
  }

  private static boolean inWord(char c) {
    return c >= 'a' && c <= 'z' || c == '-' || c == '\'';
  }

  /** Every axis, in order. */
  List<String> all() {
    return Arrays.asList(axes.keySet().toArray(String[]::new));
  }
}
