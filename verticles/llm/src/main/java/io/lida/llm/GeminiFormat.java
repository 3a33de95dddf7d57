package io.lida.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatRequestParameters;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import io.lida.contract.Llm;

/**
 * {@code POST /models/<model>:generateContent}: Google. A stream has no end mark; its last event
 * gives the reason why the model stopped. Takes no seed for a single call.
 */
record GeminiFormat(boolean fixedTemperature) implements WireFormat {
  @Override
  public Models models(Outlet outlet) {
    return new Models(
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(outlet.http().builder())
            .baseUrl(outlet.baseUrl())
            .apiKey(outlet.key())
            .modelName(outlet.model())
            .maxRetries(0)
            .build(),
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(outlet.http().builder())
            .baseUrl(outlet.baseUrl())
            .apiKey(outlet.key())
            .modelName(outlet.model())
            .build());
  }

  @Override
  public ChatRequestParameters parameters(Llm.Sampling sampling) {
    return GoogleAiGeminiChatRequestParameters.builder()
        .temperature(WireFormat.temperature(sampling, fixedTemperature))
        .maxOutputTokens(sampling.maxTokens())
        .build();
  }

  @Override
  public boolean ends(ServerSentEvent event) {
    return event.data().contains("\"finishReason\"");
  }

  @Override
  public boolean refuses(String json) {
    return json.contains("\"blockReason\"") || json.contains("\"finishReason\":\"SAFETY\"");
  }

  /** An answer without token counts is still an answer, which langchain4j would not read. */
  @Override
  public String readable(String json) {
    return json.startsWith("{") && !json.contains("\"usageMetadata\"")
        ? "{\"usageMetadata\":{}," + json.substring(1)
        : json;
  }
}
