package io.lida.cli;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same everywhere. */
final class Figures {
  private Figures() {}

  /** A stance: always with its sign, two decimals. */
  static String stance(double value) {
    String text = String.format(Locale.ROOT, "%+.2f", value);
    return text.equals("-0.00") ? "+0.00" : text;
  }

  /** How far two measures differ: always with its sign, three decimals. */
  static String difference(double value) {
    String text = String.format(Locale.ROOT, "%+.3f", value);
    return text.equals("-0.000") ? "+0.000" : text;
  }

  /** A share or a confidence: two decimals. */
  static String share(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** A count with separators. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** So many of a thing, in the right number. */
  static String many(long count, String one, String several) {
    return count(count) + " " + (count == 1 ? one : several);
  }

  /** A figure that may be a count: whole numbers plainly, others with two decimals. */
  static String plain(double value) {
    return value == Math.rint(value) ? count((long) value) : share(value);
  }

  /** US dollars; an absent cost is unknown and never 0. */
  static String cost(@Nullable Double usd) {
    if (usd == null) {
      return "cost unknown";
    }
    return "$" + String.format(Locale.ROOT, usd != 0 && usd < 0.1 ? "%.4f" : "%.2f", usd);
  }

  /** How long ago, in the largest unit that says something. */
  static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }
}
