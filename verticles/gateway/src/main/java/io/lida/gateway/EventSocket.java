package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One socket of {@code /ws}: {@code {"subscribe": run, "after": seq, "words": true}} sends a run's
 * events from there on, as they are in its log; {@code {"unsubscribe": run}} ends it. For one event
 * loop.
 */
final class EventSocket {
  private static final int MOST_RUNS = 50;
  private static final int BURST = 60;
  private static final int ROOM = 1 << 20;
  private static final short POLICY = 1008;
  private static final short TOO_LARGE = 1009;

  private final RunDoor door;
  private final Feeds feeds;
  private final ServerWebSocket socket;
  private final Caller caller;
  private final LongSupplier nanos;
  private final TokenBucket rate;
  private final Map<String, Watcher> watched = new HashMap<>();
  private final List<Runnable> waiting = new ArrayList<>();

  EventSocket(
      RunDoor door,
      Feeds feeds,
      ServerWebSocket socket,
      Caller caller,
      GatewayOptions.Limits limits,
      LongSupplier nanos) {
    this.door = door;
    this.feeds = feeds;
    this.socket = socket;
    this.caller = caller;
    this.nanos = nanos;
    this.rate = new TokenBucket(limits.messagesPerSecond(), BURST, nanos.getAsLong());
    socket.setWriteQueueMaxSize(ROOM);
    socket.textMessageHandler(this::message);
    socket.exceptionHandler(
        broken -> socket.close(TOO_LARGE, "the message is too large, or is none"));
  }

  private void message(String text) {
    if (rate.take(nanos.getAsLong()) > 0) {
      socket.close(POLICY, "too many messages");
      return;
    }
    try {
      wish(Wire.parse(text));
    } catch (IllegalArgumentException malformed) {
      refuse(new Fault(FaultCode.INVALID, "the message is not JSON"));
    }
  }

  private void wish(JsonNode wish) {
    if (wish.path("subscribe").isTextual()) {
      subscribe(
          wish.path("subscribe").textValue(),
          Math.max(0, wish.path("after").asLong()),
          wish.path("words").asBoolean());
    } else if (wish.path("unsubscribe").isTextual()) {
      Watcher watcher = watched.remove(wish.path("unsubscribe").textValue());
      if (watcher != null) {
        watcher.close();
      }
    } else if (!wish.has("ping")) {
      refuse(
          new Fault(
              FaultCode.INVALID,
              "the message is not understood",
              "known are {\"subscribe\": run, \"after\": seq, \"words\": true}, {\"unsubscribe\":"
                  + " run} and {\"ping\": 1}",
              ""));
    }
  }

  /** Sends the run's events after this one; what was subscribed before goes on from there. */
  void subscribe(String run, long after, boolean words) {
    if (watched.size() >= MOST_RUNS && !watched.containsKey(run)) {
      refuse(new Fault(FaultCode.BUSY, "one socket watches " + MOST_RUNS + " runs at most"));
      return;
    }
    door.open(caller, run)
        .onFailure(cause -> refuse(Fault.of(cause)))
        .onSuccess(
            found -> {
              if (socket.isClosed()) {
                return;
              }
              Watcher before = watched.put(run, feeds.watch(run, new Way(), caller, after, words));
              if (before != null) {
                before.close();
              }
            });
  }

  private void refuse(Fault fault) {
    if (!socket.isClosed() && !socket.writeQueueFull()) {
      socket.writeTextMessage(Wire.text(Failures.document(fault)));
    }
  }

  private void drained() {
    List<Runnable> rooms = List.copyOf(waiting);
    waiting.clear();
    rooms.forEach(Runnable::run);
  }

  /** The socket is closed. */
  void ended() {
    List.copyOf(watched.values()).forEach(Watcher::close);
    watched.clear();
  }

  /** One run's way to the socket. */
  private final class Way implements Sink {
    @Override
    public boolean full() {
      return socket.writeQueueFull();
    }

    @Override
    public void whenDrained(Runnable room) {
      waiting.add(room);
      socket.drainHandler(drained -> drained());
    }

    @Override
    public void event(Frame frame) {
      socket.writeTextMessage(frame.json());
    }

    @Override
    public void words(Spoken words) {
      socket.writeTextMessage("{\"words\":" + words.json() + "}");
    }

    @Override
    public void beat() {
      socket.writePing(Buffer.buffer("lida"));
    }

    @Override
    public void end(String run, String status) {
      watched.remove(run);
      socket.writeTextMessage("{\"end\":\"" + run + "\",\"status\":\"" + status + "\"}");
    }

    @Override
    public void hangUp(String reason) {
      socket.close((short) 1001, reason);
    }
  }
}
