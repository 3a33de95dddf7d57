package io.lida.deliberation;

import io.vertx.core.Future;
import java.util.Optional;

/** Goes on with runs that somebody asks for. Used on the verticle's context. */
final class Resumption {
  private final Rooms rooms;
  private final Claims claims;
  private final Sessions sessions;
  private final Lobby lobby;
  private final Runnable joined;

  /**
   * Nothing resumed yet.
   *
   * @param joined called whenever a run has come to wait
   */
  Resumption(Rooms rooms, Claims claims, Sessions sessions, Lobby lobby, Runnable joined) {
    this.rooms = rooms;
    this.claims = claims;
    this.sessions = sessions;
    this.lobby = lobby;
    this.joined = joined;
  }

  /** Goes on with a run that stands still or lost its owner, at once or when it has a place. */
  Future<String> resume(String run, boolean stream) {
    return sessions.inTurn(run, () -> resumeNow(run, stream));
  }

  private Future<String> resumeNow(String run, boolean stream) {
    Session session = sessions.find(run);
    if (session == null) {
      Optional<Places.Place> place = lobby.enter();
      return mayCome(place)
          .compose(may -> claims.claim(run))
          .compose(
              lease ->
                  Holding.read(rooms, lease)
                      .compose(holding -> goOn(holding, stream, place))
                      .recover(cause -> claims.release(lease, cause)))
          .onFailure(cause -> place.ifPresent(Places.Place::leave));
    }
    if (session.state().status() == Status.RUNNING) {
      return Future.succeededFuture(run);
    }
    // It stands still, but its files are still being written and its lease is not yet free.
    return session.ended().transform(ended -> resumeNow(run, stream));
  }

  private Future<?> mayCome(Optional<Places.Place> place) {
    if (place.isPresent()) {
      return Future.succeededFuture();
    }
    return rooms
        .store()
        .index()
        .count(Status.QUEUED.id())
        .compose(
            waiting ->
                waiting < lobby.capacity().waiting()
                    ? Future.succeededFuture()
                    : Future.failedFuture(lobby.full()));
  }

  private Future<String> goOn(Holding found, boolean stream, Optional<Places.Place> place) {
    State state = found.state();
    if (state.status().ended()) {
      return Future.failedFuture(Steering.ended(found.run(), state.status()));
    }
    if (place.isPresent()) {
      rooms.notices().resumed(found.run(), state, null);
    }
    return found
        .resume(rooms)
        .compose(holding -> place.isPresent() ? work(holding, stream, place.get()) : wait(holding));
  }

  private Future<String> work(Holding holding, boolean stream, Places.Place place) {
    rooms.store().index().put(Summaries.of(holding.run(), holding.state()));
    sessions.work(holding, stream, place);
    return Future.succeededFuture(holding.run());
  }

  private Future<String> wait(Holding holding) {
    return rooms
        .store()
        .index()
        .put(Summaries.of(holding.run(), holding.state(), Status.QUEUED))
        .compose(put -> holding.letGo(rooms))
        .map(
            free -> {
              rooms.notices().queued(holding.run(), holding.state());
              lobby.joined();
              joined.run();
              return holding.run();
            });
  }
}
