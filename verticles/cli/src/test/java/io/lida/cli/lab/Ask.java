package io.lida.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Asks the laboratory; single quotes stand for double ones. */
final class Ask {
  private Ask() {}

  /** The whole answer to a document. */
  static JsonNode document(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    try {
      return Json.parse(
          Lab.answer(new ByteArrayInputStream(bytes)).json().getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The value of an operation as JSON with single quotes. */
  static String value(String op, String input) {
    JsonNode answer = document("{'op':'" + op + "','input':" + input + "}");
    if (!answer.has("value")) {
      throw new AssertionError(answer.toString());
    }
    return answer.get("value").toString().replace('"', '\'');
  }

  /** The code by which an operation refuses. */
  static String refusal(String op, String input) {
    return document("{'op':'" + op + "','input':" + input + "}")
        .path("error")
        .path("code")
        .asText();
  }
}
