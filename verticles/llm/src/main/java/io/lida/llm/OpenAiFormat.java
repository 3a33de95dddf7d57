package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Llm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /chat/completions}: OpenAI and all who speak as it does, local servers included. */
record OpenAiFormat(boolean completionTokens, boolean fixedTemperature) implements WireFormat {
  @Override
  public String path(String model, boolean stream) {
    return "/chat/completions";
  }

  @Override
  public Map<String, String> headers(@Nullable String key) {
    return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
  }

  @Override
  public void write(RequestBody body, String model, Llm.Complete call) {
    Llm.Sampling sampling = call.sampling();
    body.raw("{\"model\":").text(model).raw(",\"messages\":[");
    if (!call.prompt().system().isBlank()) {
      body.raw("{\"role\":\"system\",\"content\":").text(call.prompt().system()).raw("},");
    }
    body.raw("{\"role\":\"user\",\"content\":").text(call.prompt().user()).raw("}]");
    body.raw(completionTokens ? ",\"max_completion_tokens\":" : ",\"max_tokens\":");
    body.number(sampling.maxTokens());
    if (!fixedTemperature) {
      body.raw(",\"temperature\":").number(sampling.temperature());
    }
    if (sampling.seed() != null) {
      body.raw(",\"seed\":").number(Long.hashCode(sampling.seed()) & Integer.MAX_VALUE);
    }
    if (call.stream()) {
      body.raw(",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
    }
    body.raw("}");
  }

  @Override
  public void hear(JsonNode json, Utterance said) {
    said.model(json.path("model"));
    JsonNode usage = json.path("usage");
    said.used(usage.path("prompt_tokens"), usage.path("completion_tokens"));
    JsonNode choice = json.path("choices").path(0);
    JsonNode message = choice.has("delta") ? choice.path("delta") : choice.path("message");
    said.refused(message.path("refusal"));
    said.say(message.path("content"));
    said.finish(choice.path("finish_reason"));
  }

  @Override
  public boolean ends(ServerSentEvent event) {
    return event.isDone();
  }
}
