package io.lida.gateway;

import io.lida.contract.Wire;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** An answer, ready to be sent. */
record Reply(int status, String mediaType, Buffer body, Map<String, String> headers) {
  static final String JSON = "application/json";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply ok(Object document) {
    return json(200, document);
  }

  static Reply json(int status, Object document) {
    return new Reply(status, JSON, Buffer.buffer(Wire.bytes(document)), Map.of());
  }

  static Reply text(String mediaType, String text) {
    return new Reply(200, mediaType + "; charset=utf-8", Buffer.buffer(text), Map.of());
  }

  Reply with(Map<String, String> more) {
    return new Reply(status, mediaType, body, more);
  }
}
