package io.lida.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one document asks, as far as it could be read, so that a refusal can name it.
 *
 * @param id a text or a whole number of the one who asks, handed back as it came
 * @param line the line of a batch, from 1
 */
record Question(
    @Nullable Long line, @Nullable JsonNode id, @Nullable String op, @Nullable JsonNode document) {
  private static final List<String> FIELDS = List.of("id", "op", "input");

  /** Nothing could be read. */
  static Question unread(@Nullable Long line) {
    return new Question(line, null, null, null);
  }

  static Question of(JsonNode document, @Nullable Long line) {
    JsonNode id = document.path("id");
    JsonNode op = document.path("op");
    return new Question(
        line,
        id.isTextual() || id.isIntegralNumber() ? id : null,
        op.isTextual() ? op.textValue() : null,
        document);
  }

  /** The operation asked for, once the question is found to be of its form. */
  String operation() {
    Given whole = whole().only(FIELDS);
    if (whole.has("id") && id == null) {
      throw whole.at("id").refusal("must be text or a whole number");
    }
    return whole.at("op").text();
  }

  Given input() {
    return whole().at("input");
  }

  private Given whole() {
    return Given.of(document == null ? MissingNode.getInstance() : document);
  }
}
