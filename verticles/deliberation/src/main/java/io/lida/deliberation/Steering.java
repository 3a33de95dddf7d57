package io.lida.deliberation;

import io.lida.contract.Deliberation.Command;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Future;

/** Has done to runs what people want: here, by the owner elsewhere, or for one who is dead. */
final class Steering {
  private final Rooms rooms;
  private final Claims claims;
  private final Sessions sessions;

  Steering(Rooms rooms, Claims claims, Sessions sessions) {
    this.rooms = rooms;
    this.claims = claims;
    this.sessions = sessions;
  }

  /** Carries a command out, or notes it durably for the owner; answers what comes of it. */
  Future<String> control(String run, Command command) {
    Session session = sessions.find(run);
    if (session != null) {
      session.command(command);
      return command == Command.CANCEL
          ? session.ended().map(done -> session.state().status().id())
          : Future.succeededFuture("pausing");
    }
    return Logs.whole(rooms.store().log(), run)
        .compose(
            events -> {
              State state = State.of(events);
              if (state.status().ended()) {
                return Future.failedFuture(ended(run, state.status()));
              }
              return rooms
                  .store()
                  .leases()
                  .want(run, command)
                  .compose(
                      live ->
                          live
                              ? noted(command)
                              : sessions.inTurn(run, () -> forTheDead(run, command)));
            });
  }

  private static Future<String> noted(Command command) {
    return Future.succeededFuture(command == Command.CANCEL ? "cancelling" : "pausing");
  }

  private Future<String> forTheDead(String run, Command command) {
    if (sessions.find(run) != null) {
      // It was taken up in the meantime.
      return control(run, command);
    }
    return claims
        .claim(run)
        .compose(
            lease ->
                Holding.read(rooms, lease)
                    .compose(holding -> atRest(holding, command))
                    .recover(cause -> claims.release(lease, cause)));
  }

  private Future<String> atRest(Holding holding, Command command) {
    State state = holding.state();
    if (state.status() != Status.RUNNING && command != Command.CANCEL) {
      return holding.letGo(rooms).map(state.status().id());
    }
    if (state.status().ended()) {
      return Future.failedFuture(ended(holding.run(), state.status()));
    }
    Session session = sessions.open(holding, false);
    session.atRest(command);
    return session.ended().map(done -> state.status().id());
  }

  static Fault ended(String run, Status status) {
    return new Fault(
        FaultCode.CONFLICT,
        "run " + run + " is " + status.id() + " and cannot go on",
        "what has ended stays as it is",
        "lida runs show " + run);
  }
}
