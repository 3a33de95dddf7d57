package io.lida.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a person may have meant. */
final class Suggest {
  private static final int MOST = 3;

  private Suggest() {}

  /** The candidates nearest to a word, at most three; none when all are far. */
  static List<String> near(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int reach = Math.max(2, wanted.length() / 4);
    LevenshteinDistance distance = new LevenshteinDistance(reach);
    record Near(String word, int steps) {}
    List<Near> near =
        candidates.stream()
            .distinct()
            .map(
                candidate -> {
                  String other = candidate.toLowerCase(Locale.ROOT);
                  boolean begins = wanted.length() > 2 && other.startsWith(wanted);
                  return new Near(candidate, begins ? 0 : distance.apply(wanted, other));
                })
            .filter(found -> found.steps() >= 0 && found.steps() < found.word().length())
            .sorted(Comparator.comparingInt(Near::steps).thenComparing(Near::word))
            .toList();
    return near.stream()
        .filter(found -> found.steps() == near.getFirst().steps())
        .limit(MOST)
        .map(Near::word)
        .toList();
  }

  /** "; did you mean a or b?", empty when nothing is near. */
  static String clause(String word, Collection<String> candidates) {
    List<String> near = near(word, candidates);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }
}
