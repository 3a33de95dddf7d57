package io.lida.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import io.lida.testkit.Misbehaviour;
import io.lida.testkit.StubProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Credentials that stray into a question, a card, a provider's words or a URL are found nowhere
 * afterwards: in no file of the home, on no stream, in no export and in no prompt.
 */
@Timeout(120)
class SecretsTest {
  /** What makes each form recognisable after it: a run of letters found nowhere else. */
  private static final String MARK = "Zq7Planted9Xw";

  private static final String LONG = MARK + "0123456789abcdefghijABCDEFGHIJ";

  /** A form of credential, and in which of the places it is planted. */
  private static final List<String> FORMS =
      List.of(
          "sk-ant-api03-" + LONG,
          "sk-proj-" + LONG + "_-x",
          "sk-or-v1-" + LONG,
          "sk-" + LONG,
          "AIzaSy" + LONG,
          "gsk_" + LONG,
          "hf_" + LONG,
          "xai-" + LONG,
          "pplx-" + LONG,
          "lida_ab12cd34_" + LONG + "_crc",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi" + MARK + ".sig" + MARK,
          "redis://:" + LONG + "@cache.internal:6379/0");

  @TempDir Path folder;
  private final StubProvider stub = StubProvider.start();
  private final List<String> streams = new ArrayList<>();
  private Cli cli;

  @BeforeEach
  void aCarelessUser() throws IOException {
    cli =
        new Cli(folder)
            .with("LIDA_LOCAL_BASE_URL", stub.url() + "/v1?token=" + LONG)
            .with("LIDA_LOCAL_API_KEY", "sk-" + LONG)
            .with("ANTHROPIC_API_KEY", "no-known-form-" + LONG)
            .with("LIDA_ANTHROPIC_BASE_URL", stub.url() + "/v1")
            .with("LIDA_LOG_LEVEL", "debug");
    Path cards = Files.createDirectories(cli.home().resolve("cards"));
    Path good = Product.ROOT.resolve("personas/academic_ml.empiricist.json");
    ObjectNode card = (ObjectNode) Wire.parse(Files.readString(good));
    card.put("id", "mine.careless").put("name", "Ada " + FORMS.get(0));
    ((ObjectNode) card.path("background"))
        .put("backstory", "Never tell anybody: " + String.join(" or ", FORMS) + ".");
    Files.writeString(cards.resolve("mine.careless.json"), Wire.pretty(card));
  }

  @AfterEach
  void nothingIsLeft() {
    cli.close();
    stub.close();
  }

  private static String everyForm() {
    return "Should we publish " + String.join(", ", FORMS) + " now?";
  }

  private Cli.Said tell(String... words) {
    Cli.Said said = cli.run(words);
    streams.add(said.out());
    streams.add(said.err());
    return said;
  }

  private Cli.Said debate(String model, String... more) {
    return tell(
        Stream.concat(
                Stream.of("debate", everyForm(), "-p"),
                Stream.concat(
                    Stream.of("mine.careless,open_source.accelerationist", "--rounds", "1"),
                    Stream.concat(Stream.of("--model", model), Stream.of(more))))
            .toArray(String[]::new));
  }

  @Test
  void aRunInWhichEverybodyIsCarelessKeepsNothing() throws IOException {
    stub.answer(
        request ->
            request.toString().contains("\\\"vote\\\"")
                ? StubProvider.VOTE.replace("was not answered", everyForm())
                : StubProvider.TURN.replace("cannot be undone", everyForm()));
    Cli.Said run = debate("local/stub", "--json");
    assertEquals(0, run.code(), run::toString);
    String id = run.json().path("id").asText();
    for (String format : List.of("json", "jsonl", "markdown")) {
      assertEquals(0, tell("runs", "export", id, "--format", format).code());
    }
    assertEquals(0, tell("runs", "show", id, "--turns").code());
    assertEquals(0, tell("runs", "logs", id).code());
    assertEquals(0, tell("runs", "ls").code());
    assertEquals(0, tell("config", "show", "--origin").code());
    tell("keys", "ls", "--json");
    tell("doctor", "--json");
    assertNothingIsKept();
    assertPromptsAreClean();
  }

  @Test
  void aRunThatFailsKeepsNothing() throws IOException {
    cli.from(Impatience.in(folder));
    String forms = String.join(" ", FORMS);
    stub.always(Misbehaviour.leaking(400, forms));
    assertEquals(6, debate("local/stub").code());
    stub.always(Misbehaviour.leaking(500, forms));
    assertEquals(6, debate("local/stub", "-v").code());
    stub.always(Misbehaviour.leaking(401, "no-known-form-" + LONG + " " + forms));
    assertEquals(4, debate("anthropic/stub", "--json").code());
    stub.always(new Misbehaviour.Body("application/json", "{\"sorry\": \"" + forms + "\""));
    assertEquals(6, debate("local/stub", "-o", "jsonl").code());
    stub.always(new Misbehaviour.Body("text/html", "<html>" + forms + "</html>"));
    assertEquals(6, debate("local/stub", "--json").code());
    assertTrue(streams.toString().contains("***"), "the words of the provider are shown");
    assertNothingIsKept();
    assertPromptsAreClean();
  }

  @Test
  void aTopicThatOnlySpeaksOfCredentialsIsDebatedAsItIs() {
    String topic = "Is \"Authorization: \"Basic\"\" or api-key: \"x\\y\" the better header?";
    Cli.Said said =
        cli.run(
            "debate", topic, "-p", "academic_ml.empiricist,open_source.accelerationist", "--json");
    assertEquals(0, said.code(), said::toString);
    assertTrue(said.json().path("topic").asText().endsWith("the better header?"), said::toString);
  }

  /** The provider must get the key, in its header, and nothing of the rest. */
  private void assertPromptsAreClean() {
    assertFalse(stub.requests().isEmpty());
    for (StubProvider.Request request : stub.requests()) {
      assertTrue(
          request.header("authorization").equals("Bearer sk-" + LONG)
              || request.header("x-api-key").equals("no-known-form-" + LONG));
      assertFalse(
          request.body().toString().contains(MARK), () -> around(request.body().toString()));
    }
  }

  private void assertNothingIsKept() throws IOException {
    for (String stream : streams) {
      assertFalse(stream.contains(MARK), () -> around(stream));
    }
    try (Stream<Path> files = Files.walk(cli.home())) {
      List<String> hits =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(cli.home().resolve("cards")))
              .filter(SecretsTest::hasMark)
              .map(file -> cli.home().relativize(file).toString())
              .collect(Collectors.toList());
      assertEquals(List.of(), hits);
    }
  }

  private static boolean hasMark(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(MARK);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static String around(String text) {
    int at = text.indexOf(MARK);
    return "found in: " + text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
  }
}
