package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use says of scenarios what the engine says. */
class ScenarioSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));
  private static final Path FILE = ROOT.resolve("conf/schema/scenario.schema.json");

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("scenarios"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyShippedScenarioFitsIt(Path scenario) throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(scenario.toString()).build();
    Object document = new Load(settings).loadFromString(Files.readString(scenario));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(FILE));
    assertEquals(Set.of(), schema.validate(new ObjectMapper().valueToTree(document)));
  }

  @Test
  void itKnowsTheKeysThatTheRecordsHave() throws IOException {
    JsonNode properties = Wire.parse(Files.readAllBytes(FILE)).path("properties");
    Map<String, Class<?>> sections =
        Map.of(
            "simulation", Scenario.Simulation.class,
            "deliberation", Scenario.Rules.class,
            "output", Scenario.Output.class,
            "budget", Scenario.Budget.class);
    assertEquals(keys(Scenario.class), names(properties));
    sections.forEach(
        (name, type) ->
            assertEquals(keys(type), names(properties.path(name).path("properties")), name));
  }

  private static Set<String> keys(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(component -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
