package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.testkit.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The study that ships, killed on its way. */
@Timeout(120)
class StudiesRunTest {
  private static final String NULL_ARMS =
      Product.ROOT.resolve("scenarios/null_arms.yaml").toString();

  @TempDir Path folder;

  @Test
  void aKilledStudyGoesOnWithoutARunTwice() {
    try (Cli cli = new Cli(folder)) {
      Cli.Running first = cli.start("run", NULL_ARMS, "--model", "sim/default", "--seed", "7");
      Node.until("the study has begun", () -> text(first.err()).contains("study st-"));
      first.kill();
      Cli.Said said = cli.run("studies", "resume", "last", "--json");
      assertEquals(0, said.code(), said::toString);
      JsonNode study = said.json();
      Schemas.assertFits("study", study);
      assertEquals("completed", study.path("status").asText());
      Set<String> runs = new HashSet<>();
      for (JsonNode arm : study.path("arms")) {
        assertEquals(5, arm.path("ended").asInt(), arm::toString);
        assertEquals(0, arm.at("/losses/runs").asInt(), arm::toString);
        arm.path("runs").forEach(run -> runs.add(run.path("run").asText()));
      }
      assertEquals(20, runs.size());
      JsonNode all = cli.run("runs", "ls", "--json").json().path("runs");
      assertEquals(20, all.size(), "no run was begun twice");
      JsonNode listed = cli.run("studies", "ls", "--json").json();
      Schemas.assertFits("studies", listed);
      assertEquals(20, listed.at("/studies/0/done").asInt());
      assertTrue(study.path("premiums").size() >= 3, study::toString);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
