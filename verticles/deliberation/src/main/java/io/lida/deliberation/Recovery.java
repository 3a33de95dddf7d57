package io.lida.deliberation;

import io.lida.store.Left;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Looks for runs that should be worked on and are not: at once when the node starts, then about
 * every second, and for those that wait whenever a place is free. Used on the verticle's context.
 */
final class Recovery {
  private static final Logger LOG = System.getLogger(Recovery.class.getName());
  private static final long EVERY_MS = 1_000;
  private static final int JITTER_MS = 500;

  /** Runs taken up at the same time, so that hundreds do not keep the loop from all else. */
  private static final int TOGETHER = 8;

  private final Rooms rooms;
  private final Lobby lobby;
  private final Adoption adoption;
  private final RandomGenerator random;
  private boolean recovered;
  private boolean serving;
  private boolean again;
  private boolean closed;

  Recovery(Rooms rooms, Lobby lobby, Adoption adoption, RandomGenerator random) {
    this.rooms = rooms;
    this.lobby = lobby;
    this.adoption = adoption;
    this.random = random;
  }

  /** Whether all that was left when the node began has been looked at. */
  boolean recovered() {
    return recovered;
  }

  /** Looks now, and then again and again; no two nodes for long at the same moment. */
  void begin() {
    look()
        .onSuccess(done -> recovered |= done)
        .onFailure(cause -> LOG.log(Level.DEBUG, "cannot look for runs that were left", cause))
        .onComplete(
            done -> {
              if (!closed) {
                rooms.vertx().setTimer(EVERY_MS + random.nextInt(JITTER_MS), tick -> begin());
              }
            });
  }

  void close() {
    closed = true;
  }

  private boolean stopped() {
    return closed || lobby.draining();
  }

  /** Answers whether it could look at all. */
  private Future<Boolean> look() {
    if (stopped() || !rooms.tenure().settled()) {
      return Future.succeededFuture(false);
    }
    return rooms
        .store()
        .left()
        .find(Status.RUNNING.id(), lobby.free())
        .compose(left -> all(left, false))
        .compose(done -> serve())
        .map(true);
  }

  /** Gives the free places to those who have waited longest. */
  Future<?> serve() {
    if (serving) {
      again = true;
      return Future.succeededFuture();
    }
    serving = true;
    return count()
        .compose(
            waiting ->
                waiting == 0 || lobby.free() == 0 || stopped()
                    ? Future.succeededFuture()
                    : rooms
                        .store()
                        .left()
                        .find(Status.QUEUED.id(), lobby.free())
                        .compose(first -> all(first, true))
                        .compose(done -> count()))
        .onComplete(
            done -> {
              serving = false;
              if (again && done.succeeded()) {
                again = false;
                serve();
              }
            });
  }

  private Future<Integer> count() {
    return rooms.store().index().count(Status.QUEUED.id()).onSuccess(lobby::waiting);
  }

  private Future<?> all(List<Left> left, boolean waited) {
    Iterator<Left> rest = left.iterator();
    return Future.join(IntStream.range(0, TOGETHER).mapToObj(lane -> next(rest, waited)).toList());
  }

  private Future<Void> next(Iterator<Left> rest, boolean waited) {
    if (stopped() || !rest.hasNext()) {
      return Future.succeededFuture();
    }
    return lobby
        .next()
        .map(
            place -> adoption.adopt(rest.next(), waited, place).compose(done -> next(rest, waited)))
        .orElse(Future.succeededFuture());
  }
}
