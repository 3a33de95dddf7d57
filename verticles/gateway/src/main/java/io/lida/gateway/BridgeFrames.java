package io.lida.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Fault;
import io.lida.contract.Wire;
import io.vertx.core.buffer.Buffer;

/** The frames of the event-bus bridge, as its clients in many languages know them. */
final class BridgeFrames {
  static final Buffer PONG = Buffer.buffer("{\"type\":\"pong\"}");

  private BridgeFrames() {}

  /** What was told at an address. */
  static Buffer received(String address, Object body) {
    return Buffer.buffer(
        "{\"type\":\"rec\",\"address\":"
            + Wire.text(address)
            + ",\"body\":"
            + Wire.text(body)
            + "}");
  }

  /** A frame that was not taken, in one word. */
  static Buffer error(String word) {
    return Buffer.buffer("{\"type\":\"err\",\"body\":\"" + word + "\"}");
  }

  /** A frame that was not taken, and why; {@code address} is where an answer was wanted. */
  static Buffer failure(String address, Fault fault) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode();
    frame.put("type", "err").put("address", address);
    frame.put("failureCode", fault.code().number()).put("failureType", "RECIPIENT_FAILURE");
    frame.put("message", fault.title() + (fault.detail().isEmpty() ? "" : ": " + fault.detail()));
    frame.set("body", Wire.tree(Failures.document(fault)));
    return Buffer.buffer(frame.toString());
  }
}
