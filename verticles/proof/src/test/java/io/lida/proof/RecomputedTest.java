package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.science.Ratio;
import io.lida.science.dynamics.InfluenceFit;
import io.lida.science.dynamics.Polarization;
import io.lida.science.pooling.Panel;
import io.lida.science.pooling.Parameters;
import io.lida.science.pooling.Strategy;
import io.lida.science.voting.WeightedMajority;
import io.lida.science.voting.WeightedMajority.Choice;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a result states follows from the events of its run, by formulas written down elsewhere. */
@Timeout(120)
class RecomputedTest {
  private static final List<String> PANEL =
      List.of(
          "safety_research.catastrophist",
          "open_source.accelerationist",
          "academic_ml.empiricist",
          "civil_rights.egalitarian",
          "national_security.realist_hawk");
  private static final int ROUNDS = 3;
  private static final double NEAR = 1e-9;

  /** Nearer to 0 than this a stance is on neither side. */
  private static final double NEUTRAL = 0.05;

  private JsonNode result;
  private JsonNode manifest;
  private List<JsonNode> turns;
  private List<JsonNode> votes;

  /** Stances by round and seat. */
  private double[][] course;

  @Test
  void theDocumentSaysWhatItsEventsSay(@TempDir Path folder) throws Exception {
    try (Cli cli = new Cli(folder)) {
      Cli.Said said =
          cli.run(
              "debate",
              "Should frontier training be paused?",
              "-p",
              String.join(",", PANEL),
              "--rounds",
              String.valueOf(ROUNDS),
              "--seed",
              "7",
              "--json");
      assertEquals(0, said.code(), said::toString);
      result = said.json();
      Path run = cli.home().resolve("runs").resolve(result.path("id").asText());
      read(Files.readAllLines(run.resolve("events.jsonl")).stream().map(Wire::parse).toList());
    }
    decision();
    aggregate();
    beliefs();
    movement();
  }

  private void read(List<JsonNode> events) {
    manifest = events.getFirst().at("/payload/manifest");
    turns = of(events, "turn_spoken", "/payload/turn");
    votes = of(events, "vote_cast", "/payload/vote");
    assertEquals(PANEL.size() * ROUNDS, turns.size());
    course = new double[ROUNDS][PANEL.size()];
    for (JsonNode turn : turns) {
      course[turn.path("round").asInt() - 1][turn.path("seat").asInt()] =
          turn.path("stance").asDouble();
    }
  }

  private static List<JsonNode> of(List<JsonNode> events, String type, String place) {
    return events.stream()
        .filter(event -> event.path("type").asText().equals(type))
        .map(event -> event.at(place))
        .toList();
  }

  private void decision() {
    List<WeightedMajority.Vote> cast = new ArrayList<>();
    for (JsonNode vote : votes) {
      JsonNode weight = manifest.path("seats").path(vote.path("seat").asInt()).path("weight");
      Choice choice =
          switch (vote.path("choice").asText()) {
            case "for" -> Choice.YES;
            case "against" -> Choice.NO;
            default -> Choice.ABSTAIN;
          };
      String exact = BigDecimal.valueOf(weight.asDouble()).toPlainString();
      cast.add(new WeightedMajority.Vote(choice, Ratio.parse(exact)));
    }
    double yes = WeightedMajority.of(cast).verdict().share().value();
    JsonNode decision = result.path("decision");
    double share = Math.max(yes, 1 - yes);
    assertEquals("weighted", decision.path("method").asText());
    assertEquals(share, decision.path("share").asDouble(), NEAR);
    assertEquals(yes > 0.5 ? "for" : "against", decision.path("winner").asText());
    assertEquals(
        share >= decision.path("threshold").asDouble(), decision.path("reached").asBoolean());
    for (String choice : List.of("for", "against", "abstain")) {
      long counted =
          votes.stream().filter(vote -> vote.path("choice").asText().equals(choice)).count();
      assertEquals(counted, decision.path("tally").path(choice).asLong(), choice);
    }
  }

