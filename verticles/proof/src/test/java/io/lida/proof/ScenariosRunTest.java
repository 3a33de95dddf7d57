package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships under {@code scenarios/} runs as it is, and leaves documents of their schemas. */
@Timeout(120)
class ScenariosRunTest {
  @TempDir Path folder;

  /** All but those in which programs sit, or persons who must speak, and studies, run elsewhere. */
  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Product.ROOT.resolve("scenarios"))) {
      return files
          .filter(file -> !text(file).matches("(?s).*model: (agent|person)/.*"))
          .filter(file -> !text(file).contains("sweep:"))
          .sorted()
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioRunsToItsEndAndIsCountedAgain(Path scenario) {
    try (Cli cli = new Cli(folder)) {
      Cli.Said said =
          cli.run("run", scenario.toString(), "--model", "sim/default", "--seed", "7", "--json");
      assertEquals(0, said.code(), said::toString);
      JsonNode run = said.json();
      Schemas.assertFits("run", run);
      assertEquals("completed", run.path("status").asText());
      boolean game = run.path("mode").asText().equals("game");
      assertFalse(game ? run.path("game").path("rounds").isEmpty() : run.path("turns").isEmpty());
      assertEquals(0, run.path("failures").size(), run.path("failures")::toString);
      JsonNode axes = run.at("/scenario/deliberation/probes/axes");
      assertEquals(axes.size(), run.at("/findings/axes").size(), "each axis asked for is followed");
      Cli.Said tally = cli.run("runs", "tally", run.path("id").asText(), "--json");
      Schemas.assertFits("tally", tally.json());
      assertEquals(game ? 0 : 169, tally.json().path("strategies").size());
      assertEquals(run.path("usage"), show(cli, run).path("usage"), "counting again costs nothing");
    }
  }

  @Test
  void aPersonSitsBySpeakingInLinesOfJson() {
    try (Cli cli = new Cli(folder)) {
      cli.reading(
          """
          {"text": "I run one of the labs that would be inspected.", "stance": -0.2}
          {"pass": true}
          {"vote": "against", "text": "Not in this form.", "confidence": 0.9}
          """);
      Cli.Said said =
          cli.run(
              "run",
              Product.ROOT.resolve("scenarios/with_a_person.yaml").toString(),
              "--as",
              "you",
              "--json");
      assertEquals(0, said.code(), said::toString);
      JsonNode run = said.json();
      Schemas.assertFits("run", run);
      assertEquals(5, run.path("turns").size());
      assertEquals("A guest", run.path("participants").path(2).path("name").asText());
      assertEquals("you passed", run.path("failures").path(0).path("title").asText());
      assertEquals("against", run.path("votes").path(2).path("choice").asText());
      assertEquals(2, run.path("findings").path("fidelity").path("personas").size());
    }
  }

  @Test
  void aTalkIsGoneOnWithWhereItWasLeft() {
    try (Cli cli = new Cli(folder)) {
      Cli.Said first =
          cli.run("chat", "academic_ml.empiricist", "--once", "Should AI be paused?", "-q");
      assertEquals(0, first.code(), first::toString);
      assertFalse(first.out().isBlank());
      JsonNode run = cli.run("chat", "--resume", "last", "--once", "Why?", "--json").json();
      Schemas.assertFits("run", run);
      assertEquals("paused", run.path("status").asText());
      assertEquals(4, run.path("turns").size());
      String answer = run.path("turns").path(1).path("text").asText();
      assertEquals(answer.replaceAll("\\s+", " "), first.out().strip().replaceAll("\\s+", " "));
      assertEquals("Why?", run.path("turns").path(2).path("text").asText());
    }
  }

  private static JsonNode show(Cli cli, JsonNode run) {
    return cli.run("runs", "show", run.path("id").asText(), "--json").json();
  }
}
