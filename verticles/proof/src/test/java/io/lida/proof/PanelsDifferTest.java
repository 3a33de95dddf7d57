package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who sits at the table is seen in how far they stand apart and in what they say. */
@Timeout(120)
class PanelsDifferTest {
  private static final String TOPIC =
      "Should the weights of frontier models be released to everybody?";
  private static final int SEATS = 13;

  @Test
  void oneDispositionOfAllGroupsStandsFurtherApartThanOneGroupOfAllDispositions(
      @TempDir Path folder) {
    try (Cli cli = new Cli(folder)) {
      List<String> ids = cli.run("personas", "ls", "--json").json().findValuesAsText("id");
      JsonNode mixed = debate(cli, ids, ".pragmatist");
      JsonNode alike = debate(cli, ids, "academic_ml.");
      double apart = deviation(mixed);
      double together = deviation(alike);
      assertTrue(apart > 1.5 * together, () -> apart + " apart, " + together + " together");
      Set<String> shared = sentences(mixed);
      shared.retainAll(sentences(alike));
      // academic_ml.pragmatist sits in both.
      assertTrue(shared.size() < sentences(alike).size() / 5, shared::toString);
    }
  }

  private static JsonNode debate(Cli cli, List<String> ids, String part) {
    List<String> seats = ids.stream().filter(id -> id.contains(part)).toList();
    assertEquals(SEATS, seats.size());
    Cli.Said said =
        cli.run(
            "debate",
            TOPIC,
            "-p",
            String.join(",", seats),
            "--rounds",
            "2",
            "--seed",
            "7",
            "--json");
    assertEquals(0, said.code(), said::toString);
    return said.json();
  }

  /** The standard deviation of the stances with which the debate begins. */
  private static double deviation(JsonNode document) {
    double[] stances =
        StreamSupport.stream(document.path("turns").spliterator(), false)
            .filter(turn -> turn.path("round").asInt() == 1)
            .mapToDouble(turn -> turn.path("stance").asDouble())
            .toArray();
    double mean = Arrays.stream(stances).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(stances).map(stance -> Math.pow(stance - mean, 2)).average().orElseThrow());
  }

  private static Set<String> sentences(JsonNode document) {
    Set<String> sentences = new HashSet<>();
    document
        .path("turns")
        .findValuesAsText("text")
        .forEach(text -> sentences.addAll(List.of(text.split("(?<=[.!?]) "))));
    return sentences;
  }
}
