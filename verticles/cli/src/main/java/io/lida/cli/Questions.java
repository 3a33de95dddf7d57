package io.lida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person until the answer is of the kind that is wanted, and says what is wrong with one.
 */
final class Questions {
  private final Asker asker;
  private final Screen screen;

  Questions(Asker asker, Screen screen) {
    this.asker = asker;
    this.screen = screen;
  }

  /** Says something to the person who is asked. */
  void say(String line) {
    screen.say(line);
  }

  /** One line, which may be empty. */
  String line(String prompt) {
    return asker.ask(prompt + " › ");
  }

  /** As many lines as there are until an empty one; empty when that is the first. */
  String words(String prompt) {
    List<String> lines = new ArrayList<>();
    String margin = " ".repeat(Columns.width(prompt)) + " · ";
    String said = line(prompt);
    while (!said.isEmpty()) {
      lines.add(said);
      said = asker.ask(margin);
    }
    return String.join("\n", lines);
  }

  /** A number within bounds; empty where the person leaves it as it is. */
  OptionalDouble number(String prompt, double least, double most) {
    while (true) {
      String said = line(prompt);
      if (said.isEmpty()) {
        return OptionalDouble.empty();
      }
      double number = number(said);
      if (number >= least && number <= most) {
        return OptionalDouble.of(number);
      }
      say("  a number from " + Figures.plain(least) + " to " + Figures.plain(most) + " is wanted");
    }
  }

  /**
   * One of a few words, by its beginning or its number in the list; absent where the person leaves
   * it open.
   */
  @Nullable String choice(String prompt, List<String> words) {
    while (true) {
      String said = line(prompt);
      if (said.isEmpty()) {
        return null;
      }
      String word = named(said, words);
      if (word != null) {
        return word;
      }
      say("  one of " + String.join(", ", words) + " is wanted");
    }
  }

  /** The word that is meant; absent when none is, or several are. */
  static @Nullable String named(String said, List<String> words) {
    String wish = said.strip().toLowerCase(Locale.ROOT);
    if (wish.matches("\\d{1,2}")) {
      int number = Integer.parseInt(wish);
      return number >= 1 && number <= words.size() ? words.get(number - 1) : null;
    }
    List<String> meant =
        words.stream().filter(word -> word.toLowerCase(Locale.ROOT).startsWith(wish)).toList();
    boolean whole = meant.stream().anyMatch(word -> word.equalsIgnoreCase(wish));
    return meant.size() == 1 || whole ? meant.getFirst() : null;
  }

  /** What is written as a number, a decimal comma included; NaN for what is none. */
  static double number(String said) {
    try {
      return Double.parseDouble(said.strip().replace(',', '.').replace('−', '-'));
    } catch (NumberFormatException words) {
      return Double.NaN;
    }
  }
}
