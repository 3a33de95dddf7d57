package io.lida.llm;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts as JSON strings in UTF-8, the last few remembered: what stands in one prompt mostly stands
 * in the next, for a persona says who it is in every call and a round is shown to all its speakers.
 *
 * <p>Thread-safe; a race costs a second escaping.
 */
final class Quotes {
  private static final int PLACES = 256;
  private static final int LONGEST_REMEMBERED = 64 << 10;

  private record Quote(String text, byte[] json) {}

  private final AtomicReferenceArray<@Nullable Quote> places = new AtomicReferenceArray<>(PLACES);

  /** The text between quotation marks; the array is not to be changed. */
  byte[] of(String text) {
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Quote known = places.get(place);
    if (known != null && known.text().equals(text)) {
      return known.json();
    }
    byte[] json = quoted(text);
    if (json.length <= LONGEST_REMEMBERED) {
      places.set(place, new Quote(text, json));
    }
    return json;
  }

  private static byte[] quoted(String text) {
    byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(text);
    byte[] json = new byte[escaped.length + 2];
    json[0] = '"';
    System.arraycopy(escaped, 0, json, 1, escaped.length);
    json[json.length - 1] = '"';
    return json;
  }
}
