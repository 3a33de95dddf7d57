package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import io.lida.testkit.StubProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy games by the real command, by a server, through a provider, and after a kill. */
@Timeout(180)
class GamesTest {
  private static final long BETWEEN_LOOKS_MILLIS = 50;
  private static final int MOST_LOOKS = 600;

  @TempDir Path folder;
  private final StubProvider stub = StubProvider.start();
  private Cli cli;

  @BeforeEach
  void aUser() {
    cli = new Cli(folder).with("LIDA_LOCAL_BASE_URL", stub.url() + "/v1");
  }

  @AfterEach
  void nothingIsLeft() {
    cli.close();
    stub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"agi_race", "chip_war"})
  void aShippedScenarioIsPlayedAndTheSameSeedIsTheSameGame(String name) {
    String file = Product.ROOT.resolve("scenarios/" + name + ".yaml").toString();
    String[] words = {"run", file, "--model", "sim/default", "--seed", "7", "--json"};
    Cli.Said said = cli.run(words);
    assertEquals(0, said.code(), said::toString);
    JsonNode document = said.json();
    Schemas.assertFits("run", document);
    assertEquals(name, document.at("/game/name").asText());
    assertWhole(document);
    assertEquals(timeless(document), timeless(cli.run(words).json()));

    String id = document.path("id").asText();
    Cli.Said shown = cli.run("runs", "show", id);
    assertTrue(shown.out().contains("Beside theory"), shown.out());
    Cli.Said markdown = cli.run("runs", "export", id, "--format", "markdown", "-o", "text");
    assertEquals(0, markdown.code(), markdown.err());
    for (JsonNode event : cli.run("runs", "logs", id, "-o", "jsonl").lines()) {
      Schemas.assertFits("event", event);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "agi-race, precipice, 3, 6",
    "agi-race, regulation, 2, 4",
    "chip-war, export_control, 2, 4",
    "chip-war, bloc, 3, 6"
  })
  void aGameIsPlayedThroughAProvider(String game, String form, int seats, int calls) {
    Cli.Said said =
        cli.run("simulate", game, "--form", form, "--rounds", "2", "--model", "local/m", "--json");
    assertEquals(0, said.code(), said::toString);
    Schemas.assertFits("run", said.json());
    assertEquals(calls, stub.calls());
    assertEquals(seats, said.json().at("/game/rounds/1/moves").size());
    assertEquals(1, said.json().at("/game/rounds/1/moves/0/value").asInt());
    assertEquals("m", said.json().at("/game/rounds/1/moves/0/model").asText());
  }

  @Test
  void playersOfTheCommandLinePlayAsTheyAreTold() {
    Cli.Said said =
        cli.run(
            "simulate",
            "chip-war",
            "--form",
            "bloc",
            "--players",
            "national_security.realist_hawk=always_unsafe,chip_supply.pragmatist=tit_for_tat",
            "--set",
            "reward=4,discount=0.5",
            "--rounds",
            "3");
    assertEquals(0, said.code(), said::toString);
    assertTrue(said.out().contains("openness restrict"), said.out());
    assertTrue(said.out().contains("Beside theory"), said.out());
    assertEquals(0, stub.calls());
    Cli.Said refused = cli.run("simulate", "chip-war", "--players", "a.b=luck,c.d");
    assertEquals(2, refused.code(), refused.err());
    assertEquals(2, cli.run("simulate", "poker").code());
  }

  @Test
  void anIllegalMoveIsAskedForOnceMoreAndThenTheSeatKeepsWhatItHad() {
    stub.answer(request -> "{\"move\": 7, \"reason\": \"because I can\"}");
    Cli.Said said =
        cli.run("simulate", "agi-race", "--rounds", "1", "--model", "local/m", "--json");
    assertEquals(0, said.code(), said::toString);
    assertEquals(6, stub.calls(), "each of three was asked twice");
    assertEquals(3, said.json().path("failures").size());
    assertEquals("kept", said.json().at("/game/rounds/0/moves/0/flags/0").asText());
    String again = stub.requests().getLast().body().toString();
    assertTrue(again.contains("was refused"), again);
  }

  @Test
  void aGameKilledWithinAMoveGoesOnFromItsLog() throws Exception {
    String[] words = {
      "simulate", "agi-race", "--rounds", "4", "--seed", "7", "--model", "local/m", "-o", "jsonl"
    };
    Cli.Said whole = cli.run(words);
    assertEquals(0, whole.code(), whole::toString);
    int calls = stub.calls();
    stub.latency(Duration.ofMillis(400));
    Cli.Running running = cli.start(words);
    until(() -> stub.calls() >= calls + 5);
    running.kill();
    stub.latency(Duration.ZERO);
    String id = Wire.parse(Files.readAllLines(running.out()).getFirst()).path("run_id").asText();
    Cli.Said resumed = cli.run("runs", "resume", id, "--json");
    assertEquals(0, resumed.code(), resumed::toString);
    String first = whole.lines().getFirst().path("run_id").asText();
    JsonNode undisturbed = cli.run("runs", "show", first, "--json").json();
    assertNotEquals(first, id);
    assertEquals(timeless(undisturbed), timeless(resumed.json()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sim/default", "local/m"})
  void aServerPlaysAGame(String model) throws Exception {
    Cli.Running server = cli.start("serve", "--port", "0", "--json");
    until(() -> printed(server).endsWith("}\n"));
    String url = Wire.parse(printed(server)).path("url").asText();
    Map<String, Object> body =
        Map.of(
            "topic",
            "Who shares chips?",
            "mode",
            "game",
            "game",
            Map.of("name", "chip_war", "form", "bloc"),
            "rounds",
            2,
            "model",
            model);
    JsonNode started = ask(url + "/api/v1/runs", Wire.text(body), 202);
    String run = url + "/api/v1/runs/" + started.required("id").asText();
    until(() -> ask(run, null, 200).path("status").asText().equals("completed"));
    JsonNode document = ask(run, null, 200);
    Schemas.assertFits("run", document);
    assertEquals(2, document.at("/game/rounds").size());
    assertWhole(document);
  }

  private JsonNode ask(String url, @Nullable String body, int status) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Authorization", "Bearer " + key())
              .header("Content-Type", "application/json");
      if (body != null) {
        request.POST(HttpRequest.BodyPublishers.ofString(body));
      }
      var answer = client.send(request.build(), BodyHandlers.ofString());
      assertEquals(status, answer.statusCode(), answer.body());
      return Wire.parse(answer.body());
    } catch (IOException | InterruptedException away) {
      throw new AssertionError(away);
    }
  }

  private String key() throws IOException {
    return Files.readString(cli.home().resolve("api-key")).strip();
  }

  /** Every round has its moves, its worlds and its payoffs, and all of them sum up. */
  private static void assertWhole(JsonNode document) {
    JsonNode game = document.path("game");
    assertEquals(document.path("rounds").asInt(), game.path("rounds").size());
    for (JsonNode player : document.path("participants")) {
      String id = player.path("id").asText();
      double earned = 0;
      for (JsonNode round : game.path("rounds")) {
        earned += round.path("payoffs").required(id).asDouble();
        assertEquals(document.path("participants").size(), round.path("moves").size());
      }
      assertEquals(earned, game.path("totals").required(id).asDouble(), 1e-9);
    }
    for (JsonNode reason : game.path("rounds").findValues("reason")) {
      assertTrue(!reason.asText().isBlank());
    }
    assertEquals(document.path("participants").size(), game.at("/comparison/players").size());
  }

  private static JsonNode timeless(JsonNode document) {
    JsonNode game = document.path("game").deepCopy();
    for (JsonNode round : game.path("rounds")) {
      for (JsonNode move : round.path("moves")) {
        ((ObjectNode) move).remove(List.of("latency_ms", "usage"));
      }
    }
    return game;
  }

  private static String printed(Cli.Running server) {
    try {
      return Files.readString(server.out());
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static void until(Supplier<Boolean> holds) throws InterruptedException {
    for (int look = 0; !holds.get(); look++) {
      assertTrue(look < MOST_LOOKS, "it never came");
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
  }
}
