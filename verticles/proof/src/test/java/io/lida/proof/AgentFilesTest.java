package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written down about agents says what their messages hold. */
class AgentFilesTest {
  private static final Set<String> SET_BY_WHO_LETS_IT_IN = Set.of("tenant", "agent");

  @Test
  void theSchemaOfATurnKnowsTheFieldsThatTheMessageHas() throws IOException {
    JsonNode schema = Wire.parse(read("conf/schema/turn.schema.json"));
    Set<String> fields =
        Stream.of(Agents.Submit.class.getRecordComponents())
            .map(field -> field.getName().replaceAll("([A-Z])", "_$1").toLowerCase())
            .filter(field -> !SET_BY_WHO_LETS_IT_IN.contains(field))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    assertEquals(fields, described);
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(System.getProperty("lida.root")).resolve(file));
  }
}
