package io.lida.llm.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What can be known about sentences without understanding them. */
final class Sentences {
  private Sentences() {}

  private static final Set<String> ABBREVIATIONS =
      Set.of("dr", "mr", "mrs", "ms", "st", "vs", "prof", "e.g", "i.e", "cf", "etc");

  /** Words that are no names when a sentence begins with them. */
  private static final Set<String> COMMON =
      Set.copyOf(
          Frames.lines("words.txt").stream()
              .flatMap(line -> Stream.of(line.split(" ")))
              .distinct()
              .toList());

  private static final List<String> COMMON_ENDINGS =
      List.of("ing", "tion", "tions", "ity", "ness", "ment", "ments", "ance", "ence", "ship");

  /** Told where each sentence of a text begins and ends. */
  interface Spans {
    void sentence(char[] chars, int start, int end);
  }

  /** The sentences of a text, trimmed; what stands between quotation marks is not cut. */
  static List<String> split(String text) {
    List<String> sentences = new ArrayList<>();
    cut(text, (chars, start, end) -> sentences.add(text.substring(start, end)));
    return sentences;
  }

  /** As {@link #split}, without making strings of them. */
  static void cut(String text, Spans spans) {
    char[] chars = text.toCharArray();
    int start = 0;
    int quoted = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c == ' ' || c > '?' && c < 128) {
        continue;
      }
      if (c == '“') {
        quoted++;
      } else if (c == '”') {
        quoted = Math.max(0, quoted - 1);
      } else if (c == '\n' || quoted == 0 && ends(text, start, i)) {
        trim(chars, start, i + 1, spans);
        start = i + 1;
        quoted = 0;
      }
    }
    trim(chars, start, chars.length, spans);
  }

  private static void trim(char[] chars, int start, int end, Spans spans) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(chars[from])) {
      from++;
    }
    while (from < to && Character.isWhitespace(chars[to - 1])) {
      to--;
    }
    if (from < to) {
      spans.sentence(chars, from, to);
    }
  }

  private static boolean ends(String text, int start, int at) {
    char c = text.charAt(at);
    if (c != '.' && c != '?' && c != '!') {
      return false;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) != ' ') {
      return false;
    }
    if (at + 2 < text.length() && Character.isLowerCase(text.charAt(at + 2))) {
      return false;
    }
    int word = text.lastIndexOf(' ', at) + 1;
    String last = text.substring(Math.max(start, word), at).toLowerCase(Locale.ROOT);
    return c != '.' || last.length() != 1 && !ABBREVIATIONS.contains(last) || last.equals("i");
  }

  /** How many words a text has, as separated by white space. */
  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      if (!space && !inside) {
        words++;
      }
      inside = !space;
    }
    return words;
  }

  /** The text on one line, without the marks that end a sentence. */
  static String bare(String text) {
    String line = text.strip();
    if (spaced(line)) {
      line = line.replaceAll("\\s+", " ");
    }
    int end = line.length();
    while (end > 0 && ".!; ".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }

  /** Whether white space is anything but single blanks. */
  private static boolean spaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ' ' && text.charAt(i + 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  /** The text with its first letter as at the start of a sentence. */
  static String capital(String text) {
    int at = !text.isEmpty() && text.charAt(0) == '“' ? 1 : 0;
    if (at >= text.length() || !Character.isLowerCase(text.charAt(at))) {
      return text;
    }
    return text.substring(0, at) + Character.toUpperCase(text.charAt(at)) + text.substring(at + 1);
  }

  /** Whether a sentence may lose its capital inside another one: it does not begin with a name. */
  static boolean lowers(String text) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    if (first.isEmpty()) {
      return false;
    }
    if (Character.isLowerCase(first.charAt(0))) {
      return true;
    }
    String rest = first.substring(1);
    if (!rest.equals(rest.toLowerCase(Locale.ROOT))) {
      return false;
    }
    String word = first.toLowerCase(Locale.ROOT);
    if (COMMON.contains(word)) {
      return true;
    }
    boolean nameFollows =
        space > 0 && space + 1 < text.length() && Character.isUpperCase(text.charAt(space + 1));
    return !nameFollows
        && !word.equals("beijing")
        && word.length() > 4
        && COMMON_ENDINGS.stream().anyMatch(word::endsWith);
  }

  /** The sentence as it reads inside another one. */
  static String inner(String text) {
    return lowers(text) ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }

  /** The same for sentences that differ only in case and marks; of others, as good as never. */
  static long key(String sentence) {
    return key(sentence.toCharArray(), 0, sentence.length());
  }

  /** The key of a sentence inside a text. */
  static long key(char[] text, int start, int end) {
    long key = 0xCBF29CE484222325L;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      } else if (c > 127) {
        c = Character.toLowerCase(c);
      }
      boolean counts =
          c >= 'a' && c <= 'z'
              || c >= '0' && c <= '9'
              || c == '+'
              || c > 127 && (c == '−' || Character.isLetterOrDigit(c));
      if (counts) {
        key = (key ^ c) * 0x100000001B3L;
      }
    }
    return key;
  }
}
