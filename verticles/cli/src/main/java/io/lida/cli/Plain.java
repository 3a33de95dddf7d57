package io.lida.cli;

import java.util.regex.Pattern;

/**
 * Text from outside made safe for a terminal: escape sequences, control characters, and what turns
 * the direction of text or hides in it are gone. Thread-safe.
 */
final class Plain {
  /**
   * CSI, OSC, other escapes, with their 8-bit forms; a sequence without its end goes to the end.
   */
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?"
              + "|(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)?|\\x1b["
              + " -/]*[0-~]?");

  private static final Pattern UNSAFE_IN_JSON =
      Pattern.compile("[\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

  private Plain() {}

  /** The text with its lines kept; everything else that does not print is gone. */
  static String text(String text) {
    String flat = needsNoCare(text) ? text : SEQUENCE.matcher(text).replaceAll("");
    StringBuilder clean = new StringBuilder(flat.length());
    flat.codePoints().forEach(point -> append(clean, point));
    return clean.toString();
  }

  /** The text on one line, with single spaces. */
  static String line(String text) {
    return text(text).replaceAll("\\s+", " ").strip();
  }

  /** The same JSON in which nothing acts on a terminal: such characters are written as escapes. */
  static String json(String json) {
    return UNSAFE_IN_JSON
        .matcher(json)
        .replaceAll(found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
  }

  private static boolean needsNoCare(String text) {
    return text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7f);
  }

  private static void append(StringBuilder clean, int point) {
    if (point == '\n' || point == 0x2028 || point == 0x2029) {
      clean.append('\n');
    } else if (point == '\t') {
      clean.append(' ');
    } else if (point == 0x200d || point == 0xfe0f) {
      clean.appendCodePoint(point);
    } else {
      switch (Character.getType(point)) {
        case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE -> {}
        case Character.SURROGATE -> clean.append('\ufffd');
        default -> clean.appendCodePoint(point);
      }
    }
  }
}
