package io.lida.llm;

import org.jspecify.annotations.Nullable;

/** An event of a stream; without a name unless the provider gave it one. */
record ServerSentEvent(@Nullable String name, String data) {
  /** Whether it carries no JSON but OpenAI's word for the end. */
  boolean isDone() {
    return "[DONE]".equals(data);
  }

  /** Whether the provider speaks of an error instead of going on. */
  boolean isError() {
    return "error".equals(name) || data.startsWith("{\"error\"");
  }
}
