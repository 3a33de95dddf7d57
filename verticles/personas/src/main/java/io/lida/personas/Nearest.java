package io.lida.personas;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds what a person may have meant by a word that is not known. */
final class Nearest {
  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
  private static final double CLOSE = 0.84;
  private static final int LONGEST = 80;

  private Nearest() {}

  /** The closest few, best first; empty when nothing is close. */
  static List<String> few(String word, Collection<String> known) {
    return ranked(word, known)
        .filter(scored -> scored.score >= CLOSE)
        .limit(3)
        .map(Scored::word)
        .toList();
  }

  /** All that is known, best first. */
  static List<String> all(String word, Collection<String> known) {
    return ranked(word, known).map(Scored::word).toList();
  }

  /** A hint to follow a reason, such as {@code ; did you mean "pace"?}; empty without one. */
  static String hint(String word, Collection<String> known) {
    List<String> few = few(word, known);
    return few.isEmpty() ? "" : "; did you mean " + quoted(few.getFirst()) + "?";
  }

  /**
   * A foreign word as it may stand in a message: short, on one line, without control characters.
   */
  static String quoted(String word) {
    String tame = word.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return '"' + (tame.length() <= LONGEST ? tame : tame.substring(0, LONGEST) + "...") + '"';
  }

  private record Scored(String word, double score) {}

  private static Stream<Scored> ranked(String word, Collection<String> known) {
    String wanted = word.substring(0, Math.min(word.length(), LONGEST)).toLowerCase(Locale.ROOT);
    return known.stream()
        .map(candidate -> new Scored(candidate, score(wanted, candidate)))
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::word));
  }

  /** Ids have parts, and people remember one of them. */
  private static double score(String wanted, String candidate) {
    double whole = LIKENESS.apply(wanted, candidate);
    if (candidate.indexOf('.') < 0) {
      return whole;
    }
    return Stream.of(candidate.split("[.]"))
        .mapToDouble(part -> 0.99 * LIKENESS.apply(wanted, part))
        .reduce(whole, Math::max);
  }
}
