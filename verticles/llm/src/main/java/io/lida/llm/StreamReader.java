package io.lida.llm;

import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import io.vertx.core.buffer.Buffer;

/**
 * Reads the events of one streamed answer and remembers whether its end mark came.
 *
 * <p>On the event loop of its exchange.
 */
final class StreamReader {
  private static final ServerSentEventContext CONTEXT =
      new ServerSentEventContext(new CancellationUnsupportedHandle());

  private final EventStream events;
  private final WireFormat format;
  private final Troubles troubles;
  private final ServerSentEventListener listener;
  private boolean ended;

  StreamReader(WireFormat format, Troubles troubles, ServerSentEventListener listener) {
    this.format = format;
    this.troubles = troubles;
    this.listener = listener;
    this.events = new EventStream(this::heard);
  }

  /**
   * Takes bytes as they come.
   *
   * @throws Trouble when the provider speaks of an error instead
   */
  void feed(Buffer chunk) {
    events.feed(chunk);
  }

  boolean ended() {
    return ended;
  }

  private void heard(ServerSentEvent event) {
    if ("error".equals(event.event()) || event.data().startsWith("{\"error\"")) {
      throw troubles.spokenError(event.data());
    }
    if (format.refuses(event.data())) {
      throw troubles.contentRefused("the provider's policy");
    }
    ended |= format.ends(event);
    listener.onEvent(event, CONTEXT);
  }
}
