package io.lida.personas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a card as JSON, read as people's writing is: a key given twice and text after the end
 * are errors, and an error has a line. Thread-safe.
 */
final class CardText {
  /** The largest card in bytes. */
  static final int LARGEST = 200 << 10;

  static final String TOO_LARGE = "is larger than " + (LARGEST >> 10) + " KiB";

  private static final int DEEPEST = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CardText() {}

  /** Why a text is not a card's; the message is the reason. */
  static final class Unreadable extends Exception {
    private Unreadable(String reason) {
      super(reason, null, false, false);
    }
  }

  /** The JSON object in these bytes. */
  static JsonNode parse(byte[] bytes) throws Unreadable {
    if (bytes.length > LARGEST) {
      throw tooLarge();
    }
    if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB) {
      throw new Unreadable("begins with a byte order mark; save it as UTF-8 without one");
    }
    JsonNode json;
    try {
      json = MAPPER.readTree(decoded(bytes));
    } catch (JsonProcessingException wrong) {
      JsonLocation where = wrong.getLocation();
      String place =
          where == null
              ? ""
              : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": ";
      String why = wrong.getOriginalMessage().lines().findFirst().orElse("");
      throw new Unreadable("is not JSON: " + place + tame(why));
    }
    if (json == null || !json.isObject()) {
      throw new Unreadable("must be a JSON object");
    }
    return json;
  }

  static Unreadable tooLarge() {
    return new Unreadable(TOO_LARGE);
  }

  private static String decoded(byte[] bytes) throws Unreadable {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new Unreadable("is not UTF-8 at byte " + in.position());
    }
    return out.flip().toString();
  }

  private static String tame(String why) {
    return why.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
