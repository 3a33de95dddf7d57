package io.lida.deliberation;

import io.lida.store.LogDiverged;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The runs that this node works on. Used on the verticle's context. */
final class Sessions {
  private static final Logger LOG = System.getLogger(Sessions.class.getName());

  private final Rooms rooms;
  private final Runnable placeLeft;
  private final Consumer<String> diverged;
  private final Map<String, Session> open = new HashMap<>();
  private final Map<String, Future<?>> turns = new HashMap<>();
  private boolean leaving;

  /**
   * No runs yet.
   *
   * @param placeLeft called whenever a run left its place
   * @param diverged called with a run whose log must be folded anew
   */
  Sessions(Rooms rooms, Runnable placeLeft, Consumer<String> diverged) {
    this.rooms = rooms;
    this.placeLeft = placeLeft;
    this.diverged = diverged;
  }

  @Nullable Session find(String run) {
    return open.get(run);
  }

  Collection<Session> all() {
    return List.copyOf(open.values());
  }

  int count() {
    return open.size();
  }

  /** Lets what takes several steps be done to one run at a time, in the order asked for. */
  <T> Future<T> inTurn(String run, Supplier<Future<T>> task) {
    Future<?> before = turns.getOrDefault(run, Future.succeededFuture());
    Future<T> mine = before.transform(done -> task.get());
    turns.put(run, mine);
    return mine.onComplete(done -> turns.remove(run, mine));
  }

  /** Works on a run until it ends, stands still, is lost or let go. */
  void work(Holding holding, boolean stream, Places.Place place) {
    Session session = open(holding, stream);
    session
        .ended()
        .onComplete(
            end -> {
              place.leave();
              placeLeft.run();
              if (end.cause() instanceof LogDiverged) {
                LOG.log(Level.WARNING, "run " + holding.run() + ": folding its log anew");
                diverged.accept(holding.run());
              }
            });
    session.go();
    if (leaving) {
      session.leave();
    }
  }

  /** A session of which the caller says what it does. */
  Session open(Holding holding, boolean stream) {
    Session session = new Session(rooms, holding, stream);
    open.put(holding.run(), session);
    session.ended().onComplete(end -> open.remove(holding.run(), session));
    return session;
  }

  /** Lets all runs go, as interrupted. */
  Future<?> halt() {
    return Future.join(all().stream().map(Session::halt).toList());
  }

  /** Lets all runs go for others to go on with, after the calls under way but within the time. */
  Future<?> leave(long patienceMs) {
    leaving = true;
    List<Future<?>> steps = new ArrayList<>(turns.values());
    long timer =
        rooms.vertx().setTimer(Math.max(1, patienceMs), late -> all().forEach(Session::leaveNow));
    all().forEach(Session::leave);
    return Future.join(steps)
        .transform(settled -> Future.join(all().stream().map(Session::ended).toList()))
        .onComplete(done -> rooms.vertx().cancelTimer(timer));
  }
}
