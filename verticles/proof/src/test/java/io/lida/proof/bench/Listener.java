package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.Map;

/** One socket of the bridge that hears a run to its end. For one event loop. */
final class Listener {
  private final Promise<Listener> over = Promise.promise();
  private long last;
  private long missed;

  private Listener() {}

  /** Completes when the run's end is heard; fails when the socket is closed before. */
  static Future<Listener> hear(WebSocketClient client, WebSocketConnectOptions where, String run) {
    Listener listener = new Listener();
    client
        .connect(where)
        .onFailure(listener.over::tryFail)
        .onSuccess(socket -> listener.listen(socket, run));
    return listener.over.future();
  }

  private void listen(WebSocket socket, String run) {
    socket.binaryMessageHandler(frame -> heard(socket, frame));
    socket.textMessageHandler(frame -> heard(socket, Buffer.buffer(frame)));
    socket.closeHandler(gone -> over.tryFail("a socket was closed: " + socket.closeReason()));
    socket.writeTextMessage(Wire.text(Map.of("type", "register", "address", "lida.run." + run)));
  }

  private void heard(WebSocket socket, Buffer frame) {
    JsonNode message = Wire.parse(frame.getBytes());
    JsonNode event = message.path("body");
    if (!message.path("type").asText().equals("rec")) {
      over.tryFail("not an event: " + frame);
      return;
    }
    long seq = event.path("seq").asLong();
    missed += last == 0 ? 0 : Math.abs(seq - last - 1);
    last = seq;
    if (event.path("type").asText().equals("run_completed")) {
      over.tryComplete(this);
      socket.close();
    }
  }

  /** The number of the last event heard. */
  long last() {
    return last;
  }

  /** How many events between the first and the last were not heard once and in order. */
  long missed() {
    return missed;
  }
}
