package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Llm;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a model says, put together from a whole answer or from the events of a stream; what is not
 * in the JSON changes nothing. For one thread at a time.
 */
final class Utterance {
  private static final Set<String> REFUSALS =
      Set.of(
          "content_filter",
          "refusal",
          "SAFETY",
          "RECITATION",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII");

  /** The same reasons in one word for all providers. */
  private static final Map<String, String> REASONS =
      Map.of(
          "stop", "stop",
          "end_turn", "stop",
          "STOP", "stop",
          "length", "length",
          "max_tokens", "length",
          "MAX_TOKENS", "length");

  private final Consumer<String> words;
  private final StringBuilder text = new StringBuilder();
  private String model = "";
  private String finish = "unknown";
  private long inputTokens;
  private long outputTokens;
  private boolean counted;
  private boolean refused;

  /** An utterance whose words this consumer hears as they come. */
  Utterance(Consumer<String> words) {
    this.words = words;
  }

  void say(JsonNode piece) {
    if (piece.isTextual() && !piece.textValue().isEmpty()) {
      text.append(piece.textValue());
      words.accept(piece.textValue());
    }
  }

  void model(JsonNode name) {
    model = name.asText(model);
  }

  void finish(JsonNode reason) {
    if (reason.isTextual()) {
      refused |= REFUSALS.contains(reason.textValue());
      finish = REASONS.getOrDefault(reason.textValue(), "other");
    }
  }

  /** Why the provider will not answer; a text that is there and not empty is a refusal. */
  void refused(JsonNode why) {
    refused |= why.isTextual() && !why.textValue().isEmpty();
  }

  /** Tokens so far; of each kind the last count stands. */
  void used(JsonNode input, JsonNode output) {
    inputTokens = input.asLong(inputTokens);
    outputTokens = output.asLong(outputTokens);
    counted |= output.isNumber();
  }

  boolean isRefused() {
    return refused;
  }

  boolean isBlank() {
    return text.toString().isBlank();
  }

  /**
   * All of it; tokens that the provider did not count are estimated.
   *
   * @param asked the model that was asked for, which stands where the provider names none
   */
  Spoken spoken(String asked, Llm.Prompt prompt) {
    String said = text.toString();
    String who = model.isEmpty() ? asked : model;
    return counted && inputTokens + outputTokens > 0
        ? new Spoken(said, who, finish, inputTokens, outputTokens, false)
        : new Spoken(
            said,
            who,
            finish,
            Tokens.estimate(prompt.system()) + Tokens.estimate(prompt.user()),
            Tokens.estimate(said),
            true);
  }
}
