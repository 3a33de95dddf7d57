package io.lida.llm;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts bytes, however they arrive, into server-sent events. For one thread at a time. */
final class EventStream {
  private final Consumer<ServerSentEvent> events;
  private final StringBuilder data = new StringBuilder();
  private @Nullable String name;
  private byte[] line = new byte[1024];
  private int length;

  EventStream(Consumer<ServerSentEvent> events) {
    this.events = events;
  }

  void feed(Buffer chunk) {
    byte[] bytes = chunk.getBytes();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        keep(bytes, from, at);
        endLine();
        from = at + 1;
      }
    }
    keep(bytes, from, bytes.length);
  }

  private void keep(byte[] bytes, int from, int to) {
    int count = to - from;
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
    }
    System.arraycopy(bytes, from, line, length, count);
    length += count;
  }

  private void endLine() {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    length = 0;
    if (end == 0) {
      dispatch();
      return;
    }
    String text = new String(line, 0, end, StandardCharsets.UTF_8);
    if (text.startsWith("data:")) {
      if (!data.isEmpty()) {
        data.append('\n');
      }
      data.append(value(text, 5));
    } else if (text.startsWith("event:")) {
      name = value(text, 6);
    }
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      ServerSentEvent event = new ServerSentEvent(name, data.toString());
      data.setLength(0);
      name = null;
      events.accept(event);
    }
    name = null;
  }

  private static String value(String text, int colon) {
    return text.startsWith(" ", colon) ? text.substring(colon + 1) : text.substring(colon);
  }
}
