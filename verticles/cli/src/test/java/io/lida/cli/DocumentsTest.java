package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BusExtension.class)
class DocumentsTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  @TempDir Path folder;
  private Stage stage;
  private Rooms rooms;

  @BeforeEach
  void roomsAreThere(Node node) {
    rooms = new Rooms(node);
    stage =
        new Stage(node, folder).typing("sk-abc123\n").with("LIDA_SERVER", "http://127.0.0.1:2040");
  }

  @ParameterizedTest
  @CsvSource({
    "demo, run",
    "debate x -p academic_ml.empiricist:, error",
    "debate x -p academic_ml.empiricist, run",
    "quorum x -p academic_ml.empiricist, run",
    "deliberate x --mode quorum -p academic_ml.empiricist, run",
    "run a.yaml, run",
    "run nosuch.yaml, error",
    "demo --dry-run, plan",
    "demo --moderator academic_ml.empiricist --dry-run, plan",
    "runs ls, runs",
    "runs show 7f, run",
    "runs tally 7f, tally",
    "runs tally 7f --all, tally",
    "runs resolve 7f --outcome 1, run",
    "runs skill, skill",
    "runs skill --limit 0, error",
    "runs resolve 7f --outcome 2, error",
    "runs resolve 7f, error",
    "runs follow 7f, run",
    "runs resume 7f, run",
    "runs export 7f, export",
    "runs export 7f -o r.md, export",
    "runs cancel 7f, control",
    "runs pause 7f, control",
    "runs rm 7f -y, control",
    "runs rm 7f, error",
    "runs show nosuch, error",
    "studies ls, studies",
    "studies show st-1, study",
    "studies pause last, study_control",
    "studies cancel st, study_control",
    "studies resume st-1, study",
    "studies show nosuch, error",
    "debate x -p academic_ml.empiricist --repeats 2, study",
    "debate x -p academic_ml.empiricist --arms nonsuch, error",
    "debate x -p academic_ml.empiricist --repeats 2 --dry-run, plan",
    "personas ls, personas",
    "personas show academic_ml.empiricist, persona",
    "personas show academic_ml.empiricist --lineage, persona",
    "personas fork academic_ml.empiricist mine --set beliefs.pace=0.3, fork",
    "personas matrix, matrix",
    "personas matrix --axis open_weights, matrix",
    "personas matrix --axis speed, error",
    "personas check, check",
    "personas recompute --dry-run, recomputed",
    "keys ls, keys",
    "keys set anthropic, key",
    "keys rm anthropic, error",
    "config show, config",
    "doctor, doctor",
    "health, health",
    "metrics, metrics",
    "events run.*, notices",
    "view, link",
    "agents ls, agents",
    "agents token skeptic, agent_token",
    "nonsuch, error",
    "demo --nonsuch, error",
  })
  void everyCommandPrintsOneDocumentOfItsSchema(String line, String schema) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "name: a");
    Stage.Result result = stage.run((line + " --json").split(" "));
    JsonNode document = Wire.parse(result.out());
    assertEquals("lida." + schema + "/v1", document.path("schema").asText(), result.out());
    assertTrue(valid(schema, document).isEmpty(), () -> valid(schema, document) + result.out());
    assertEquals(schema.equals("error"), result.code() != 0, result.out() + result.err());
  }

  @Test
  void eventsAreStreamedOneALine() {
    for (String line : List.of("demo -o jsonl", "runs logs 7f --json", "runs logs 7f -o jsonl")) {
      List<String> lines = stage.run(line.split(" ")).out().lines().toList();
      assertEquals(Rehearsal.events().size(), lines.size());
      for (String event : lines) {
        assertEquals(List.of(), valid("event", Wire.parse(event)), event);
      }
    }
  }

  private static List<String> valid(String schema, JsonNode document) {
    Path file = Path.of(System.getProperty("lida.root"), "conf/schema", schema + ".schema.json");
    try {
      return SCHEMAS.getSchema(Files.readString(file)).validate(document).stream()
          .map(Object::toString)
          .toList();
    } catch (java.io.IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }
}
