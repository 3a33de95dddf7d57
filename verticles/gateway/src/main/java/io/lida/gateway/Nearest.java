package io.lida.gateway;

import java.util.Collection;
import java.util.Comparator;

/** What somebody may have meant by a name that is not known. */
final class Nearest {
  private Nearest() {}

  /** "; did you mean ...?", empty when nothing is near. */
  static String clause(String word, Collection<String> known) {
    int reach = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(name -> distance(word, name) <= reach)
        .min(Comparator.<String>comparingInt(name -> distance(word, name)).thenComparing(n -> n))
        .map(name -> "; did you mean \"" + name + "\"?")
        .orElse("");
  }

  /** How many letters must be put, taken or changed to make one of the other (Levenshtein). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= other.length(); column++) {
        int change = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[other.length()];
  }
}
