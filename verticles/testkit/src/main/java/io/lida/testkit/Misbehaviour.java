package io.lida.testkit;

import java.time.Duration;
import java.util.Map;

/** What a {@link StubProvider} can do instead of answering. */
public sealed interface Misbehaviour {
  /** An error in the provider's own form, with this status and message. */
  record Status(int status, String code, String message, Map<String, String> headers)
      implements Misbehaviour {
    public Status {
      headers = Map.copyOf(headers);
    }
  }

  /** The whole answer, one byte in so long; without an end in practice. */
  record Drip(Duration interval) implements Misbehaviour {}

  /** A well-formed answer of a given kind that is not what was asked for. */
  record Body(String contentType, String text) implements Misbehaviour {}

  /** A 200 with a body of so many bytes. */
  record Huge(long bytes) implements Misbehaviour {}

  /** The rest needs no words. */
  enum Kind implements Misbehaviour {
    /** Reads the request and never says a word. */
    HANG,
    /** Says half of the answer, then closes the connection in good order. */
    HALF,
    /** Says all of a streamed answer but its end mark. */
    NO_END_MARK,
    /** Says half of the answer, then resets the connection. */
    RESET,
    /** A complete answer whose text is empty. */
    EMPTY,
    /** A complete answer without token counts. */
    NO_USAGE
  }

  /** An error with this status. */
  static Misbehaviour status(int status) {
    return new Status(status, "stub_error", "the stub was told to answer " + status, Map.of());
  }

  /** A 429 that asks to be left alone for so long, in seconds or as a date. */
  static Misbehaviour rateLimited(String retryAfter) {
    return new Status(
        429, "rate_limit_error", "slow down, please", Map.of("Retry-After", retryAfter));
  }

  /** An error with this status whose message repeats a secret. */
  static Misbehaviour leaking(int status, String secret) {
    return new Status(status, "stub_error", "the key " + secret + " is not welcome", Map.of());
  }

  /** A page of HTML with status 200. */
  static Misbehaviour html() {
    return new Body("text/html", "<!doctype html><html><body>Sign in to the network</body></html>");
  }

  /** Half an object of JSON with status 200. */
  static Misbehaviour invalidJson() {
    return new Body("application/json", "{\"id\": \"stub\", \"choices\": [");
  }
}
