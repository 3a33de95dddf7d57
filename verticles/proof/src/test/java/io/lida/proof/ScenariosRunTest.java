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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships under {@code scenarios/} runs as it is, and leaves documents of their schemas. */
@Timeout(120)
class ScenariosRunTest {
  @TempDir Path folder;

  /** All but those in which programs sit that somebody must start, and studies, run elsewhere. */
  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Product.ROOT.resolve("scenarios"))) {
      return files
          .filter(file -> !text(file).contains("model: agent/"))
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
      Cli.Said tally = cli.run("runs", "tally", run.path("id").asText(), "--json");
      Schemas.assertFits("tally", tally.json());
      assertEquals(game ? 0 : 169, tally.json().path("strategies").size());
      assertEquals(run.path("usage"), show(cli, run).path("usage"), "counting again costs nothing");
    }
  }

  private static JsonNode show(Cli cli, JsonNode run) {
    return cli.run("runs", "show", run.path("id").asText(), "--json").json();
  }
}
