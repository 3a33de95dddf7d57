package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API, OpenAPI 3.1, with the schema of every document it names. */
final class Description {
  private static final String SCHEMAS = "#/components/schemas/";

  private Description() {}

  /** Reads the description and puts the documents of {@code conf/schema} into it. */
  static Reply read() {
    ObjectNode api = (ObjectNode) Wire.parse(resource("openapi.json"));
    ObjectNode schemas = api.withObject("/components/schemas");
    for (String name : named(api)) {
      if (!schemas.has(name)) {
        schemas.set(name, Wire.parse(resource("schema/" + name + ".schema.json")));
      }
    }
    return Reply.ok(api);
  }

  private static byte[] resource(String name) {
    try (InputStream stream = Description.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The schemas that are referred to; the events refer to one more by its URN. */
  private static Set<String> named(JsonNode api) {
    Set<String> names = new TreeSet<>(Set.of("event"));
    for (JsonNode reference : api.findValues("$ref")) {
      if (reference.asText().startsWith(SCHEMAS)) {
        names.add(reference.asText().substring(SCHEMAS.length()));
      }
    }
    return names;
  }
}
