package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Llm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /messages}: Anthropic. Takes no seed. */
record AnthropicFormat(boolean fixedTemperature) implements WireFormat {
  private static final String VERSION = "2023-06-01";

  @Override
  public String path(String model, boolean stream) {
    return "/messages";
  }

  @Override
  public Map<String, String> headers(@Nullable String key) {
    return key == null
        ? Map.of("anthropic-version", VERSION)
        : Map.of("anthropic-version", VERSION, "x-api-key", key);
  }

  @Override
  public void write(RequestBody body, String model, Llm.Complete call) {
    body.raw("{\"model\":").text(model);
    if (!call.prompt().system().isBlank()) {
      body.raw(",\"system\":").text(call.prompt().system());
    }
    body.raw(",\"messages\":[{\"role\":\"user\",\"content\":").text(call.prompt().user());
    body.raw("}],\"max_tokens\":").number(call.sampling().maxTokens());
    if (!fixedTemperature) {
      body.raw(",\"temperature\":").number(call.sampling().temperature());
    }
    body.raw(call.stream() ? ",\"stream\":true}" : "}");
  }

  /** A stream tells of the model and the prompt first, of the answer's length at its end. */
  @Override
  public void hear(JsonNode json, Utterance said) {
    JsonNode message = json.has("message") ? json.path("message") : json;
    said.model(message.path("model"));
    JsonNode usage = message.path("usage");
    said.used(usage.path("input_tokens"), usage.path("output_tokens"));
    message.path("content").forEach(block -> said.say(block.path("text")));
    JsonNode delta = json.path("delta");
    said.say(delta.path("text"));
    said.finish(message.path("stop_reason"));
    said.finish(delta.path("stop_reason"));
  }

  @Override
  public boolean ends(ServerSentEvent event) {
    return "message_stop".equals(event.name());
  }
}
