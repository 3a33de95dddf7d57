package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One socket of the bridge and what it hears. The bus carries hints: what a socket has no room for
 * is dropped, and one that makes no room for long is closed. For one event loop.
 */
final class BridgeSocket {
  private static final int MOST_ADDRESSES = 50;
  private static final int BURST = 60;
  private static final int ROOM = 1 << 20;
  private static final int SILENCE_SECONDS = 60;
  private static final int RECHECK_SECONDS = 5;
  private static final int POLICY = 1008;
  private static final int TOO_LARGE = 1009;

  private final Bridge bridge;
  private final SockJSSocket socket;
  private final Guest guest;
  private final int patience;
  private final LongSupplier nanos;
  private final TokenBucket rate;

  /** By address, the name of the channel; empty while it is not yet known. */
  private final Map<String, String> heard = new HashMap<>();

  /** The registrations under way; a ping is answered after those that came before it. */
  private Future<?> settled = Future.succeededFuture();

  private int asking;
  private int silent;
  private int full;
  private int age;

  BridgeSocket(
      Bridge bridge,
      SockJSSocket socket,
      Guest guest,
      GatewayOptions.Limits limits,
      LongSupplier nanos) {
    this.bridge = bridge;
    this.socket = socket;
    this.guest = guest;
    this.patience = limits.stalledSeconds();
    this.nanos = nanos;
    this.rate = new TokenBucket(limits.messagesPerSecond(), BURST, nanos.getAsLong());
    socket.setWriteQueueMaxSize(ROOM);
    socket.handler(this::message);
    socket.exceptionHandler(broken -> close(TOO_LARGE, "the message is too large, or is none"));
    socket.closeHandler(gone -> ended());
  }

  private void message(Buffer text) {
    silent = 0;
    if (rate.take(nanos.getAsLong()) > 0) {
      close(POLICY, "too many messages");
      return;
    }
    try {
      frame(Wire.parse(text.getBytes()));
    } catch (IllegalArgumentException malformed) {
      push(BridgeFrames.error("invalid_json"));
    }
  }

  private void frame(JsonNode frame) {
    String address = frame.path("address").asText();
    switch (frame.path("type").asText()) {
      case "ping" -> settled.onComplete(done -> push(BridgeFrames.PONG));
      case "register" -> register(address);
      case "unregister" -> unregister(address);
      case "send" -> send(address, frame);
      case "publish" -> push(BridgeFrames.error("rejected"));
      default -> push(BridgeFrames.error("invalid_type"));
    }
  }

  private void register(String address) {
    if (heard.containsKey(address)) {
      push(BridgeFrames.error("address_already_registered"));
    } else if (heard.size() >= MOST_ADDRESSES) {
      push(BridgeFrames.error("max_handlers_reached"));
    } else {
      heard.put(address, "");
      Future<?> registration =
          bridge
              .register(this, guest, address)
              .onSuccess(name -> registered(address, name))
              .onFailure(
                  cause -> {
                    heard.remove(address);
                    push(refusal(Fault.of(cause), address));
                  });
      settled = settled.isComplete() ? registration : Future.join(settled, registration);
    }
  }

  private void registered(String address, String name) {
    if (heard.replace(address, name) == null) {
      bridge.unregister(this, name);
    }
  }

  private static Buffer refusal(Fault fault, String address) {
    return switch (fault.code()) {
      case FORBIDDEN, NOT_FOUND -> BridgeFrames.error("access_denied");
      default -> BridgeFrames.failure(address, fault);
    };
  }

  private void unregister(String address) {
    String name = heard.remove(address);
    if (name != null) {
      bridge.unregister(this, name);
    }
  }

  private void send(String address, JsonNode frame) {
    String reply = frame.path("replyAddress").asText();
    if (reply.length() > 64 || asking >= MOST_ADDRESSES) {
      push(BridgeFrames.error("rejected"));
      return;
    }
    if (!(frame.path("body") instanceof ObjectNode body)) {
      Fault fault =
          new Fault(FaultCode.INVALID, "the message is not of its form", ": must be an object", "");
      push(BridgeFrames.failure(reply.isEmpty() ? address : reply, fault));
      return;
    }
    asking++;
    bridge
        .send(guest, address, body)
        .onComplete(
            outcome -> {
              asking--;
              if (outcome.failed()) {
                push(failure(Fault.of(outcome.cause()), address, reply));
              } else if (!reply.isEmpty()) {
                push(BridgeFrames.received(reply, outcome.result()));
              }
            });
  }

  private static Buffer failure(Fault fault, String address, String reply) {
    return fault.code() == FaultCode.FORBIDDEN
        ? BridgeFrames.error("access_denied")
        : BridgeFrames.failure(reply.isEmpty() ? address : reply, fault);
  }

  /** Sends a frame, if there is room for it. */
  void push(Buffer frame) {
    if (!socket.writeQueueFull()) {
      full = 0;
      socket.write(frame);
    }
  }

  /** A second has passed. */
  void tick() {
    full = socket.writeQueueFull() ? full + 1 : 0;
    if (full >= patience) {
      close(POLICY, "too slow");
    } else if (++silent >= SILENCE_SECONDS) {
      close(POLICY, "silent: send a ping now and then");
    } else if (++age % RECHECK_SECONDS == 0) {
      bridge
          .holder(guest)
          .onFailure(
              cause -> {
                if (Fault.of(cause).code() == FaultCode.UNAUTHENTICATED) {
                  close(POLICY, "the key is no longer good");
                }
              });
    }
  }

  void close(int code, String reason) {
    socket.close(code, reason);
    ended();
  }

  private void ended() {
    bridge.closed(this, socket.routingContext().request().connection());
    List.copyOf(heard.keySet()).forEach(this::unregister);
  }
}
