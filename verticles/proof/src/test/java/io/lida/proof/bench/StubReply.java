package io.lida.proof.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/**
 * What the stub says: a pure function of the marker {@code [[...]]} in a request, so that whoever
 * asks, the checksum over all answers is known beforehand.
 */
final class StubReply {
  private static final int KINDS = 101;
  private static final int OUTPUT_TOKENS = 48;
  private static final String WORDS =
      "evidence suggests that the measured option keeps risk low while cost stays within bounds "
          + "and trust grows over time as results are published and errors are corrected early";

  private static final byte[][] HEADS = new byte[KINDS][];
  private static final byte[] TAIL =
      (",\"completion_tokens\":" + OUTPUT_TOKENS + "}}").getBytes(US_ASCII);

  static {
    for (int kind = 0; kind < KINDS; kind++) {
      HEADS[kind] = head(kind);
    }
  }

  private StubReply() {}

  /** From -1 to 1. */
  static double stance(int kind) {
    return (kind - 50) / 50.0;
  }

  /** From 0.5 to 0.99. */
  static double confidence(int kind) {
    return (50 + kind * 37 % 50) / 100.0;
  }

  /** The answer to a marker, 0 to 100. */
  static int kind(String marker) {
    int hash = 17;
    for (int i = 0; i < marker.length(); i++) {
      hash = hash * 31 + marker.charAt(i);
    }
    return kind(hash);
  }

  /** The answer to the first marker in these bytes; that of an empty one if there is none. */
  static int kind(byte[] body, int from, int to) {
    int hash = 17;
    int at = from;
    while (at + 1 < to && !(body[at] == '[' && body[at + 1] == '[')) {
      at++;
    }
    for (at += 2; at < to && body[at] != ']'; at++) {
      hash = hash * 31 + body[at];
    }
    return kind(hash);
  }

  private static int kind(int hash) {
    return ((hash ^ (hash >>> 13)) & Integer.MAX_VALUE) % KINDS;
  }

  /** A whole HTTP answer. */
  static byte[] http(int kind, int inputTokens) {
    byte[] tokens = Integer.toString(inputTokens).getBytes(US_ASCII);
    int length = HEADS[kind].length + tokens.length + TAIL.length;
    return join(header(length), HEADS[kind], tokens, TAIL);
  }

  /** A whole HTTP answer with this JSON. */
  static byte[] http(String json) {
    byte[] body = json.getBytes(UTF_8);
    return join(header(body.length), body);
  }

  private static byte[] header(int length) {
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(US_ASCII);
  }

  private static byte[] head(int kind) {
    String said =
        String.format(
            Locale.ROOT,
            "{\\\"stance\\\":%.2f,\\\"confidence\\\":%.2f,\\\"argument\\\":\\\"%s\\\"}",
            stance(kind),
            confidence(kind),
            WORDS);
    return ("{\"id\":\"stub\",\"object\":\"chat.completion\",\"created\":1700000000,\"model\":\"stub\","
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
            + said
            + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":")
        .getBytes(UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }
}
