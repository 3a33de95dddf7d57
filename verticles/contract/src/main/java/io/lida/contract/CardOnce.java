package io.lida.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Writes a card's JSON from memory: a card is long, the same few sit in most runs, and every run
 * begins with a manifest that holds them whole. Thread-safe.
 */
final class CardOnce extends JsonSerializer<Card> {
  private static final Map<Card, SerializableString> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public void serialize(Card card, JsonGenerator json, SerializerProvider types)
      throws IOException {
    if (json instanceof TokenBuffer || json.getPrettyPrinter() != null) {
      types.defaultSerializeValue(card, json);
      return;
    }
    SerializableString known = KNOWN.get(card);
    if (known == null) {
      known = new SerializedString(Wire.text(card));
      KNOWN.put(card, known);
    }
    json.writeRawValue(known);
  }
}
