package io.lida.gateway;

import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.lida.contract.Wire;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** An event of a run as it goes to watchers; written as JSON once, whoever reads it. */
final class Frame {
  private final Event event;
  private @Nullable String json;
  private @Nullable Buffer sse;

  Frame(Event event) {
    this.event = event;
  }

  long seq() {
    return event.seq();
  }

  /** The event alone. */
  String json() {
    String text = json;
    if (text == null) {
      text = Wire.text(event);
      json = text;
    }
    return text;
  }

  /** The event as a server-sent one, whose id is its sequence number. */
  Buffer sse() {
    Buffer bytes = sse;
    if (bytes == null) {
      bytes =
          Buffer.buffer(
              "id: " + seq() + "\nevent: " + event.payload().type() + "\ndata: " + json() + "\n\n");
      sse = bytes;
    }
    return bytes;
  }

  /** Whether nothing can come after it. */
  boolean last() {
    return event.payload() instanceof RunEvent.RunCompleted
        || event.payload() instanceof RunEvent.RunCancelled
        || event.payload() instanceof RunEvent.RunFailed;
  }

  /** The status of the run after this event, when it is the last. */
  String status() {
    return event.payload().type().replace("run_", "");
  }
}
