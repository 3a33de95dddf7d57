package io.lida.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import io.lida.contract.Llm;

/** {@code POST /messages}: Anthropic. Takes no seed. */
record AnthropicFormat(boolean fixedTemperature) implements WireFormat {
  @Override
  public Models models(Outlet outlet) {
    return new Models(
        AnthropicChatModel.builder()
            .httpClientBuilder(outlet.http().builder())
            .baseUrl(outlet.baseUrl())
            .apiKey(outlet.key())
            .modelName(outlet.model())
            .maxRetries(0)
            .build(),
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(outlet.http().builder())
            .baseUrl(outlet.baseUrl())
            .apiKey(outlet.key())
            .modelName(outlet.model())
            .build());
  }

  @Override
  public ChatRequestParameters parameters(Llm.Sampling sampling) {
    return DefaultChatRequestParameters.builder()
        .temperature(WireFormat.temperature(sampling, fixedTemperature))
        .maxOutputTokens(sampling.maxTokens())
        .build();
  }

  @Override
  public boolean ends(ServerSentEvent event) {
    return "message_stop".equals(event.event());
  }

  @Override
  public boolean refuses(String json) {
    return json.contains("\"stop_reason\":\"refusal\"")
        || json.contains("\"stop_reason\": \"refusal\"");
  }
}
