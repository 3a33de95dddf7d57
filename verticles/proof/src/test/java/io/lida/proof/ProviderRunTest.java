package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.testkit.Misbehaviour;
import io.lida.testkit.StubProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A debate with real HTTP between: one call for each turn and vote, and what the bill says. */
@Timeout(120)
class ProviderRunTest {
  private static final int CALLS = 9;

  /** With two tries each, one more than a circuit bears at first. */
  private static final String SIX =
      "academic_ml.empiricist,academic_ml.libertarian,academic_ml.pragmatist,"
          + "open_source.empiricist,open_source.libertarian,open_source.pragmatist";

  /** A wire format, the environment that leads to it, and where a request says model and key. */
  enum Format {
    OPENAI("local", "LIDA_LOCAL_BASE_URL", "/v1", "LIDA_LOCAL_API_KEY", "authorization"),
    ANTHROPIC("anthropic", "LIDA_ANTHROPIC_BASE_URL", "/v1", "ANTHROPIC_API_KEY", "x-api-key"),
    GEMINI("google", "LIDA_GOOGLE_BASE_URL", "/v1beta", "GEMINI_API_KEY", "x-goog-api-key");

    final String provider;
    final String baseUrl;
    final String path;
    final String key;
    final String header;

    Format(String provider, String baseUrl, String path, String key, String header) {
      this.provider = provider;
      this.baseUrl = baseUrl;
      this.path = path;
      this.key = key;
      this.header = header;
    }

    String modelOf(StubProvider.Request request) {
      return this == GEMINI
          ? request.path().replaceAll(".*/models/([^:]+):.*", "$1")
          : request.body().path("model").asText();
    }
  }

  @TempDir Path folder;
  private final StubProvider stub = StubProvider.start();
  private Cli cli;

  @BeforeEach
  void aUser() {
    stub.usage(321, 45);
    cli = new Cli(folder);
  }

  @AfterEach
  void nothingIsLeft() {
    cli.close();
    stub.close();
  }

  private void reach(Format format) {
    cli.with(format.baseUrl, stub.url() + format.path).with(format.key, "a-key-of-no-known-form");
  }

