package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Llm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one family of providers speaks: the whole difference between them. Immutable. */
interface WireFormat {
  /** Where a model is asked, below the provider's base URL. */
  String path(String model, boolean stream);

  /** What a request carries beside its body. */
  Map<String, String> headers(@Nullable String key);

  /** Writes the body of a request. */
  void write(RequestBody body, String model, Llm.Complete call);

  /** Takes in a whole answer, or the data of one event of a streamed one. */
  void hear(JsonNode json, Utterance said);

  /** Whether this event says that a streamed answer is whole. */
  boolean ends(ServerSentEvent event);

  /** The format a provider speaks for one of its models. */
  static WireFormat of(Settings.Provider provider, String model) {
    boolean fixed = provider.fixedTemperature().stream().anyMatch(model::startsWith);
    return switch (provider.wire()) {
      case OPENAI -> new OpenAiFormat(provider.completionTokens(), fixed);
      case ANTHROPIC -> new AnthropicFormat(fixed);
      case GEMINI -> new GeminiFormat(fixed);
      case SIM, AGENT, PERSON -> throw new IllegalStateException(provider.id() + " has no wire");
    };
  }
}
