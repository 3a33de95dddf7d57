package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Llm;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** One model of one provider behind its wire. For the event loop of the room. */
final class WireBackend implements Backend {
  private static final int BYTES_BESIDES_PROMPT = 512;

  private final String model;
  private final WireFormat format;
  private final ProviderHttp http;
  private final Quotes quotes;
  private final Troubles troubles;

  WireBackend(
      String model, WireFormat format, ProviderHttp http, Quotes quotes, Troubles troubles) {
    this.model = model;
    this.format = format;
    this.http = http;
    this.quotes = quotes;
    this.troubles = troubles;
  }

  @Override
  public Future<Spoken> speak(Llm.Complete call, Consumer<String> words) {
    Utterance said = new Utterance(words);
    if (call.stream()) {
      StreamReader reader = new StreamReader(format, troubles, said);
      return http.stream(body(call), reader).map(ended -> spoken(said, call));
    }
    return http.whole(body(call))
        .map(
            answer -> {
              read(answer, said);
              return spoken(said, call);
            });
  }

  private Spoken spoken(Utterance said, Llm.Complete call) {
    if (said.isRefused()) {
      throw troubles.contentRefused("the provider's policy");
    }
    if (said.isBlank()) {
      throw troubles.garbled("the answer is empty", "");
    }
    return said.spoken(model, call.prompt());
  }

  private Buffer body(Llm.Complete call) {
    int size = call.prompt().system().length() + call.prompt().user().length();
    RequestBody body = new RequestBody(quotes, size + BYTES_BESIDES_PROMPT);
    format.write(body, model, call);
    return body.bytes();
  }

  private void read(Buffer answer, Utterance said) {
    JsonNode json;
    try {
      json = Wire.parse(answer.getBytes());
    } catch (IllegalArgumentException unreadable) {
      throw troubles.garbled("not JSON", answer.toString());
    }
    if (json.hasNonNull("error")) {
      throw troubles.spokenError(answer.toString());
    }
    format.hear(json, said);
  }
}
