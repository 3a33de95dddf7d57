package io.lida.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of time as people write it: {@code 90s}, {@code 10m}, {@code 1h30m}, plain seconds. */
final class Span {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s?)?");

  private Span() {}

  /**
   * The whole seconds of a span.
   *
   * @throws Misuse for what is no span, or none of at least a second
   */
  static int seconds(String flag, String written) {
    Matcher form = FORM.matcher(written.strip());
    if (!form.matches()) {
      throw notASpan(flag, written);
    }
    Duration span =
        Duration.ofHours(figure(form.group(1)))
            .plusMinutes(figure(form.group(2)))
            .plusSeconds(figure(form.group(3)));
    if (span.isZero() || span.toSeconds() > Integer.MAX_VALUE) {
      throw notASpan(flag, written);
    }
    return (int) span.toSeconds();
  }

  private static long figure(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Misuse notASpan(String flag, String written) {
    return new Misuse(flag + " cannot be " + written, "a span is written 90s, 10m or 1h30m");
  }
}
