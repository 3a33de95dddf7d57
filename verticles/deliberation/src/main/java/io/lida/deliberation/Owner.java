package io.lida.deliberation;

import io.lida.contract.Deliberation.Command;
import io.lida.contract.Deliberation.Resolve;
import io.lida.contract.Deliberation.Start;
import io.lida.contract.Deliberation.Started;
import io.lida.contract.Manifest;
import io.lida.contract.Monitor;
import io.lida.contract.Run;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What a node does with runs, put together. All methods are called on the verticle's context. */
final class Owner {
  private static final Logger LOG = System.getLogger(Owner.class.getName());

  private final Rooms rooms;
  private final Lobby lobby;
  private final Sessions sessions;
  private final LeaseKeeper keeper;
  private final Beginnings beginnings;
  private final Resumption resumption;
  private final Steering steering;
  private final Recovery recovery;
  private final Resolving resolving;

  Owner(Rooms rooms, RandomGenerator random) {
    this.rooms = rooms;
    Claims claims = new Claims(rooms.vertx(), rooms.store());
    lobby = new Lobby(rooms.options().capacity());
    sessions = new Sessions(rooms, this::placeLeft, this::fold);
    keeper = new LeaseKeeper(rooms, sessions);
    beginnings = new Beginnings(rooms, claims, sessions, lobby, this::joined, random);
    resumption = new Resumption(rooms, claims, sessions, lobby, this::joined);
    steering = new Steering(rooms, claims, sessions);
    resolving = new Resolving(rooms, claims, sessions);
    recovery = new Recovery(rooms, lobby, new Adoption(rooms, claims, sessions), random);
  }

  /** Keeps leases from now on, and looks for runs that were left if this node adopts them. */
  void open() {
    keeper.keep();
    if (lobby.capacity().adopts()) {
      recovery.begin();
    }
  }

  private void placeLeft() {
    if (lobby.waiting() > 0) {
      recovery.serve();
    }
  }

  private void joined() {
    if (lobby.free() > 0) {
      recovery.serve();
    }
  }

  private void fold(String run) {
    resumption
        .resume(run, false)
        .onFailure(cause -> LOG.log(Level.ERROR, "run " + run + ": lost", cause));
  }

  /** Fails with {@code DRAINING} once nothing new is taken. */
  Future<Void> takesWork() {
    return lobby.open();
  }

  Future<Started> begin(Start start, Manifest manifest) {
    return beginnings.begin(start, manifest);
  }

  Future<String> resume(String run, boolean stream) {
    return resumption.resume(run, stream);
  }

  Future<String> control(String run, Command command) {
    return steering.control(run, command);
  }

  Future<Run> resolve(Resolve resolve) {
    return resolving.resolve(resolve);
  }

  Monitor.Pulse pulse() {
    return new Monitor.Pulse(
        sessions.count(),
        lobby.waiting(),
        lobby.capacity().places(),
        lobby.capacity().waiting(),
        rooms.tenure().ageMs(),
        recovery.recovered() || !lobby.capacity().adopts(),
        lobby.draining());
  }

  /** Takes nothing new and lets all runs go for others, within the time. */
  Future<?> drain(Duration patience) {
    lobby.drain();
    recovery.close();
    return sessions.leave(patience.toMillis());
  }

  /** Lets all runs go: as interrupted, unless this node was drained, and others go on with them. */
  Future<?> close() {
    keeper.close();
    recovery.close();
    return lobby.draining() ? sessions.leave(0) : sessions.halt();
  }
}
