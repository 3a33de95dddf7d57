package io.lida.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three wire formats, as far as a stub needs them. */
enum StubFormat {
  OPENAI {
    @Override
    String whole(Answer answer) {
      return Wire.text(
          with(
              Map.of(
                  "id",
                  "chatcmpl-stub",
                  "object",
                  "chat.completion",
                  "created",
                  1_700_000_000,
                  "model",
                  answer.model(),
                  "choices",
                  List.of(choice("message", answer.text(), "stop"))),
              "usage",
              usage(answer)));
    }

    @Override
    List<String> events(Answer answer) {
      List<String> events = new ArrayList<>();
      for (String piece : pieces(answer.text())) {
        events.add(data(chunk(answer, List.of(choice("delta", piece, null)), null)));
      }
      events.add(data(chunk(answer, List.of(choice("delta", "", "stop")), null)));
      if (answer.counted()) {
        events.add(data(chunk(answer, List.of(), usage(answer))));
      }
      events.add("data: [DONE]\n\n");
      return events;
    }

    private Map<String, Object> chunk(Answer answer, List<Object> choices, @Nullable Object usage) {
      return with(
          Map.of(
              "id",
              "chatcmpl-stub",
              "object",
              "chat.completion.chunk",
              "created",
              1_700_000_000,
              "model",
              answer.model(),
              "choices",
              choices),
          "usage",
          usage);
    }

    private Object choice(String field, String text, @Nullable String finish) {
      return with(
          Map.of("index", 0, field, Map.of("role", "assistant", "content", text)),
          "finish_reason",
          finish);
    }

    private @Nullable Object usage(Answer answer) {
      return answer.counted()
          ? Map.of(
              "prompt_tokens", answer.inputTokens(),
              "completion_tokens", answer.outputTokens(),
              "total_tokens", answer.inputTokens() + answer.outputTokens())
          : null;
    }
  },

  ANTHROPIC {
    @Override
    String whole(Answer answer) {
      return Wire.text(message(answer, List.of(block(answer.text())), "end_turn"));
    }

    @Override
    List<String> events(Answer answer) {
      List<String> events = new ArrayList<>();
      events.add(event("message_start", Map.of("message", message(answer, List.of(), null))));
      events.add(event("content_block_start", Map.of("index", 0, "content_block", block(""))));
      for (String piece : pieces(answer.text())) {
        Map<String, Object> delta = Map.of("type", "text_delta", "text", piece);
        events.add(event("content_block_delta", Map.of("index", 0, "delta", delta)));
      }
      events.add(event("content_block_stop", Map.of("index", 0)));
      Map<String, Object> end = Map.of("delta", Map.of("stop_reason", "end_turn"));
      events.add(
          event(
              "message_delta",
              with(
                  end,
                  "usage",
                  answer.counted() ? Map.of("output_tokens", answer.outputTokens()) : null)));
      events.add(event("message_stop", Map.of()));
      return events;
    }

    private Map<String, Object> message(
        Answer answer, List<Object> content, @Nullable String stop) {
      Map<String, Object> message =
          Map.of(
              "id", "msg_stub",
              "type", "message",
              "role", "assistant",
              "model", answer.model(),
              "content", content);
      return with(
          with(message, "stop_reason", stop),
          "usage",
          answer.counted()
              ? Map.of("input_tokens", answer.inputTokens(), "output_tokens", answer.outputTokens())
              : null);
    }

    private Object block(String text) {
      return Map.of("type", "text", "text", text);
    }

    private String event(String type, Map<String, Object> fields) {
      return "event: " + type + "\n" + data(with(fields, "type", type));
    }
  },

  GEMINI {
    @Override
    String whole(Answer answer) {
      return Wire.text(response(answer, answer.text(), "STOP"));
    }

    @Override
    List<String> events(Answer answer) {
      List<String> events = new ArrayList<>();
      List<String> pieces = pieces(answer.text());
      for (int at = 0; at < pieces.size(); at++) {
        boolean last = at == pieces.size() - 1;
        events.add(data(response(answer, pieces.get(at), last ? "STOP" : null)));
      }
      return events;
    }

    private Map<String, Object> response(Answer answer, String text, @Nullable String finish) {
      Map<String, Object> content = Map.of("role", "model", "parts", List.of(Map.of("text", text)));
      Map<String, Object> response =
          Map.of(
              "modelVersion", answer.model(),
              "responseId", "stub",
              "candidates", List.of(with(Map.of("content", content), "finishReason", finish)));
      return with(
          response,
          "usageMetadata",
          answer.counted()
              ? Map.of(
                  "promptTokenCount", answer.inputTokens(),
                  "candidatesTokenCount", answer.outputTokens(),
                  "totalTokenCount", answer.inputTokens() + answer.outputTokens())
              : null);
    }
  };

  /** What is to be said, whatever the format. */
  record Answer(String text, String model, long inputTokens, long outputTokens, boolean counted) {}

  /** The answer as one JSON document. */
  abstract String whole(Answer answer);

  /** The answer as server-sent events, the last of which carries the end mark. */
  abstract List<String> events(Answer answer);

  /** An error in a form all three share well enough. */
  static String error(String code, String message) {
    return Wire.text(
        Map.of(
            "type",
            "error",
            "error",
            Map.of("type", code, "code", code, "message", message, "status", code)));
  }

  /** The format a path belongs to. */
  static StubFormat of(String path) {
    if (path.contains("/models/") && path.contains(":")) {
      return GEMINI;
    }
    return path.endsWith("/messages") ? ANTHROPIC : OPENAI;
  }

  /** The model asked for. */
  static String model(String path, JsonNode body) {
    int models = path.indexOf("/models/");
    return models >= 0 && path.indexOf(':', models) > models
        ? path.substring(models + "/models/".length(), path.indexOf(':', models))
        : body.path("model").asText("stub");
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += 12) {
      pieces.add(text.substring(from, Math.min(text.length(), from + 12)));
    }
    return pieces.isEmpty() ? List.of("") : pieces;
  }

  private static String data(Map<String, Object> json) {
    return "data: " + Wire.text(json) + "\n\n";
  }

  private static Map<String, Object> with(
      Map<String, Object> fields, String name, @Nullable Object value) {
    if (value == null) {
      return fields;
    }
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return more;
  }
}
