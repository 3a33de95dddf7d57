package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void eventsAreFoundHoweverTheBytesAreCut(int size) {
    String text =
        ": hello\r\n\r\nevent: delta\r\ndata: {\"é\":1}\r\n\r\ndata:a\ndata: b\n\ndata: half";
    List<ServerSentEvent> events = new ArrayList<>();
    EventStream stream = new EventStream(events::add);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += size) {
      int to = Math.min(bytes.length, from + size);
      stream.feed(Buffer.buffer(java.util.Arrays.copyOfRange(bytes, from, to)));
    }
    assertEquals(
        List.of(new ServerSentEvent("delta", "{\"é\":1}"), new ServerSentEvent(null, "a\nb")),
        events);
  }
}
