package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulated model says what the seed makes it say, to the letter. */
@Timeout(120)
class SameSeedSameDocumentTest {
  private static final String SCENARIO =
      Product.ROOT.resolve("scenarios/ai_safety_debate.yaml").toString();
  private static final int PARTICIPANTS = 2;
  private static final int ROUNDS = 10;

  /** All in a document that is not of the seed: which run it was, and how long it took. */
  private static final List<String> OF_THE_MOMENT = List.of("id", "started_at", "ended_at");

  private static final String OF_EACH_ANSWER = "latency_ms";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void aUser() {
    cli = new Cli(folder);
  }

  @AfterEach
  void nothingIsLeft() {
    cli.close();
  }

  private JsonNode run(int seed) {
    Cli.Said said =
        cli.run("run", SCENARIO, "--model", "sim/default", "--seed", "" + seed, "--json");
    assertEquals(0, said.code(), said::toString);
    Schemas.assertFits("run", said.json());
    return said.json();
  }

  private static JsonNode timeless(JsonNode document) {
    ObjectNode copy = document.deepCopy();
    copy.remove(OF_THE_MOMENT);
    for (String list : List.of("turns", "votes")) {
      copy.path(list).forEach(answer -> ((ObjectNode) answer).remove(OF_EACH_ANSWER));
    }
    return copy;
  }

  @Test
  void theSameSeedIsTheSameDocumentAndAnotherSeedAnother() {
    JsonNode first = run(7);
    JsonNode second = run(7);
    assertNotEquals(first.path("id"), second.path("id"));
    assertEquals(timeless(first).toPrettyString(), timeless(second).toPrettyString());
    JsonNode other = run(8);
    assertNotEquals(texts(first), texts(other));
    assertNotEquals(timeless(first), timeless(other));
  }

  @Test
  void aTurnOfEachParticipantInEachRoundHasAllItsParts() {
    JsonNode document = run(7);
    assertEquals(PARTICIPANTS, document.path("participants").size());
    assertEquals(ROUNDS, document.path("rounds").asInt());
    assertEquals(PARTICIPANTS * ROUNDS, document.path("turns").size());
    assertEquals(PARTICIPANTS, document.path("votes").size());
    Set<String> places = new HashSet<>();
    for (JsonNode turn : document.path("turns")) {
      assertTrue(places.add(turn.path("round").asInt() + " " + turn.path("speaker").asText()));
      assertTrue(Math.abs(turn.required("stance").asDouble()) <= 1);
      assertTrue(turn.required("confidence").asDouble() >= 0);
      assertTrue(turn.required("confidence").asDouble() <= 1);
      assertFalse(turn.required("text").asText().isBlank());
      assertEquals(1, turn.required("usage").required("calls").asInt());
      assertTrue(turn.required("usage").required("output_tokens").asInt() > 0);
    }
    assertEquals(PARTICIPANTS * ROUNDS, new HashSet<>(texts(document)).size(), "no repetition");
  }

  @Test
  void eventsComeOneALineAndInOrder() {
    Cli.Said said =
        cli.run("run", SCENARIO, "--model", "sim/default", "--seed", "7", "-o", "jsonl");
    assertEquals(0, said.code(), said::toString);
    List<JsonNode> events = said.lines();
    for (int i = 0; i < events.size(); i++) {
      Schemas.assertFits("event", events.get(i));
      assertEquals(i + 1, events.get(i).path("seq").asInt());
    }
    assertEquals("run_started", events.getFirst().path("type").asText());
    assertEquals("run_completed", events.getLast().path("type").asText());
  }

  private static List<String> texts(JsonNode document) {
    return document.path("turns").findValuesAsText("text");
  }
}
