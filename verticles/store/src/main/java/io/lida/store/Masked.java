package io.lida.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.lida.contract.Secrets;
import io.lida.contract.Wire;
import java.nio.charset.StandardCharsets;

/**
 * JSON without what looks like a secret: its texts are masked one by one, so that it stays JSON.
 * Thread-safe.
 */
public final class Masked {
  private Masked() {}

  /** The same JSON without secrets; the very same array if there are none. */
  public static byte[] json(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    // Masking the text as a whole could swallow an escaped quote, so it only tells whether to look.
    return Secrets.mask(text).equals(text) ? json : Wire.bytes(masked(Wire.parse(json)));
  }

  private static JsonNode masked(JsonNode node) {
    switch (node) {
      case ObjectNode object ->
          object.properties().forEach(field -> field.setValue(masked(field.getValue())));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, masked(array.get(i)));
        }
      }
      case TextNode text -> {
        return TextNode.valueOf(Secrets.mask(text.textValue()));
      }
      default -> {}
    }
    return node;
  }
}
