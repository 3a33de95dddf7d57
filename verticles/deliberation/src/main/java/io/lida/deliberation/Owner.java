package io.lida.deliberation;

import io.lida.contract.Deliberation.Command;
import io.lida.contract.Deliberation.Start;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Wire;
import io.lida.store.Created;
import io.lida.store.Lease;
import io.lida.store.LogDiverged;
import io.lida.store.LogWriter;
import io.lida.store.Renewal;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The runs that this node owns: begins them, takes them up, keeps their leases, lets them go.
 *
 * <p>All methods are called on the verticle's context.
 */
final class Owner {
  private static final Logger LOG = System.getLogger(Owner.class.getName());
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int ID_LENGTH = 8;
  private static final long RENEW_MS = 2_000;

  private final Rooms rooms;
  private final Claims claims;
  private final RandomGenerator random;
  private final Map<String, Session> sessions = new HashMap<>();
  private boolean closing;

  Owner(Rooms rooms, RandomGenerator random) {
    this.rooms = rooms;
    this.claims = new Claims(rooms.vertx(), rooms.store());
    this.random = random;
  }

  /** Keeps the leases of all sessions from now on; timers are set anew, never periodic. */
  void keepLeases() {
    rooms.vertx().setTimer(RENEW_MS, tick -> renew().onComplete(done -> keepLeasesUnlessClosing()));
  }

  private void keepLeasesUnlessClosing() {
    if (!closing) {
      keepLeases();
    }
  }

  private Future<@Nullable Void> renew() {
    List<Lease> leases = sessions.values().stream().map(Session::lease).toList();
    if (leases.isEmpty()) {
      return Future.succeededFuture();
    }
    return rooms
        .store()
        .leases()
        .renew(leases)
        .map(
            renewal -> {
              renewed(renewal);
              return null;
            });
  }

  private void renewed(Renewal renewal) {
    for (String run : renewal.lost()) {
      Session session = sessions.remove(run);
      if (session != null) {
        session.abandon();
      }
    }
    renewal.wanted().forEach(this::command);
  }

  private void command(String run, Command command) {
    Session session = sessions.get(run);
    if (session != null) {
      session.command(command);
    }
  }

  /** Begins a run; the same key and question again is the same run. */
  Future<Begun> begin(Start start, Manifest manifest) {
    String run = newId();
    Runs.Summary first = Summaries.first(run, manifest, rooms.clock().instant());
    String digest = start.key() == null ? "" : Event.digest(Wire.text(start));
    return rooms
        .store()
        .index()
        .create(run, key(start), digest, first)
        .compose(
            created ->
                switch (created) {
                  case Created.New fresh -> first(run, manifest, start.stream());
                  case Created.Taken taken -> begin(start, manifest);
                  case Created.Existing existing ->
                      Future.succeededFuture(new Begun(existing.run(), false));
                  case Created.Mismatch mismatch ->
                      Future.failedFuture(
                          new Fault(
                              FaultCode.KEY_REUSED,
                              "the key was used for another run",
                              "run " + mismatch.run() + " has it",
                              "use another key, or ask the same again"));
                });
  }

  /** One tenant's key says nothing about another's. */
  private static @Nullable String key(Start start) {
    return start.key() == null ? null : start.tenant() + "\n" + start.key();
  }

  /** A run that was asked for, and whether this ask made it. */
  record Begun(String run, boolean made) {}

  private Future<Begun> first(String run, Manifest manifest, boolean stream) {
    return claims
        .claim(run)
        .compose(
            lease -> {
              LogWriter writer = rooms.store().log().writer(lease, 0, Event.GENESIS);
              return writer
                  .append("start", new RunEvent.RunStarted(manifest))
                  .map(
                      event -> {
                        rooms.bus().tell(Runs.live(run), event);
                        work(new Session(rooms, lease, State.of(List.of(event)), writer, stream));
                        return new Begun(run, true);
                      });
            });
  }

  /** Goes on with a run that stands still or lost its owner. */
  Future<String> resume(String run, boolean stream) {
    Session session = sessions.get(run);
    if (session == null) {
      return claims.claim(run).compose(lease -> takeUp(lease, stream));
    }
    if (session.state().status() == Status.RUNNING) {
      return Future.succeededFuture(run);
    }
    // It stands still, but its files are still being written and its lease is not yet free.
    return session.ended().transform(ended -> resume(run, stream));
  }

  private Future<String> takeUp(Lease lease, boolean stream) {
    return Logs.whole(rooms.store().log(), lease.run())
        .compose(events -> takeUp(lease, events, stream))
        .recover(
            cause ->
                rooms
                    .store()
                    .leases()
                    .release(lease)
                    .transform(released -> Future.failedFuture(cause)));
  }

  private Future<String> takeUp(Lease lease, List<Event> events, boolean stream) {
    State state = State.of(events);
    if (state.status().ended()) {
      return Future.failedFuture(ended(lease.run(), state.status()));
    }
    Event last = events.getLast();
    LogWriter writer = rooms.store().log().writer(lease, last.seq(), last.hash());
    return writer
        .append("resume." + lease.epoch(), new RunEvent.RunResumed(lease.node()))
        .map(
            event -> {
              state.apply(event);
              rooms.bus().tell(Runs.live(lease.run()), event);
              rooms.store().index().put(Summaries.of(lease.run(), state));
              work(new Session(rooms, lease, state, writer, stream));
              return lease.run();
            });
  }

  private static Fault ended(String run, Status status) {
    return new Fault(
        FaultCode.CONFLICT,
        "run " + run + " is " + status.id() + " and cannot go on",
        "what has ended stays as it is",
        "lida runs show " + run);
  }

  private void work(Session session) {
    String run = session.lease().run();
    sessions.put(run, session);
    session
        .ended()
        .onComplete(
            end -> {
              sessions.remove(run, session);
              if (end.cause() instanceof LogDiverged) {
                LOG.log(Level.WARNING, "run " + run + ": folding its log anew", end.cause());
                resume(run, false)
                    .onFailure(again -> LOG.log(Level.ERROR, "run " + run + ": lost", again));
              }
            });
    session.go();
  }

  /** Carries a command out here, or has the owner elsewhere do so, or does it for a dead one. */
  Future<String> control(String run, Command command) {
    Session session = sessions.get(run);
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
                  .compose(live -> live ? noted(command) : forTheDead(run, command, state));
            });
  }

  private static Future<String> noted(Command command) {
    return Future.succeededFuture(command == Command.CANCEL ? "cancelling" : "pausing");
  }

  private Future<String> forTheDead(String run, Command command, State state) {
    if (command != Command.CANCEL) {
      boolean running = state.status() == Status.RUNNING;
      return Future.succeededFuture(running ? Status.INTERRUPTED.id() : state.status().id());
    }
    return claims
        .claim(run)
        .compose(
            lease ->
                Logs.whole(rooms.store().log(), run)
                    .compose(
                        events -> {
                          Event last = events.getLast();
                          LogWriter writer =
                              rooms.store().log().writer(lease, last.seq(), last.hash());
                          Session session =
                              new Session(rooms, lease, State.of(events), writer, false);
                          sessions.put(run, session);
                          session.cancelAtRest();
                          return session.ended().map(done -> session.state().status().id());
                        }))
        .onComplete(done -> sessions.remove(run));
  }

  /** Lets all runs go, as interrupted. */
  Future<?> close() {
    closing = true;
    return Future.join(sessions.values().stream().map(Session::halt).toList());
  }

  private String newId() {
    StringBuilder id = new StringBuilder(ID_LENGTH);
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
