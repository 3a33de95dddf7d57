package io.lida.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.lida.contract.Llm;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One model of one provider behind its wire. Thread-safe. */
final class WireBackend implements Backend {
  private final String model;
  private final WireFormat format;
  private final WireFormat.Models models;
  private final Troubles troubles;

  WireBackend(String model, WireFormat format, WireFormat.Models models, Troubles troubles) {
    this.model = model;
    this.format = format;
    this.models = models;
    this.troubles = troubles;
  }

  @Override
  public Spoken speak(Llm.Complete call, Consumer<String> words) {
    ChatRequest request =
        ChatRequest.builder()
            .messages(messages(call.prompt()))
            .parameters(format.parameters(call.sampling()))
            .build();
    ChatResponse response;
    try {
      response = call.stream() ? stream(request, words) : models.plain().chat(request);
    } catch (RuntimeException failure) {
      throw troubleIn(failure);
    }
    return read(response, call.prompt());
  }

  private ChatResponse stream(ChatRequest request, Consumer<String> words) {
    Promise<ChatResponse> whole = Promise.promise();
    models
        .streaming()
        .chat(
            request,
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String piece) {
                words.accept(piece);
              }

              @Override
              public void onCompleteResponse(ChatResponse response) {
                whole.tryComplete(response);
              }

              @Override
              public void onError(Throwable error) {
                whole.tryFail(error);
              }
            });
    if (!whole.future().isComplete()) {
      throw troubles.garbled("the stream made no answer", "");
    }
    return whole.future().await();
  }

  private static List<ChatMessage> messages(Llm.Prompt prompt) {
    UserMessage user = UserMessage.from(prompt.user());
    return prompt.system().isBlank()
        ? List.of(user)
        : List.of(SystemMessage.from(prompt.system()), user);
  }

  private Spoken read(ChatResponse response, Llm.Prompt prompt) {
    String text = response.aiMessage().text();
    FinishReason finish = response.finishReason();
    if (finish == FinishReason.CONTENT_FILTER) {
      throw troubles.contentRefused("the provider's policy");
    }
    if (text == null || text.isBlank()) {
      throw troubles.garbled("the answer is empty", "");
    }
    String said = response.modelName() == null ? model : response.modelName();
    String word = finish == null ? "unknown" : finish.name().toLowerCase(Locale.ROOT);
    TokenUsage usage = response.tokenUsage();
    return counted(usage)
        ? new Spoken(text, said, word, usage.inputTokenCount(), usage.outputTokenCount(), false)
        : new Spoken(
            text,
            said,
            word,
            Tokens.estimate(prompt.system()) + Tokens.estimate(prompt.user()),
            Tokens.estimate(text),
            true);
  }

  private static boolean counted(@Nullable TokenUsage usage) {
    return usage != null
        && usage.inputTokenCount() != null
        && usage.outputTokenCount() != null
        && usage.inputTokenCount() + usage.outputTokenCount() > 0;
  }

  /** Whatever is not a trouble by now is an answer that could not be read. */
  private Trouble troubleIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Trouble trouble) {
        return trouble;
      }
    }
    return troubles.garbled("unexpected JSON", "");
  }
}
