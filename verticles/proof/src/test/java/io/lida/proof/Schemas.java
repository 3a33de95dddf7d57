package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas that describe what the command prints. */
final class Schemas {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private Schemas() {}

  /** Fails unless the document is what {@code conf/schema/<name>.schema.json} describes. */
  static void assertFits(String name, JsonNode document) {
    Path file = Product.ROOT.resolve("conf/schema").resolve(name + ".schema.json");
    try {
      List<String> problems =
          FACTORY.getSchema(Files.readString(file)).validate(document).stream()
              .map(Object::toString)
              .toList();
      assertEquals(List.of(), problems);
      assertEquals("lida." + name + "/v1", document.path("schema").asText());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
