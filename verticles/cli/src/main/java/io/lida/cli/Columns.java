package io.lida.cli;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the columns a terminal gives it. */
final class Columns {
  private Columns() {}

  /** The columns of a text without escapes. */
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** The text cut to so many columns, with an ellipsis where something is missing. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      if (used + width(point) > columns - 1) {
        break;
      }
      used += width(point);
      kept.appendCodePoint(point);
    }
    return kept.toString().stripTrailing() + "…";
  }

  /** The end of a text in at most so many columns. */
  static String tail(String text, int columns) {
    int[] points = text.codePoints().toArray();
    int used = 0;
    int from = points.length;
    while (from > 0 && used + width(points[from - 1]) <= columns) {
      used += width(points[--from]);
    }
    return new String(points, from, points.length - from);
  }

  /** The text with spaces after it, up to so many columns; cut when it is longer. */
  static String pad(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(columns - width(cut));
  }

  /** The text as lines of at most so many columns, broken between words; blank lines are kept. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+")) {
        String rest = word;
        if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > columns) {
          lines.add(line.toString());
          line.setLength(0);
        }
        while (width(rest) > columns) {
          String head = head(rest, columns);
          lines.add(head);
          rest = rest.substring(head.length());
        }
        line.append(line.isEmpty() ? "" : " ").append(rest);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String head(String word, int columns) {
    int used = 0;
    int end = 0;
    while (end < word.length()) {
      int point = word.codePointAt(end);
      if (end > 0 && used + width(point) > columns) {
        break;
      }
      used += width(point);
      end += Character.charCount(point);
    }
    return word.substring(0, end);
  }

  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  /** East Asian wide and full-width, and emoji (Unicode 16, UAX 11, in its larger blocks). */
  private static boolean isWide(int point) {
    return point >= 0x1100
        && (point <= 0x115f
            || (point >= 0x2e80 && point <= 0xa4cf && point != 0x303f)
            || (point >= 0xac00 && point <= 0xd7a3)
            || (point >= 0xf900 && point <= 0xfaff)
            || (point >= 0xfe30 && point <= 0xfe6f)
            || (point >= 0xff00 && point <= 0xff60)
            || (point >= 0xffe0 && point <= 0xffe6)
            || (point >= 0x1f300 && point <= 0x1faff)
            || (point >= 0x20000 && point <= 0x3fffd));
  }
}
