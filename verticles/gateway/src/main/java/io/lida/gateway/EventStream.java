package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /stream}: a run as server-sent events, to be resumed by {@code Last-Event-ID}. */
final class EventStream {
  private static final int ROOM = 1 << 20;
  private static final Buffer BEAT = Buffer.buffer(":\n\n");

  private final RunDoor door;
  private final Feeds feeds;

  EventStream(RunDoor door, Feeds feeds) {
    this.door = door;
    this.feeds = feeds;
  }

  /** Begins the stream, or fails the request. */
  void open(RoutingContext context) {
    Exchange exchange = new Exchange(context);
    String run =
        exchange
            .query("run")
            .orElseThrow(
                () ->
                    new Fault(
                        FaultCode.INVALID,
                        "the parameter run is missing",
                        "it names the run to be watched",
                        "GET /stream?run=..."));
    long after = seen(exchange);
    boolean words = exchange.query("words").filter("1"::equals).isPresent();
    door.open(exchange.caller(), run)
        .onFailure(context::fail)
        .onSuccess(found -> begin(context.response(), run, exchange.caller(), after, words));
  }

  /** A browser that comes back knows better where it was than the address it first came with. */
  private static long seen(Exchange exchange) {
    String last = exchange.header("Last-Event-ID").orElse("");
    return last.matches("[0-9]{1,18}")
        ? Long.parseLong(last)
        : exchange.number("after", 0, 0, Long.MAX_VALUE);
  }

  private void begin(
      HttpServerResponse response, String run, Caller caller, long after, boolean words) {
    if (response.closed()) {
      return;
    }
    response
        .setChunked(true)
        .setWriteQueueMaxSize(ROOM)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    response.write("retry: 1000\n\n");
    Watcher watcher = feeds.watch(run, sink(response), caller, after, words);
    response.exceptionHandler(broken -> watcher.close());
    response.closeHandler(gone -> watcher.close());
  }

  private static Sink sink(HttpServerResponse response) {
    return new Sink() {
      @Override
      public boolean full() {
        return response.writeQueueFull();
      }

      @Override
      public void whenDrained(Runnable room) {
        response.drainHandler(drained -> room.run());
      }

      @Override
      public void event(Frame frame) {
        response.write(frame.sse());
      }

      @Override
      public void words(Spoken words) {
        response.write(words.sse());
      }

      @Override
      public void beat() {
        response.write(BEAT);
      }

      @Override
      public void end(String run, String status) {
        response.end(
            "event: end\ndata: {\"run\":\"" + run + "\",\"status\":\"" + status + "\"}\n\n");
      }

      @Override
      public void hangUp(String reason) {
        if (response.writeQueueFull()) {
          response.reset();
        } else {
          response.end(":" + reason + "\n\n");
        }
      }
    };
  }
}
