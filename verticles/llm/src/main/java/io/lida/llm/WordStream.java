package io.lida.llm;

import io.lida.contract.Bus;
import io.lida.contract.Llm;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Tells the words of one try as they come, at most one message in a while.
 *
 * <p>Thread-safe: words come from an event loop or from the call's own thread, the timer from
 * either. A further try begins again at 0.
 */
final class WordStream {
  private final Vertx vertx;
  private final Bus bus;
  private final Llm.Complete call;
  private final long everyMillis;
  private final InstantSource clock;
  private final StringBuilder pending = new StringBuilder();
  private long quietUntil;
  private int said;
  private boolean waiting;

  WordStream(Vertx vertx, Bus bus, Llm.Complete call, Duration every, InstantSource clock) {
    this.vertx = vertx;
    this.bus = bus;
    this.call = call;
    this.everyMillis = every.toMillis();
    this.clock = clock;
  }

  synchronized void say(String piece) {
    pending.append(piece);
    long wait = quietUntil - clock.millis();
    if (wait <= 0) {
      flush();
    } else if (!waiting) {
      waiting = true;
      vertx.setTimer(Math.min(wait, everyMillis), fired -> flushLater());
    }
  }

  /** No more words will come; tells those that wait. */
  synchronized void end() {
    flush();
  }

  private synchronized void flushLater() {
    waiting = false;
    flush();
  }

  private void flush() {
    if (!pending.isEmpty()) {
      String text = pending.toString();
      pending.setLength(0);
      bus.tell(Llm.words(call.run()), new Llm.Words(call.run(), call.call(), said, text));
      said += text.length();
      quietUntil = clock.millis() + everyMillis;
    }
  }
}
