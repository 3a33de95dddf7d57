package io.lida.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words that stand for one of several things, written in lower case. */
final class Choices {
  private Choices() {}

  /**
   * The constant a word names, whatever its case.
   *
   * @throws Misuse naming the words that would do
   */
  static <E extends Enum<E>> E of(Class<E> type, String flag, String word) {
    List<String> known =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    int place = known.indexOf(word.toLowerCase(Locale.ROOT).replace('-', '_'));
    if (place < 0) {
      throw new Misuse(
          flag + " cannot be " + word,
          "it is one of " + String.join(", ", known) + Suggest.clause(word, known));
    }
    return type.getEnumConstants()[place];
  }
}
