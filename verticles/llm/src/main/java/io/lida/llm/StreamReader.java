package io.lida.llm;

import io.lida.contract.Wire;
import io.vertx.core.buffer.Buffer;

/**
 * Reads the events of one streamed answer and remembers whether its end mark came.
 *
 * <p>On the event loop of its exchange.
 */
final class StreamReader {
  private final EventStream events;
  private final WireFormat format;
  private final Troubles troubles;
  private final Utterance said;
  private boolean ended;

  StreamReader(WireFormat format, Troubles troubles, Utterance said) {
    this.format = format;
    this.troubles = troubles;
    this.said = said;
    this.events = new EventStream(this::heard);
  }

  /**
   * Takes bytes as they come.
   *
   * @throws Trouble when the provider speaks of an error instead, or will not answer
   * @throws IllegalArgumentException when an event is not JSON
   */
  void feed(Buffer chunk) {
    events.feed(chunk);
  }

  boolean ended() {
    return ended;
  }

  private void heard(ServerSentEvent event) {
    if (event.isError()) {
      throw troubles.spokenError(event.data());
    }
    if (!event.isDone()) {
      format.hear(Wire.parse(event.data()), said);
    }
    if (said.isRefused()) {
      throw troubles.contentRefused("the provider's policy");
    }
    ended |= format.ends(event);
  }
}
