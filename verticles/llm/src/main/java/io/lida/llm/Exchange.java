package io.lida.llm;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its whole answer, or a {@link Trouble}.
 *
 * <p>Lives on one event loop. Holds at most {@link #LONGEST_BODY} of an answer in memory; whatever
 * ends it, its timers are gone and its connection is either back in the pool or closed.
 */
final class Exchange {
  static final int LONGEST_BODY = 1 << 20;
  private static final int LONGEST_ERROR = 16 << 10;
  private static final long NO_TIMER = -1;
  private static final int TICKS = 32;

  private final RequestOptions options;
  private final Settings.Timeouts timeouts;
  private final Troubles troubles;
  private final @Nullable StreamReader stream;
  private final Promise<Buffer> outcome = Promise.promise();
  private final Runnable late = this::late;

  private @Nullable Buffer body;
  private @Nullable Vertx vertx;
  private @Nullable HttpClientRequest request;
  private @Nullable Deadlines deadlines;
  private @Nullable Buffer received;
  private boolean joined;
  private long gap = NO_TIMER;
  private long bytes;
  private boolean heard;
  private int silentTicks;

  /** An exchange; {@code stream} reads an answer that comes in events. */
  Exchange(
      RequestOptions options,
      Buffer body,
      Settings.Timeouts timeouts,
      Troubles troubles,
      @Nullable StreamReader stream) {
    this.options = options;
    this.body = body;
    this.timeouts = timeouts;
    this.troubles = troubles;
    this.stream = stream;
  }

  /** The body of a 200, empty for a stream; fails with a {@link Trouble} and nothing else. */
  Future<Buffer> outcome() {
    return outcome.future();
  }

  /** How long it may take from its beginning to the last byte. */
  Duration longest() {
    return timeouts.total();
  }

  void begin(Vertx vertx, HttpClient client, Deadlines deadlines) {
    this.vertx = vertx;
    this.deadlines = deadlines;
    deadlines.add(late);
    client.request(options).onComplete(this::opened);
  }

  private void opened(AsyncResult<HttpClientRequest> opening) {
    if (opening.failed()) {
      fail(troubles.unreachable(opening.cause()));
      return;
    }
    HttpClientRequest opened = opening.result();
    if (outcome.future().isComplete()) {
      opened.reset();
      return;
    }
    request = opened;
    if (stream != null) {
      gap = timer(timeouts.firstByte(), "no first byte");
    }
    opened.response().onComplete(this::answered);
    Buffer question = Objects.requireNonNull(body, "asked twice");
    body = null; // who waits for the answer should not hold the question
    opened.end(question);
  }

  private void answered(AsyncResult<HttpClientResponse> answering) {
    if (answering.failed()) {
      fail(troubles.broken(answering.cause()));
      return;
    }
    cancel(gap);
    HttpClientResponse response = answering.result();
    response.exceptionHandler(broken -> fail(troubles.broken(broken)));
    if (response.statusCode() != 200) {
      readError(response);
    } else if (stream == null) {
      response.handler(chunk -> within(LONGEST_BODY, chunk, this::receive));
      response.endHandler(end -> succeed(received()));
    } else {
      readStream(response, stream);
    }
  }

  private void readError(HttpClientResponse response) {
    Runnable tell =
        () ->
            fail(
                troubles.status(
                    response.statusCode(),
                    response.getHeader("Retry-After"),
                    received().toString()));
    response.handler(
        chunk -> {
          receive(chunk.slice(0, Math.min(chunk.length(), LONGEST_ERROR)));
          if (received().length() >= LONGEST_ERROR) {
            tell.run();
          }
        });
    response.endHandler(end -> tell.run());
  }

  private void readStream(HttpClientResponse response, StreamReader reader) {
    String type = response.getHeader("Content-Type");
    if (type == null || !type.startsWith("text/event-stream")) {
      response.handler(chunk -> within(LONGEST_BODY, chunk, this::receive));
      response.endHandler(end -> fail(troubles.garbled("no event stream", received().toString())));
      return;
    }
    watchForSilence();
    response.handler(
        chunk -> {
          heard = true;
          within(LONGEST_BODY, chunk, piece -> read(reader, piece));
        });
    response.endHandler(
        end -> {
          if (reader.ended()) {
            succeed(received());
          } else {
            fail(troubles.cut());
          }
        });
  }

  private void read(StreamReader reader, Buffer piece) {
    try {
      reader.feed(piece);
    } catch (Trouble trouble) {
      fail(trouble);
    } catch (RuntimeException unreadable) {
      fail(troubles.garbled(String.valueOf(unreadable.getMessage()), ""));
    }
  }

  private void within(long cap, Buffer chunk, Consumer<Buffer> use) {
    if (outcome.future().isComplete()) {
      return;
    }
    bytes += chunk.length();
    if (bytes > cap) {
      fail(troubles.garbled("longer than " + cap + " bytes", ""));
    } else {
      use.accept(chunk);
    }
  }

  /** Most answers come in one piece, which is then not copied. */
  private void receive(Buffer chunk) {
    if (received == null) {
      received = chunk;
      return;
    }
    if (!joined) {
      joined = true;
      received = Buffer.buffer(received.length() + chunk.length()).appendBuffer(received);
    }
    received.appendBuffer(chunk);
  }

  private Buffer received() {
    return received == null ? Buffer.buffer() : received;
  }

  private void late() {
    fail(troubles.late("no whole answer", timeouts.total()));
  }

  private void succeed(Buffer answer) {
    stopTimers();
    outcome.tryComplete(answer);
  }

  private void fail(Trouble trouble) {
    stopTimers();
    if (outcome.tryFail(trouble) && request != null) {
      request.reset();
    }
  }

  private long timer(Duration bound, String what) {
    return vertx == null
        ? NO_TIMER
        : vertx.setTimer(bound.toMillis(), fired -> fail(troubles.late(what, bound)));
  }

  /** One slow tick for a whole stream costs less than a timer for each piece of it. */
  private void watchForSilence() {
    Duration bound = timeouts.betweenChunks();
    if (vertx != null) {
      long tick = Math.max(1, bound.toMillis() / TICKS);
      gap =
          vertx.setPeriodic(
              tick,
              fired -> {
                silentTicks = heard ? 0 : silentTicks + 1;
                heard = false;
                if (silentTicks >= TICKS) {
                  fail(troubles.late("no next piece", bound));
                }
              });
    }
  }

  private void stopTimers() {
    if (deadlines != null) {
      deadlines.forget(late);
    }
    cancel(gap);
  }

  private void cancel(long timer) {
    if (vertx != null && timer != NO_TIMER) {
      vertx.cancelTimer(timer);
    }
  }
}
