package io.lida.personas;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Problem;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The published schema of cards, as others would apply it. Thread-safe. */
final class CardSchema {
  private final JsonSchema schema;

  private CardSchema(JsonSchema schema) {
    this.schema = schema;
  }

  /**
   * Reads {@code schema/card.schema.json} in the folder.
   *
   * @throws Fault INVALID_CONFIG when it cannot be read
   */
  static CardSchema read(Path conf) {
    Path file = conf.resolve("schema").resolve("card.schema.json");
    try {
      SchemaValidatorsConfig config =
          SchemaValidatorsConfig.builder()
              .pathType(PathType.JSON_POINTER)
              .locale(Locale.ENGLISH)
              .build();
      JsonNode json = Wire.parse(Files.readAllBytes(file));
      return new CardSchema(
          JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(json, config));
    } catch (IOException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG, "cannot read " + file, String.valueOf(unreadable), "");
    }
  }

  /** Everything in which the document differs from the schema. */
  List<Problem> check(String label, JsonNode card) {
    return schema.validate(card).stream()
        .map(message -> new Problem(label, pointer(message), message.getError()))
        .distinct()
        .toList();
  }

  /** A field that is missing or not known is named at its own place, not at its object's. */
  private static String pointer(ValidationMessage message) {
    String at = message.getInstanceLocation().toString();
    String field = message.getProperty();
    return field == null ? at : at + "/" + Shape.escaped(field);
  }
}
