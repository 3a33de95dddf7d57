package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Llm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /models/<model>:generateContent}: Google. A stream has no end mark; its last event
 * gives the reason why the model stopped. Takes no seed.
 */
record GeminiFormat(boolean fixedTemperature) implements WireFormat {
  @Override
  public String path(String model, boolean stream) {
    return "/models/" + model + (stream ? ":streamGenerateContent?alt=sse" : ":generateContent");
  }

  @Override
  public Map<String, String> headers(@Nullable String key) {
    return key == null ? Map.of() : Map.of("x-goog-api-key", key);
  }

  @Override
  public void write(RequestBody body, String model, Llm.Complete call) {
    body.raw("{");
    if (!call.prompt().system().isBlank()) {
      body.raw("\"systemInstruction\":{\"parts\":[{\"text\":");
      body.text(call.prompt().system()).raw("}]},");
    }
    body.raw("\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":").text(call.prompt().user());
    body.raw("}]}],\"generationConfig\":{\"maxOutputTokens\":").number(call.sampling().maxTokens());
    if (!fixedTemperature) {
      body.raw(",\"temperature\":").number(call.sampling().temperature());
    }
    body.raw("}}");
  }

  @Override
  public void hear(JsonNode json, Utterance said) {
    said.model(json.path("modelVersion"));
    JsonNode usage = json.path("usageMetadata");
    said.used(usage.path("promptTokenCount"), usage.path("candidatesTokenCount"));
    said.refused(json.path("promptFeedback").path("blockReason"));
    JsonNode candidate = json.path("candidates").path(0);
    for (JsonNode part : candidate.path("content").path("parts")) {
      if (!part.path("thought").asBoolean()) {
        said.say(part.path("text"));
      }
    }
    said.finish(candidate.path("finishReason"));
  }

  @Override
  public boolean ends(ServerSentEvent event) {
    return event.data().contains("\"finishReason\"");
  }
}
