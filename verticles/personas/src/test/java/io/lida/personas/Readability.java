package io.lida.personas;

import java.util.Locale;
import java.util.regex.Pattern;

/** How hard an English text is to read. */
final class Readability {
  private static final Pattern SENTENCE = Pattern.compile("[.!?]+(\\s|$)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}’']+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouyáéíóúàèìòùäöüâêîôûãõåæø]+");

  private Readability() {}

  /** The grade of Flesch and Kincaid (1975), with a syllable for each group of vowels. */
  static double grade(String text) {
    double sentences = Math.max(1, SENTENCE.matcher(text).results().count());
    double words = 0;
    double syllables = 0;
    for (String word : WORD.matcher(text).results().map(match -> match.group()).toList()) {
      words++;
      syllables += syllables(word.toLowerCase(Locale.ROOT));
    }
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  private static long syllables(String word) {
    String spoken = word.endsWith("e") && !word.endsWith("le") ? cut(word) : word;
    return Math.max(1, VOWELS.matcher(spoken).results().count());
  }

  private static String cut(String word) {
    return word.substring(0, word.length() - 1);
  }
}
