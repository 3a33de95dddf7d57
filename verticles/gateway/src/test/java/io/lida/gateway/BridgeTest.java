package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Runs;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.http.UpgradeRejectedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class BridgeTest {
  private static final String BRIDGE = "/eventbus/websocket";

  private final Queue<Agents.Join> joined = new ConcurrentLinkedQueue<>();
  private final Queue<Agents.Submit> submitted = new ConcurrentLinkedQueue<>();
  private Node node;
  private House house;

  @BeforeEach
  void aHouseWithAgents(Node fresh, @TempDir Path folder) {
    node = fresh;
    house = House.open(node, folder);
    node.pretend(
        Runs.FIND,
        find -> {
          if (find.run().equals("mine")) {
            return Samples.run("mine", "home", "running");
          }
          if (find.run().equals("theirs")) {
            return Samples.run("theirs", "other", "running");
          }
          throw new Fault(FaultCode.NOT_FOUND, "no such run");
        });
    node.pretend(
        Agents.JOIN,
        join -> {
          joined.add(join);
          return new Agents.Joined(join.id(), 2);
        });
    node.pretend(
        Agents.SUBMIT,
        turn -> {
          submitted.add(turn);
          return new Agents.Submitted(turn.turnId());
        });
  }

  @Test
  void anEventOfARunArrivesAsTheJsonThatIsInItsLog() {
    Talk talk = Talk.withKey(house, BRIDGE);
    talk.say("{\"type\":\"register\",\"address\":\"lida.run.mine\"}");
    talk.say("{\"type\":\"register\",\"address\":\"lida.run.mine.tokens\"}");
    talk.settles();
    node.bus().tell(Runs.live("mine"), Samples.round("mine", 1));
    node.bus().tell(Llm.words("mine"), new Llm.Words("mine", "c1", 0, "Hello"));

    JsonNode event = talk.hears("the event", at("lida.run.mine"));
    assertEquals("lida.event/v1", event.at("/body/schema").asText());
    assertEquals("round_opened", event.at("/body/type").asText());
    JsonNode words = talk.hears("the words", at("lida.run.mine.tokens"));
    assertEquals("Hello", words.at("/body/text").asText());
  }

  @Test
  void nothingButTheListIsHeardOrSentWhoeverAsks() {
    Talk talk = Talk.withKey(house, BRIDGE);
    List<String> addresses =
        new ArrayList<>(
            List.of(
                "lida.run.theirs",
                "lida.run.nobody",
                "lida.run.theirs.tokens",
                "lida.agent.other.skeptic.turn",
                "__vertx.reply.1",
                "__vertx.subs",
                "lida.llm.complete",
                "lida.agents.heard",
                "lida.access.find",
                "lida.run.*",
                "lida.events.nothing"));
    for (int more = 0; more < 4; more++) {
      addresses.add("lida.probe." + more);
    }
    for (String address : addresses) {
      talk.say("{\"type\":\"register\",\"address\":\"" + address + "\"}");
      talk.say("{\"type\":\"send\",\"address\":\"" + address + "\",\"body\":{}}");
      talk.say("{\"type\":\"publish\",\"address\":\"" + address + "\",\"body\":{}}");
    }
    Node.until("every refusal", () -> talk.heard.size() == 3 * addresses.size());

    long denied = talk.heard.stream().filter(frame -> said(frame, "access_denied")).count();
    long rejected = talk.heard.stream().filter(frame -> said(frame, "rejected")).count();
    assertEquals(2 * addresses.size(), denied);
    assertEquals(addresses.size(), rejected);
  }

  @Test
  void anAgentIsHeardInTheTenantOfItsTokenWhateverItSays() {
    Talk talk = Talk.open(house, BRIDGE + "?token=" + token("skeptic"), Map.of());
    talk.say("{\"type\":\"register\",\"address\":\"lida.agent.skeptic.turn\"}");
    talk.say(
        "{\"type\":\"send\",\"address\":\"lida.agents.join\",\"replyAddress\":\"r1\","
            + "\"body\":{\"id\":\"skeptic\",\"protocol\":1,\"tenant\":\"other\"}}");

    JsonNode answer = talk.hears("the answer", at("r1"));
    assertEquals(2, answer.at("/body/waiting").asInt());
    assertEquals(List.of(new Agents.Join("home", "skeptic", 1)), List.copyOf(joined));
    talk.say(
        "{\"type\":\"send\",\"address\":\"lida.turns.submit\","
            + "\"body\":{\"turn_id\":\"t1\",\"text\":\"Show me.\",\"stance\":-0.4}}");
    Node.until("the turn", () -> !submitted.isEmpty());
    assertEquals("home", submitted.element().tenant());
    assertEquals("skeptic", submitted.element().agent());
    assertEquals(-0.4, submitted.element().stance());
  }

  @Test
  void aTokenSpeaksForItsAgentAlone() {
    Talk talk = Talk.open(house, BRIDGE + "?token=" + token("skeptic"), Map.of());
    talk.say("{\"type\":\"register\",\"address\":\"lida.agent.optimist.turn\"}");
    talk.say("{\"type\":\"register\",\"address\":\"lida.run.mine\"}");
    talk.say(
        "{\"type\":\"send\",\"address\":\"lida.agents.join\",\"body\":{\"id\":\"optimist\","
            + "\"protocol\":1}}");
    Node.until("three refusals", () -> talk.heard.size() == 3);

    assertTrue(talk.heard.stream().allMatch(frame -> said(frame, "access_denied")));
    assertTrue(joined.isEmpty());
  }

  @Test
  void aWrongBodyIsAnsweredWithThePlaceOfTheMistake() {
    Talk talk = Talk.withKey(house, BRIDGE);
    talk.say(
        "{\"type\":\"send\",\"address\":\"lida.turns.submit\",\"body\":{\"turn_id\":\"t\","
            + "\"text\":\"x\",\"stance\":\"much\"}}");

    JsonNode failure = talk.hears("the failure", frame -> said(frame, "err", "/type"));
    assertEquals(3000, failure.path("failureCode").asInt());
    assertTrue(failure.at("/body/error/detail").asText().startsWith("/stance"), failure.toString());
  }

  @Test
  void whoRunsTheServerHearsItsNotices() {
    Talk talk = Talk.withKey(house, BRIDGE);
    talk.say("{\"type\":\"register\",\"address\":\"lida.events.run\"}");
    talk.settles();
    node.bus()
        .tell(
            Monitor.family("run"),
            new Monitor.Notice("run.completed", Samples.THEN, "n", "mine", "home", Map.of()));

    JsonNode notice = talk.hears("the notice", at("lida.events.run"));
    assertEquals("run.completed", notice.at("/body/name").asText());
  }

  @Test
  void aStrangerAndAnotherSiteAreTurnedAwayAtTheDoor() {
    UpgradeRejectedException stranger =
        assertThrows(UpgradeRejectedException.class, () -> Talk.open(house, BRIDGE, Map.of()));
    assertEquals(401, stranger.getStatus());
    UpgradeRejectedException site =
        assertThrows(
            UpgradeRejectedException.class,
            () ->
                Talk.open(
                    house,
                    BRIDGE,
                    Map.of("X-API-Key", house.key, "Origin", "https://elsewhere.example")));
    assertEquals(403, site.getStatus());
  }

  @Test
  void aFloodEndsTheSocket() {
    Talk talk = Talk.withKey(house, BRIDGE);
    StringBuffer closed = new StringBuffer();
    talk.socket.closeHandler(gone -> closed.append(talk.socket.closeStatusCode()));
    for (int ping = 0; ping < 200; ping++) {
      talk.socket.writeTextMessage("{\"type\":\"ping\"}");
    }

    Node.until("the end", () -> !closed.isEmpty());
    assertEquals("1008", closed.toString());
  }

  @Test
  void aMessageWithoutAnEndEndsTheSocket() {
    for (String path : List.of(BRIDGE, "/ws")) {
      Talk talk = Talk.withKey(house, path);
      StringBuffer closed = new StringBuffer();
      talk.socket.closeHandler(gone -> closed.append(talk.socket.closeStatusCode()));
      talk.socket.writeTextMessage("x".repeat(400_000));

      Node.until("the end", () -> !closed.isEmpty());
      assertEquals("1009", closed.toString(), path);
    }
  }

  @Test
  void whatIsNoFrameIsAnsweredInOneWord() {
    Talk talk = Talk.withKey(house, BRIDGE);
    talk.say("{");
    talk.say("{\"type\":\"dance\"}");

    talk.hears("invalid_json", frame -> said(frame, "invalid_json"));
    talk.hears("invalid_type", frame -> said(frame, "invalid_type"));
  }

  private String token(String agent) {
    return house.post("/api/v1/agents/" + agent + "/token", "").json().path("token").asText();
  }

  private static java.util.function.Predicate<JsonNode> at(String address) {
    return frame ->
        frame.path("type").asText().equals("rec") && frame.path("address").asText().equals(address);
  }

  private static boolean said(JsonNode frame, String word) {
    return said(frame, word, "/body");
  }

  private static boolean said(JsonNode frame, String word, String where) {
    return frame.at(where).asText().equals(word);
  }
}
