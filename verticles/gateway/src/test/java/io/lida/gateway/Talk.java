package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A socket of a test, and what it has heard. */
final class Talk {
  final WebSocket socket;
  final List<JsonNode> heard = new CopyOnWriteArrayList<>();

  /** A client that nobody holds is closed, and its sockets with it. */
  private final WebSocketClient client;

  private Talk(WebSocketClient client, WebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.handler(frame -> heard.add(Wire.parse(frame.getBytes())));
  }

  static Talk open(House house, String path, Map<String, String> headers) {
    return Node.await(House.onLoop(house.node, () -> attempt(house, path, headers)));
  }

  private static Future<Talk> attempt(House house, String path, Map<String, String> headers) {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(house.gateway.port())
            .setURI(path)
            .setAllowOriginHeader(headers.containsKey("Origin"));
    headers.forEach(options::addHeader);
    WebSocketClient client = house.node.vertx().createWebSocketClient();
    return client.connect(options).map(socket -> new Talk(client, socket));
  }

  static Talk withKey(House house, String path) {
    return open(house, path, Map.of("Authorization", "Bearer " + house.key));
  }

  void say(String frame) {
    Node.await(socket.writeTextMessage(frame));
  }

  void hangUp() {
    Node.await(socket.close().eventually(() -> client.close()));
  }

  /** Waits for a frame. */
  JsonNode hears(String what, Predicate<JsonNode> frame) {
    Node.until(what, () -> heard.stream().anyMatch(frame));
    return heard.stream().filter(frame).findFirst().orElseThrow();
  }

  /** Waits until nothing more can be under way: a ping was answered. */
  void settles() {
    long before = pongs();
    say("{\"type\":\"ping\"}");
    Node.until("a pong", () -> pongs() > before);
  }

  private long pongs() {
    return heard.stream().filter(frame -> frame.path("type").asText().equals("pong")).count();
  }
}
