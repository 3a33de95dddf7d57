package io.lida.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.lida.contract.Llm;

/** {@code POST /chat/completions}: OpenAI and all who speak as it does, local servers included. */
record OpenAiFormat(boolean completionTokens, boolean fixedTemperature) implements WireFormat {
  @Override
  public Models models(Outlet outlet) {
    return new Models(
        OpenAiChatModel.builder()
            .httpClientBuilder(outlet.http().builder())
            .baseUrl(outlet.baseUrl())
            .apiKey(outlet.key())
            .modelName(outlet.model())
            .maxRetries(0)
            .build(),
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(outlet.http().builder())
            .baseUrl(outlet.baseUrl())
            .apiKey(outlet.key())
            .modelName(outlet.model())
            .build());
  }

  @Override
  public ChatRequestParameters parameters(Llm.Sampling sampling) {
    OpenAiChatRequestParameters.Builder parameters =
        OpenAiChatRequestParameters.builder()
            .temperature(WireFormat.temperature(sampling, fixedTemperature))
            .seed(WireFormat.seed(sampling));
    return completionTokens
        ? parameters.maxCompletionTokens(sampling.maxTokens()).build()
        : parameters.maxOutputTokens(sampling.maxTokens()).build();
  }

  @Override
  public boolean ends(ServerSentEvent event) {
    return "[DONE]".equals(event.data());
  }

  @Override
  public boolean refuses(String json) {
    return json.contains("\"finish_reason\":\"content_filter\"")
        || json.contains("\"refusal\":\"")
        || json.contains("\"refusal\": \"");
  }
}
