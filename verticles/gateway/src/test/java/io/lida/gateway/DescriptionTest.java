package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API and the API itself say the same. */
@ExtendWith(BusExtension.class)
class DescriptionTest {
  private static final Set<String> STREAMS = Set.of("/stream", "/ws", "/eventbus/websocket");

  /** A body for each request that wants one. */
  private static final Map<String, String> BODIES =
      Map.of(
          "deliberate", "{\"topic\":\"Pause?\"}",
          "startRun", "{\"topic\":\"Pause?\"}",
          "startStudy", "{\"topic\":\"Pause?\",\"repeats\":2}",
          "fork", "{\"id\":\"a.c\",\"changes\":{}}",
          "checkScenario", "{\"name\":\"x\"}",
          "resolve", "{\"outcome\":1}",
          "handIn", "{\"turn_id\":\"mine.r1.s1\",\"text\":\"Yes.\"}",
          "makeKey", "{\"note\":\"x\"}");

  private House house;
  private JsonNode api;
  private JsonSchemaFactory schemas;

  /** One operation of the description. */
  private record Operation(HttpMethod method, String path, JsonNode says) {
    String id() {
      return says.path("operationId").asText();
    }

    boolean open() {
      return says.has("security");
    }
  }

  @BeforeEach
  void aHouseWithAllItsNeighbours(Node node, @TempDir Path folder) {
    house = House.open(node, folder);
    Neighbours.moveIn(node);
    api = house.send(HttpMethod.GET, "/openapi.json", Map.of(), "").json();
    Map<String, String> documents = new HashMap<>();
    api.at("/components/schemas")
        .forEach(
            schema -> {
              if (schema.has("$id")) {
                documents.put(schema.path("$id").asText(), schema.toString());
              }
            });
    schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(documents)));
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionHasARoute() {
    Set<String> routes = new TreeSet<>();
    house
        .gateway
        .endpoints()
        .forEach(endpoint -> routes.add(endpoint.method() + " " + endpoint.path()));
    Set<String> described = new TreeSet<>();
    operations().stream()
        .filter(operation -> !STREAMS.contains(operation.path()))
        .forEach(operation -> described.add(operation.method() + " " + operation.path()));

    assertEquals(routes, described);
  }

  @Test
  void everyAnswerIsOfTheFormThatIsDescribed() {
    for (Operation operation : operations()) {
      if (STREAMS.contains(operation.path())) {
        continue;
      }
      House.Answer answer = ask(operation, operation.path(), "mine", house.key);
      String where = operation.method() + " " + operation.path() + " " + answer.body();
      assertTrue(answer.status() < 300, where);
      fits(operation, answer);
    }
  }

  @Test
  void withoutAKeyEveryOtherRouteIsClosed() {
    for (Operation operation : operations()) {
      House.Answer answer = ask(operation, operation.path(), "mine", null);
      if (operation.open()) {
        assertTrue(answer.status() < 300, operation.path());
      } else {
        assertEquals(401, answer.status(), operation.method() + " " + operation.path());
        fits(operation, answer);
        assertTrue(answer.headers().containsKey("WWW-Authenticate"));
      }
    }
  }

  @Test
  void anothersRunOrStudyIsNowhereToBeFound() {
    int asked = 0;
    for (Operation operation : operations()) {
      boolean run =
          operation.path().startsWith("/api/v1/runs/{id}")
              || operation.path().startsWith("/api/v1/studies/{id}")
              || Set.of("/stream", "/api/deliberation/status").contains(operation.path());
      if (run) {
        House.Answer answer = ask(operation, operation.path(), "theirs", house.key);
        assertEquals(404, answer.status(), operation.method() + " " + operation.path());
        fits(operation, answer);
        asked++;
      }
    }
    assertEquals(19, asked);
  }

  @Test
  void everyPathRefusesAMethodThatItDoesNotKnow() {
    for (String path : paths()) {
      House.Answer answer =
          house.send(
              HttpMethod.PATCH,
              filled(path, "mine"),
              Map.of("Authorization", "Bearer " + house.key),
              "");
      if (!path.startsWith("/eventbus")) {
        assertEquals(405, answer.status(), path);
        assertFalse(answer.headers().get("Allow").contains("PATCH"), path);
        assertEquals("LIDA-3405", answer.code(), path);
      }
    }
  }

  @Test
  void aBodyOfAnotherKindIs415AndOneThatIsNoJsonIs400() {
    for (Operation operation : operations()) {
      if (operation.says().has("requestBody")) {
        String path = filled(operation.path(), "mine");
        Map<String, String> xml = Map.of("X-API-Key", house.key, "Content-Type", "application/xml");
        House.Answer kind = house.send(HttpMethod.POST, path, xml, "<x/>");
        assertEquals(415, kind.status(), path);
        fits(operation, kind);
        if (!operation.id().equals("checkScenario")) {
          House.Answer form = house.post(path, "{");
          assertEquals(400, form.status(), path);
          fits(operation, form);
        }
      }
    }
  }

  @Test
  void aPathThatIsNotDescribedIsNotThere() {
    House.Answer answer = house.get("/api/v1/nothing");
    assertEquals(404, answer.status());
    assertEquals("LIDA-7001", answer.code());
  }

  private House.Answer ask(Operation operation, String path, String run, String key) {
    Map<String, String> headers = new HashMap<>();
    if (key != null) {
      headers.put("Authorization", "Bearer " + key);
    }
    String body = BODIES.getOrDefault(operation.id(), "");
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    String id = path.startsWith("/api/v1/keys") ? "abcdefgh" : run;
    String address = filled(path, id);
    if (path.equals("/api/deliberation/status")) {
      address += "?id=" + run;
    } else if (path.equals("/stream")) {
      address += "?run=" + run;
    }
    return house.send(operation.method(), address, headers, body);
  }

  private static String filled(String path, String id) {
    return path.replace("{id}", id).replace("{person}", "linh");
  }

  /** The answer has a status that the operation names, and is of the schema of that status. */
  private void fits(Operation operation, House.Answer answer) {
    String where = operation.method() + " " + operation.path() + " " + answer.status();
    JsonNode response = operation.says().path("responses").path("" + answer.status());
    assertFalse(response.isMissingNode(), where + " is not described");
    if (response.has("$ref")) {
      response = api.at(response.path("$ref").asText().substring(1));
    }
    String type = answer.headers().get("Content-Type").split(";", 2)[0];
    JsonNode schema = response.path("content").path(type).path("schema");
    assertFalse(schema.isMissingNode(), where + " " + type + " is not described");
    if (schema.has("$ref")) {
      schema = api.at(schema.path("$ref").asText().substring(1));
    }
    if (type.equals("application/json") && !schema.path("type").asText().equals("string")) {
      List<String> problems = new ArrayList<>();
      schemas.getSchema(schema).validate(answer.json()).forEach(p -> problems.add(p.toString()));
      assertEquals(List.of(), problems, where);
    }
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    api.path("paths").fieldNames().forEachRemaining(paths::add);
    return paths;
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (String path : paths()) {
      api.path("paths")
          .path(path)
          .fields()
          .forEachRemaining(
              entry ->
                  operations.add(
                      new Operation(
                          HttpMethod.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                          path,
                          entry.getValue())));
    }
    return operations;
  }
}