  private static String[] debate(String... more) {
    return Stream.of(
            Stream.of("debate", "Should frontier training be paused?", "--personas"),
            Stream.of(
                "academic_ml.empiricist,open_source.accelerationist,safety_research.catastrophist"),
            Stream.of("--rounds", "2", "--seed", "7"),
            Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void eachTurnAndEachVoteIsOneCall(Format format) {
    reach(format);
    Cli.Said said = cli.run(debate("--model", format.provider + "/some-model-1", "--json"));
    assertEquals(0, said.code(), said::toString);
    assertEquals(CALLS, stub.calls());
    for (StubProvider.Request request : stub.requests()) {
      assertEquals("some-model-1", format.modelOf(request));
      assertTrue(request.header(format.header).endsWith("a-key-of-no-known-form"));
    }
    assertBill(format, said.json());
    assertFalse(said.out().contains("a-key-of-no-known-form"));
  }

  private static void assertBill(Format format, JsonNode document) {
    assertEquals(CALLS, document.at("/usage/calls").asInt());
    assertEquals(CALLS * 321, document.at("/usage/input_tokens").asInt());
    assertEquals(CALLS * 45, document.at("/usage/output_tokens").asInt());
    JsonNode cost = document.at("/usage/cost_usd");
    assertEquals(format == Format.OPENAI, cost.isNumber(), "an unknown price is not 0: " + cost);
    for (String list : List.of("turns", "votes")) {
      for (JsonNode answer : document.path(list)) {
        assertEquals(321, answer.at("/usage/input_tokens").asInt());
        assertEquals(45, answer.at("/usage/output_tokens").asInt());
        assertEquals("some-model-1", answer.path("model").asText());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theLiveViewOfATerminalCostsNoCallMore(Format format) throws IOException {
    reach(format);
    cli.with("LIDA_STDERR_TTY", "1").with("LIDA_STDOUT_TTY", "1").with("TERM", "xterm");
    Cli.Said said = cli.run(debate("--model", format.provider + "/some-model-1"));
    assertEquals(0, said.code(), said::toString);
    assertEquals(CALLS, stub.calls());
    Predicate<StubProvider.Request> streamed =
        request ->
            request.body().path("stream").asBoolean()
                || request.path().contains("streamGenerateContent");
    assertTrue(stub.requests().stream().allMatch(streamed), "words are streamed to be seen");
    try (Stream<Path> runs = Files.list(cli.home().resolve("runs"))) {
      Path run = runs.findFirst().orElseThrow().resolve("run.json");
      assertBill(format, Wire.parse(Files.readString(run)));
    }
  }

  @Test
  void aDeadProviderFailsTheRunWhichGoesOnWhenItIsBack() throws IOException {
    reach(Format.OPENAI);
    cli.from(Impatience.in(folder));
    stub.always(Misbehaviour.status(500));
    Cli.Said said = cli.run(debate("--model", "local/some-model-1", "--json"));
    assertEquals(6, said.code(), said.err());
    JsonNode failed = said.json();
    assertEquals("failed", failed.path("status").asText());
    FourParts.assertOn(said.err(), "LIDA-6");
    String id = failed.path("id").asText();
    assertTrue(cli.run("runs", "ls", "--json").out().contains(id));

    stub.always(null);
    int before = stub.calls();
    Cli.Said resumed = cli.run("runs", "resume", id, "--json");
    assertEquals(0, resumed.code(), resumed.err());
    assertEquals("completed", resumed.json().path("status").asText());
    assertEquals(6, resumed.json().path("turns").size());
    assertEquals(CALLS, stub.calls() - before);
  }

  @Test
  void anOpenCircuitEndsARunWithItsOwnReasonAndSinceWhen() throws IOException {
    reach(Format.OPENAI);
    cli.from(Impatience.in(folder));
    stub.always(Misbehaviour.status(500));
    String[] words = debate("--model", "local/m", "--order", "sequential", "--json");
    words[3] = SIX;
    Cli.Said said = cli.run(words);
    assertEquals(6, said.code(), said.err());
    FourParts.assertOn(said.err(), "LIDA-6003");
    Schemas.assertFits("run", said.json());
    JsonNode end = said.json().path("termination");
    assertEquals("breaker_open", end.path("reason").asText());
    assertEquals(10, stub.calls(), "the last of six was not asked any more");
    String evidence = end.path("detail").asText();
    assertTrue(evidence.startsWith("in round 1, local/m: its circuit is open since 20"), evidence);
    String id = said.json().path("id").asText();
    JsonNode failed = cli.run("runs", "logs", id, "-o", "jsonl").lines().getLast();
    Schemas.assertFits("event", failed);
    assertEquals(end, failed.at("/payload/termination"));
    Path text = cli.home().resolve("runs").resolve(id).resolve("transcript.md");
    assertTrue(Files.readString(text).contains("- ended: breaker open, in round 1"));
  }

  @Test
  void aProviderThatIsNotThereIsOneThatFailed() throws IOException {
    cli.from(Impatience.in(folder)).with("LIDA_LOCAL_BASE_URL", "http://127.0.0.1:1/v1");
    Cli.Said said = cli.run(debate("--model", "local/some-model-1"));
    assertEquals(6, said.code(), said.err());
    FourParts.assertOn(said.err(), "LIDA-6");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aRefusedKeyIsSaidAtOnce(Format format) {
    reach(format);
    stub.always(Misbehaviour.leaking(401, "a-key-of-no-known-form"));
    Cli.Said said = cli.run(debate("--model", format.provider + "/some-model-1"));
    assertEquals(4, said.code(), said.err());
    FourParts.assertOn(said.err(), "LIDA-4002");
    assertFalse(said.err().contains("a-key-of-no-known-form"), said.err());
    assertEquals(3, stub.calls(), "once for each speaker, without another try");
  }

  @Test
  void aModelOfTheUsersChoiceIsNeverReplaced() {
    Cli.Said said = cli.run(debate("--model", "anthropic/claude-sonnet-4"));
    assertEquals(4, said.code(), said.err());
    FourParts.assertOn(said.err(), "LIDA-4001");
    assertTrue(said.err().contains("ANTHROPIC_API_KEY"), said.err());
  }

  @Test
  void aModelOfAScenarioWithoutAKeyIsSimulatedAndTheRunSaysSo() {
    String scenario = Product.ROOT.resolve("scenarios/ai_safety_debate.yaml").toString();
    Cli.Said said = cli.run("run", scenario, "--rounds", "1", "--seed", "7", "--json");
    assertEquals(0, said.code(), said::toString);
    String notes = said.json().path("notes").toString();
    assertTrue(notes.contains("no key for anthropic is known, so sim/default speaks"), notes);
    assertTrue(said.err().contains("no key for anthropic"), said.err());
  }
}
