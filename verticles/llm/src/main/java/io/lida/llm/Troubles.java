package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Secrets;
import io.lida.contract.Wire;
import io.lida.llm.Trouble.Sign;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one place where what a provider does wrong becomes a fault and advice. Immutable. */
final class Troubles {
  private static final int LONGEST = 240;
  private static final List<String> SPENT =
      List.of(
          "insufficient_quota",
          "billing_hard_limit",
          "spend_limit",
          "spend limit",
          "spending limit",
          "credit balance",
          "insufficient credits");

  /** Where Gemini says how long to wait: in the body. */
  private static final Pattern RETRY_DELAY =
      Pattern.compile("\"retryDelay\"\\s*:\\s*\"([0-9.]{1,9})s\"");

  private final String provider;
  private final @Nullable Key key;
  private final InstantSource clock;

  Troubles(String provider, @Nullable Key key, InstantSource clock) {
    this.provider = provider;
    this.key = key;
    this.clock = clock;
  }

  /** An answer whose status is not 200. */
  Trouble status(int status, @Nullable String retryAfter, String body) {
    String words = words(body);
    Duration after = after(retryAfter == null ? delayIn(body) : retryAfter);
    String title = provider + " answered " + status;
    if (status == 400 && body.contains("API_KEY_INVALID")) {
      return keyRefused(words);
    }
    if (status == 429 && after == null && isSpent(body)) {
      return spent(words);
    }
    return switch (status) {
      case 401, 403 -> keyRefused(words);
      case 402 -> spent(words);
      case 404 -> refused(provider + " does not know the model", words, "check --model");
      case 408 -> again(FaultCode.TIMEOUT, title, words, Sign.ILL, after);
      case 429 ->
          again(FaultCode.OVERLOADED, provider + " is rate limited", words, Sign.BUSY, after);
      case 529 ->
          again(FaultCode.OVERLOADED, provider + " is overloaded", words, Sign.DROWNING, after);
      default ->
          status >= 500
              ? again(FaultCode.UPSTREAM, title, words, Sign.ILL, after)
              : refused(title, words, "");
    };
  }

  /** An error sent in the middle of a stream, or as the body of a 200. */
  Trouble spokenError(String data) {
    if (isSpent(data)) {
      return spent(words(data));
    }
    boolean overloaded = data.contains("overloaded") || data.contains("rate_limit");
    return again(
        overloaded ? FaultCode.OVERLOADED : FaultCode.UPSTREAM,
        provider + " broke off with an error",
        words(data),
        overloaded ? Sign.DROWNING : Sign.ILL,
        null);
  }

  /** Nobody is there. */
  Trouble unreachable(Throwable cause) {
    return new Trouble(
        new Fault(
            FaultCode.UPSTREAM,
            provider + " cannot be reached",
            shown(String.valueOf(cause.getMessage())),
            "lida doctor"),
        Sign.ILL,
        true,
        false,
        null);
  }

  /** The connection broke before the whole answer was there. */
  Trouble broken(Throwable cause) {
    return again(
        FaultCode.UPSTREAM,
        provider + " broke the connection",
        shown(String.valueOf(cause.getMessage())),
        Sign.ILL,
        null);
  }

  /** A stream ended without its end mark. */
  Trouble cut() {
    return again(
        FaultCode.UPSTREAM, provider + " cut the stream short", "no end mark", Sign.ILL, null);
  }

  /** Too long a wait. */
  Trouble late(String what, Duration bound) {
    double seconds = bound.toMillis() / 1000.0;
    return again(
        FaultCode.TIMEOUT,
        provider + " took too long",
        what + " within " + String.format(Locale.ROOT, "%.1f s", seconds),
        Sign.ILL,
        null);
  }

  /** An answer that makes no sense. */
  Trouble garbled(String why, String body) {
    return again(
        FaultCode.GARBLED,
        provider + "'s answer could not be read",
        why + (body.isBlank() ? "" : ": " + shown(body)),
        Sign.ILL,
        null);
  }

  /** The provider would not answer this prompt. */
  Trouble contentRefused(String why) {
    return refused(
        FaultCode.DECLINED,
        provider + " refused to answer",
        shown(why),
        "reword the topic or the card");
  }

  private Trouble keyRefused(String words) {
    return new Trouble(
        new Fault(
            FaultCode.KEY_REFUSED,
            provider + " refused the key",
            words,
            "lida keys set " + provider),
        Sign.WELL,
        false,
        true,
        null);
  }

  private Trouble spent(String words) {
    return refused(
        "the account at " + provider + " is spent",
        words,
        "raise its limit, or take another --model");
  }

  private static Trouble refused(String title, String words, String fix) {
    return refused(FaultCode.REFUSED, title, words, fix);
  }

  private static Trouble refused(FaultCode code, String title, String words, String fix) {
    return new Trouble(new Fault(code, title, words, fix), Sign.WELL, false, true, null);
  }

  private static Trouble again(
      FaultCode code, String title, String words, Sign sign, @Nullable Duration after) {
    return new Trouble(new Fault(code, title, words, ""), sign, true, true, after);
  }

  private static boolean isSpent(String body) {
    String lower = body.toLowerCase(Locale.ROOT);
    return SPENT.stream().anyMatch(lower::contains);
  }

  /** The provider's own words: what its JSON calls the message, else all of it. */
  private String words(String body) {
    try {
      JsonNode json = Wire.parse(body);
      JsonNode first = json.isArray() ? json.path(0) : json;
      for (String pointer : List.of("/error/message", "/message", "/error", "/detail")) {
        JsonNode found = first.at(pointer);
        if (found.isTextual()) {
          return shown(found.asText());
        }
      }
    } catch (IllegalArgumentException notJson) {
      return shown(body);
    }
    return shown(body);
  }

  /** Masked before it is shortened, because half a secret is still one. */
  private String shown(String text) {
    String masked = key == null ? Secrets.mask(text) : key.hiddenIn(text);
    String line = masked.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }

  private static @Nullable String delayIn(String body) {
    Matcher delay = RETRY_DELAY.matcher(body);
    return delay.find() ? delay.group(1) : null;
  }

  /** Seconds, or a date. */
  private @Nullable Duration after(@Nullable String retryAfter) {
    if (retryAfter == null || retryAfter.isBlank()) {
      return null;
    }
    String text = retryAfter.strip();
    try {
      if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
      }
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), date);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
