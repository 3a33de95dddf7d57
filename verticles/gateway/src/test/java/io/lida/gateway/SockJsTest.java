package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Runs;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The bridge as SockJS clients speak to it: "o", then arrays of texts, then "c". */
@ExtendWith(BusExtension.class)
class SockJsTest {
  private static final String SESSION = "/eventbus/042/abcdefgh/";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Node node;
  private House house;

  /** A client that nobody holds is closed, and its sockets with it. */
  private WebSocketClient client;

  @BeforeEach
  void aHouse(Node fresh, @TempDir Path folder) {
    node = fresh;
    house = House.open(node, folder);
    client = node.vertx().createWebSocketClient();
    node.pretend(Runs.FIND, find -> Samples.run(find.run(), "home", "running"));
  }

  @Test
  void framesAreOpenedWrappedInArraysAndDeniedAsOnThePlainSocket() {
    WebSocket socket = open(Map.of("Authorization", "Bearer " + house.key));
    Node.until("it is open", () -> heard.equals(List.of("o")));

    say(socket, "{\"type\":\"register\",\"address\":\"lida.run.mine\"}", "{\"type\":\"ping\"}");
    Node.until("a pong", () -> said("pong") == 1);
    node.bus().tell(Runs.live("mine"), Samples.round("mine", 1));
    Node.until("the event", () -> said("rec") == 1);
    JsonNode event = frame("rec");
    assertEquals("lida.run.mine", event.path("address").asText());
    assertEquals("round_opened", event.at("/body/type").asText());

    say(socket, "{\"type\":\"register\",\"address\":\"__vertx.subs\"}");
    Node.until("the refusal", () -> said("err") == 1);
    assertEquals("access_denied", frame("err").path("body").asText());
    assertTrue(
        heard.stream().skip(1).allMatch(text -> text.matches("(?s)h|a\\[.*]")), heard::toString);
    Node.await(socket.close());
  }

  @Test
  void aStrangerIsTurnedAwayAndNoOtherTransportIsOpen() {
    UpgradeRejectedException stranger =
        assertThrows(UpgradeRejectedException.class, () -> open(Map.of()));
    assertEquals(401, stranger.getStatus());
    for (String transport : List.of("xhr", "xhr_streaming", "eventsource", "htmlfile", "jsonp")) {
      HttpMethod method = transport.startsWith("xhr") ? HttpMethod.POST : HttpMethod.GET;
      House.Answer answer =
          house.send(
              method,
              SESSION + transport + "?c=x",
              Map.of("Authorization", "Bearer " + house.key),
              "");
      assertEquals(404, answer.status(), transport);
    }
  }

  @Test
  void whatAClientAsksFirstNamesTheSocketAndNoOtherServer() {
    JsonNode info = house.get("/eventbus/info").json();
    assertTrue(info.path("websocket").asBoolean(), info::toString);
    House.Answer page = house.get("/eventbus/iframe.html");
    assertFalse(page.body().toString().contains("://"), page.body()::toString);
  }

  private WebSocket open(Map<String, String> headers) {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(house.gateway.port())
            .setURI(SESSION + "websocket");
    headers.forEach(options::addHeader);
    return Node.await(
        House.onLoop(
            node,
            () ->
                client
                    .connect(options)
                    .onSuccess(socket -> socket.textMessageHandler(heard::add))));
  }

  private static void say(WebSocket socket, String... frames) {
    Node.await(socket.writeTextMessage(Wire.text(List.of(frames))));
  }

  private long said(String type) {
    return frames().stream().filter(frame -> frame.path("type").asText().equals(type)).count();
  }

  private JsonNode frame(String type) {
    return frames().stream()
        .filter(frame -> frame.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** What was in the arrays. */
  private List<JsonNode> frames() {
    return heard.stream()
        .filter(text -> text.startsWith("a"))
        .flatMap(text -> Wire.parse(text.substring(1)).valueStream())
        .map(text -> Wire.parse(text.asText()))
        .toList();
  }
}
