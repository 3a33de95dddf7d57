package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Card;
import io.lida.contract.Reading;
import io.lida.contract.Wire;
import io.lida.science.dynamics.FriedkinJohnsen;
import io.lida.science.dynamics.InfluenceFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole path, from cards over turns and beliefs to measures, against the closed form of
 * Friedkin and Johnsen: {@code (I - L W)^-1 (I - L) x0} with equal weights.
 */
@Timeout(120)
class ClosedFormTest {
  private static final List<String> PANEL =
      List.of(
          "safety_research.catastrophist",
          "open_source.accelerationist",
          "academic_ml.empiricist",
          "civil_rights.egalitarian",
          "national_security.realist_hawk");

  /** Stances are stated to six decimals, and each round's rounding goes into the next. */
  private static final double ROUNDED = 1e-5;

  @Test
  void aLongDebateEndsWhereTheClosedFormSays(@TempDir Path folder) throws IOException {
    JsonNode run = debate(folder);
    Reading reading = Wire.read(run.path("provenance").path("reading"), Reading.class);
    double[] x0 = PANEL.stream().mapToDouble(id -> reading.stance(card(id))).toArray();
    double[] susceptibility =
        PANEL.stream().mapToDouble(id -> card(id).dynamics().susceptibility()).toArray();
    FriedkinJohnsen model =
        new FriedkinJohnsen(InfluenceFit.equalWeights(PANEL.size()), susceptibility);
    assertArrayEquals(model.limit(x0).opinions().orElseThrow(), last(run), ROUNDED);
    JsonNode influence = run.path("findings").path("movement").path("influence");
    assertEquals(1, influence.path("explained").asDouble(), 1e-6);
    for (int i = 0; i < x0.length; i++) {
      double fitted = influence.path("susceptibility").path(PANEL.get(i)).asDouble();
      assertEquals(susceptibility[i], fitted, 0.01, PANEL.get(i));
    }
  }

  private static JsonNode debate(Path folder) throws IOException {
    String seats = PANEL.stream().map(id -> "  - id: " + id + "\n").collect(Collectors.joining());
    Path file = folder.resolve("long.yaml");
    Files.writeString(
        file,
        "name: long\nsimulation:\n  auto_start_topic: Should AI development be paused?\n"
            + "  max_rounds: 40\npersonas:\n"
            + seats
            + "deliberation:\n  beliefs: {update: friedkin_johnsen}\n");
    try (Cli cli = new Cli(folder)) {
      Cli.Said said = cli.run("run", file.toString(), "--model", "sim/default", "--json");
      assertEquals(0, said.code(), said::toString);
      return said.json();
    }
  }

  private static double[] last(JsonNode run) {
    List<JsonNode> turns =
        StreamSupport.stream(run.path("turns").spliterator(), false)
            .filter(turn -> turn.path("round").asInt() == 40)
            .toList();
    return PANEL.stream()
        .mapToDouble(
            id ->
                turns.stream()
                    .filter(turn -> turn.path("speaker").asText().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .path("stance")
                    .asDouble())
        .toArray();
  }

  private static Card card(String id) {
    try {
      Path file = Product.ROOT.resolve("personas/" + id + ".json");
      return Wire.read(Files.readAllBytes(file), Card.class);
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }
}
