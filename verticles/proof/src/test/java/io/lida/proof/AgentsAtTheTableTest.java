package io.lida.proof;

import static io.lida.proof.TableServer.FIRST;
import static io.lida.proof.TableServer.SECOND;
import static io.lida.proof.TableServer.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs in seats of a real server's debates, over its WebSocket. */
class AgentsAtTheTableTest {
  /** A fifteenth of the patience that is shipped, so a thought of 45 seconds takes 3. */
  private static final String PATIENCE = "{\"patience\":\"PT8S\",\"again\":\"PT2S\"}";

  private static final long LONG_THOUGHT_MILLIS = 3_000;

  @TempDir static Path folder;
  private static TableServer server;

  @BeforeAll
  static void aServer() throws IOException {
    server = new TableServer(new Cli(folder), PATIENCE);
  }

  @AfterAll
  static void noServer() {
    server.close();
  }

  @Test
  void bothExamplesTakeTheirSeatInADebateOfThree() {
    try (var one = python("skeptic");
        var two = javascript("optimist")) {
      server.seen("skeptic", "optimist");
      String run = server.debate(2, "agent/skeptic", "agent/optimist", "sim/default");
      JsonNode document = server.completed(run);
      assertEquals(0, document.path("failures").size(), document::toPrettyString);
      assertEquals(6, document.path("turns").size());
      assertEquals(3, document.path("votes").size());
      assertTrue(turns(document, 1, FIRST).getFirst().contains("show me the data"));
      assertTrue(turns(document, 2, SECOND).getFirst().contains("let us try"));
      assertEquals(3, document.path("usage").path("calls").asInt(), "calls of the third seat");
    }
  }

  @Test
  void oneThatThinksForLongStillGetsItsTurnIn() {
    try (var thinker = new BridgeAgent(server.bus("thinker"))) {
      thinker.join("thinker");
      String run = server.debate(1, "agent/thinker", "sim/default", "sim/default");
      thinker.handIn(thinker.wanted(), "After long thought.", LONG_THOUGHT_MILLIS);
      server.spoken(run, 1, FIRST);
      thinker.speak("And so I vote.");
      JsonNode document = server.completed(run);
      assertEquals(List.of("After long thought."), turns(document, 1, FIRST));
      assertEquals(0, document.path("failures").size(), document::toPrettyString);
    }
  }

  @Test
  void aSilentOneIsPassedOver() {
    try (var silent = new BridgeAgent(server.bus("silent"))) {
      silent.join("silent");
      JsonNode document =
          server.completed(server.debate(1, "agent/silent", "sim/default", "sim/default"));
      assertEquals(List.of(), turns(document, 0, FIRST));
      assertEquals(2, document.path("turns").size());
      JsonNode failure = document.path("failures").path(0);
      assertEquals("LIDA-9124", failure.path("code").asText());
      assertEquals("agent silent did not hand in its turn", failure.path("title").asText());
    }
  }

  @Test
  void oneKilledAndStartedAgainResumesItsSeat() {
    try (var other = new BridgeAgent(server.bus("other"))) {
      other.join("other");
      String run;
      try (var first = python("phoenix")) {
        server.seen("phoenix");
        run = server.debate(2, "agent/phoenix", "agent/other", "sim/default");
        server.spoken(run, 1, FIRST);
      }
      other.speak("Where is it?");
      other.speak("Gone, it seems.");
      try (var again = python("phoenix")) {
        other.speak("There it is.");
        JsonNode document = server.completed(run);
        assertEquals(2, turns(document, 0, FIRST).size());
        assertEquals(0, document.path("failures").size(), document::toPrettyString);
      }
    }
  }

  @Test
  void theExamplesComeBackToAServerThatWasKilled(@TempDir Path other) throws IOException {
    try (var killed =
        new TableServer(new Cli(other), "{\"patience\":\"PT60S\",\"again\":\"PT2S\"}")) {
      Path first = other.resolve("skeptic.log");
      Path second = other.resolve("optimist.log");
      try (var python = ExampleAgent.python("skeptic", killed.bus("skeptic"), first);
          var node = ExampleAgent.javascript("optimist", killed.bus("optimist"), second)) {
        killed.seen("skeptic", "optimist");
        String run = killed.debate(2, "agent/skeptic", "agent/optimist", "agent/late");
        killed.spoken(run, 1, SECOND);
        killed.killAndStartAgain();
        try (var late = new BridgeAgent(killed.bus("late"))) {
          late.join("late");
          late.speak("What did I miss?");
          late.speak("I see.");
          late.speak("Yes.");
          JsonNode document = killed.completed(run);
          assertEquals(0, document.path("failures").size(), document::toPrettyString);
          assertEquals(2, turns(document, 0, FIRST).size());
          assertEquals(2, turns(document, 0, SECOND).size());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, '/stance: must be from -1 to 1, is 3.0'",
    "much, '/stance: must be a number'",
  })
  void aTurnThatDoesNotFitIsAnsweredWithWhereAndWhy(String stance, String why) {
    try (var clumsy = new BridgeAgent(server.bus("clumsy"))) {
      Map<String, ?> turn = Map.of("turn_id", "x.r1.s1", "text", "So.", "stance", stance);
      JsonNode refusal = clumsy.ask("lida.turns.submit", turn);
      assertEquals("err", refusal.path("type").asText());
      assertEquals(3000, refusal.path("failureCode").asInt(), refusal::toString);
      assertTrue(refusal.path("message").asText().contains(why), refusal::toString);
    }
  }

  @Test
  void aTokenForOneAgentOpensNoOthersEarAndLendsNoOthersVoice() {
    try (var curious = new BridgeAgent(server.bus("curious"));
        var owing = new BridgeAgent(server.bus("owing"))) {
      owing.join("owing");
      String run = server.debate(1, "agent/owing", "sim/default", "sim/default");
      String turn = owing.wanted();
      Map<String, ?> stolen = Map.of("turn_id", turn, "text", "In your name.");
      JsonNode unknown = curious.ask("lida.turns.submit", stolen);
      assertEquals(7001, unknown.path("failureCode").asInt(), unknown::toString);
      owing.handIn(turn, "In my own.", 0);
      owing.speak("And so I vote.");
      assertEquals(List.of("In my own."), turns(server.completed(run), 0, FIRST));
      curious.say(Map.of("type", "register", "address", "lida.agent.skeptic.turn"));
      JsonNode refusal = curious.next("lida.agent.skeptic.turn");
      assertEquals("err", refusal.path("type").asText(), refusal::toString);
      assertEquals("access_denied", refusal.path("body").asText(), refusal::toString);
    }
  }

  private static ExampleAgent python(String name) {
    return ExampleAgent.python(name, server.bus(name), folder.resolve(name + ".log"));
  }

  private static ExampleAgent javascript(String name) {
    return ExampleAgent.javascript(name, server.bus(name), folder.resolve(name + ".log"));
  }
}