  /** Those who are surer of what they said last count for more. */
  private void aggregate() {
    double[] none = {};
    double[] confidence = new double[PANEL.size()];
    for (JsonNode turn : turns) {
      confidence[turn.path("seat").asInt()] = turn.path("confidence").asDouble();
    }
    Panel panel =
        new Panel(
            Arrays.stream(course[ROUNDS - 1]).map(stance -> (1 + stance) / 2).toArray(),
            none,
            confidence,
            none,
            none,
            none,
            none,
            none,
            new double[0][][],
            none,
            new double[0][],
            new double[0][],
            none,
            new double[0][],
            List.of(),
            Panel.Settings.USUAL);
    Strategy strategy = Strategy.parse("logarithmic.self_confidence");
    JsonNode aggregate = result.path("aggregate");
    assertEquals(strategy.id(), aggregate.path("strategy").asText());
    double pooled = strategy.pool(panel, Parameters.of(strategy.operator())).yes();
    assertEquals(pooled, aggregate.path("value").asDouble(), NEAR);
  }

  private void beliefs() {
    assertEquals(ROUNDS, result.path("beliefs").size());
    for (int round = 0; round < ROUNDS; round++) {
      JsonNode beliefs = result.path("beliefs").path(round);
      double[] stances = course[round];
      double[] shares = Arrays.stream(stances).map(stance -> (1 + stance) / 2).toArray();
      double polarization = Polarization.normalizedVariance(shares);
      assertEquals(
          Arrays.stream(stances).average().orElseThrow(), beliefs.path("mean").asDouble(), NEAR);
      assertEquals(Polarization.spread(stances), beliefs.path("spread").asDouble(), NEAR);
      assertEquals(polarization, beliefs.path("polarization").asDouble(), NEAR);
      assertEquals(Math.sqrt(polarization), beliefs.path("deviation").asDouble(), NEAR);
      for (int seat = 0; seat < stances.length; seat++) {
        assertEquals(stances[seat], beliefs.path("stances").path(PANEL.get(seat)).asDouble());
      }
    }
  }

  private void movement() {
    double flips = 0;
    double moved = 0;
    double together = 0;
    for (int round = 1; round < ROUNDS; round++) {
      double[] before = course[round - 1];
      for (int seat = 0; seat < before.length; seat++) {
        double step = course[round][seat] - before[seat];
        flips += side(before[seat]) * side(course[round][seat]) < 0 ? 1 : 0;
        moved += Math.abs(step) > NEAR ? 1 : 0;
        double others = (Arrays.stream(before).sum() - before[seat]) / (before.length - 1);
        together += Math.abs(step) > NEAR && step * (others - before[seat]) > 0 ? 1 : 0;
      }
    }
    assertTrue(moved > 0, "nobody moved, so that nothing is shown");
    JsonNode movement = result.at("/findings/movement");
    double steps = (ROUNDS - 1) * PANEL.size();
    assertEquals(flips / steps, movement.path("flips").asDouble(), NEAR);
    assertEquals(together / moved, movement.path("conformity").asDouble(), NEAR);
    double first = Math.sqrt(Polarization.normalizedVariance(course[0]));
    double last = Math.sqrt(Polarization.normalizedVariance(course[ROUNDS - 1]));
    assertEquals(1 - last / first, movement.path("collapse").asDouble(), NEAR);
    InfluenceFit fit = InfluenceFit.of(course, InfluenceFit.equalWeights(PANEL.size()));
    JsonNode influence = movement.path("influence");
    assertEquals(fit.explained(), influence.path("explained").asDouble(), NEAR);
    IntStream.range(0, PANEL.size())
        .forEach(
            seat ->
                assertEquals(
                    fit.susceptibility()[seat],
                    influence.path("susceptibility").path(PANEL.get(seat)).asDouble(),
                    NEAR,
                    PANEL.get(seat)));
  }

  private static double side(double stance) {
    return Math.abs(stance) > NEUTRAL ? Math.signum(stance) : 0;
  }
}
