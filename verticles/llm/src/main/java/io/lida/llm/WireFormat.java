package io.lida.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.lida.contract.Llm;
import org.jspecify.annotations.Nullable;

/** How one family of providers speaks: the whole difference between them. Immutable. */
interface WireFormat {
  /** One model, asked for a whole answer or for a stream. */
  record Models(ChatModel plain, StreamingChatModel streaming) {}

  /** Makes the objects that speak to a model; they never retry and never log. */
  Models models(Outlet outlet);

  /** How the answer is to be drawn, in the words of this format. */
  ChatRequestParameters parameters(Llm.Sampling sampling);

  /** Whether this event says that a streamed answer is whole. */
  boolean ends(ServerSentEvent event);

  /** Whether this JSON says that the provider will not answer such a prompt. */
  boolean refuses(String json);

  /** The JSON of a whole answer in the form the model objects can read. */
  default String readable(String json) {
    return json;
  }

  /**
   * Where a model is spoken to.
   *
   * @param key the secret; absent where none is needed
   */
  record Outlet(String baseUrl, String model, @Nullable String key, ProviderHttp http) {
    @Override
    public String toString() {
      return "Outlet[" + baseUrl + ", " + model + "]";
    }
  }

  /** The format a provider speaks for one of its models. */
  static WireFormat of(Settings.Provider provider, String model) {
    boolean fixed = provider.fixedTemperature().stream().anyMatch(model::startsWith);
    return switch (provider.wire()) {
      case OPENAI -> new OpenAiFormat(provider.completionTokens(), fixed);
      case ANTHROPIC -> new AnthropicFormat(fixed);
      case GEMINI -> new GeminiFormat(fixed);
      case SIM, AGENT -> throw new IllegalStateException(provider.id() + " has no wire");
    };
  }

  /** The temperature, unless the model refuses one. */
  static @Nullable Double temperature(Llm.Sampling sampling, boolean fixed) {
    return fixed ? null : sampling.temperature();
  }

  /** A seed as wide as providers take it. */
  static @Nullable Integer seed(Llm.Sampling sampling) {
    Long seed = sampling.seed();
    return seed == null ? null : Long.hashCode(seed) & Integer.MAX_VALUE;
  }
}
