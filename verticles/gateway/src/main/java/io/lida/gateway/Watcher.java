package io.lida.gateway;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;

/**
 * Somebody who watches a run: sent every event once and in order, from the log first and then as
 * they happen. Where one is missed it is read from the log; who does not read is sent nothing until
 * there is room, and then goes on from the log. For one event loop.
 */
final class Watcher {
  private final Feed feed;
  private final Sink sink;
  private final boolean wantsWords;
  private final Caller caller;
  private long cursor;
  private State state = State.READING;
  private int quiet;
  private int blocked;

  private enum State {
    /** What was missed is being read from the log. */
    READING,
    /** Waits for what happens next. */
    LIVE,
    /** Does not read what was sent. */
    BLOCKED,
    /** Is gone. */
    CLOSED
  }

  /**
   * A watcher.
   *
   * @param after the last event it has seen; 0 for none
   */
  Watcher(Feed feed, Sink sink, Caller caller, long after, boolean wantsWords) {
    this.feed = feed;
    this.sink = sink;
    this.caller = caller;
    this.cursor = after;
    this.wantsWords = wantsWords;
  }

  Caller caller() {
    return caller;
  }

  boolean wantsWords() {
    return wantsWords;
  }

  /** Reads on from the log until there is no more. */
  void catchUp() {
    if (state == State.CLOSED || state == State.BLOCKED) {
      return;
    }
    state = State.READING;
    feed.read(cursor)
        .onComplete(
            outcome -> {
              if (state != State.READING) {
                return;
              }
              if (outcome.succeeded()) {
                take(outcome.result());
              } else if (Fault.of(outcome.cause()).code() == FaultCode.NOT_FOUND) {
                finish("removed");
              } else {
                state = State.LIVE;
              }
            });
  }

  private void take(Runs.Stretch stretch) {
    for (Event event : stretch.events()) {
      if (event.seq() == cursor + 1 && !send(feed.frame(event))) {
        return;
      }
    }
    if (cursor < Math.max(stretch.last(), feed.newest()) && !stretch.events().isEmpty()) {
      catchUp();
    } else if (Feed.OVER.contains(stretch.status()) && cursor >= stretch.last()) {
      finish(stretch.status());
    } else {
      state = State.LIVE;
    }
  }

  /** An event that has just become true. */
  void offer(Frame frame) {
    if (state != State.LIVE || frame.seq() <= cursor) {
      return;
    }
    if (frame.seq() > cursor + 1) {
      catchUp();
    } else {
      send(frame);
    }
  }

  /** Words are dropped where they would have to wait. */
  void offer(Spoken words) {
    if (wantsWords && state == State.LIVE && !sink.full()) {
      sink.words(words);
    }
  }

  /** Sends, and says whether more may be sent. */
  private boolean send(Frame frame) {
    if (sink.full()) {
      block();
      return false;
    }
    sink.event(frame);
    cursor = frame.seq();
    quiet = 0;
    if (frame.last()) {
      finish(frame.status());
      return false;
    }
    return true;
  }

  private void block() {
    state = State.BLOCKED;
    blocked = 0;
    sink.whenDrained(
        () -> {
          if (state == State.BLOCKED) {
            state = State.LIVE;
            catchUp();
          }
        });
  }

  /** A second has passed. */
  void tick(int heartbeat, int patience) {
    if (state == State.BLOCKED) {
      if (++blocked >= patience) {
        hangUp("too slow; come back with the last id");
      }
    } else if (++quiet >= heartbeat) {
      quiet = 0;
      if (sink.full()) {
        block();
      } else {
        sink.beat();
      }
    }
  }

  /** Whether it waits for what happens next. */
  boolean live() {
    return state == State.LIVE;
  }

  private void finish(String status) {
    close();
    sink.end(feed.run(), status);
  }

  void hangUp(String reason) {
    close();
    sink.hangUp(reason);
  }

  /** Watches no longer. */
  void close() {
    if (state != State.CLOSED) {
      state = State.CLOSED;
      feed.leave(this);
    }
  }
}
