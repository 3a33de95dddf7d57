package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class LabCommandTest {
  private static final String GAME =
      "{\"id\":1,\"op\":\"banzhaf\",\"input\":{\"weights\":[2,1,1],\"quota\":3}}";
  private static final String BAD = "{\"id\":2,\"op\":\"banzhaf\",\"input\":{\"weights\":[2]}}";

  @TempDir Path folder;
  private Stage stage;

  @BeforeEach
  void aTerminalWithoutAHouse(Node node) {
    stage = new Stage(node, folder);
  }

  @Test
  void oneDocumentIsAnsweredByOne() throws Exception {
    for (List<String> words : List.of(List.of("lab"), List.of("lab", "--json"))) {
      Stage.Result result = run(GAME, words.toArray(String[]::new));
      assertEquals(0, result.code(), result.err());
      assertEquals(0.6, fits("lab", result.out()).path("value").path(0).asDouble());
    }
  }

  @Test
  void aRefusalIsADocumentAndAnExitCode() throws Exception {
    Stage.Result result = run(BAD, "lab");
    assertEquals(3, result.code());
    assertEquals("", result.err());
    assertEquals("missing_field", fits("lab", result.out()).path("error").path("code").asText());
  }

  @Test
  void aBatchAnswersEveryLine() throws Exception {
    Stage.Result result = run(GAME + "\n" + BAD + "\nnonsense\n" + GAME + "\n", "lab", "--batch");
    assertEquals(0, result.code(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(4, lines.size());
    for (String line : lines) {
      fits("lab", line);
    }
    assertFalse(Files.exists(folder.resolve("home")));
  }

  @Test
  void operationsAreListedAndDescribed() throws Exception {
    assertTrue(run("", "lab", "--list").out().contains("shapley_shubik"));
    assertTrue(run("", "help", "lab").out().contains("one document"));
    assertTrue(run("", "lab", "--describe", "banzhaf").out().contains("quota"));
    fits("lab_operations", run("", "lab", "--list", "--json").out());
    JsonNode one = fits("lab_operations", run("", "lab", "--describe", "banzhaf", "--json").out());
    assertEquals("quota", one.at("/operations/0/fields/1/name").asText());
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    Stage.Result unknown = run("", "lab", "--describe", "banzhav");
    assertEquals(7, unknown.code());
    assertTrue(unknown.err().contains("did you mean banzhaf"), unknown.err());
    Stage.Result both = run("", "lab", "--list", "--batch");
    assertEquals(2, both.code());
    assertTrue(both.err().contains("why: --batch, --list are mutually exclusive"), both.err());
    assertEquals(2, run("", "lab", "banzhaf").code());
    stage.terminal(true);
    assertEquals(2, run("", "lab").code());
  }

  private Stage.Result run(String input, String... words) {
    return stage
        .typing(input)
        .run(
            settings -> {
              throw new AssertionError("no house is needed");
            },
            words);
  }

  private static JsonNode fits(String schema, String document) throws Exception {
    Path file = Path.of(System.getProperty("lida.root"), "conf/schema", schema + ".schema.json");
    JsonNode json = Wire.parse(document);
    assertEquals(
        List.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(file))
            .validate(json)
            .stream()
            .map(Object::toString)
            .toList(),
        document);
    assertEquals("lida." + schema + "/v1", json.path("schema").asText());
    return json;
  }
}
