package io.lida.gateway;

import io.lida.contract.Llm;
import io.lida.contract.Wire;
import io.vertx.core.buffer.Buffer;

/** Words on their way to watchers; without an id, since they can be lost. */
record Spoken(String json, Buffer sse) {
  static Spoken of(Llm.Words words) {
    String json = Wire.text(words);
    return new Spoken(json, Buffer.buffer("event: words\ndata: " + json + "\n\n"));
  }
}
