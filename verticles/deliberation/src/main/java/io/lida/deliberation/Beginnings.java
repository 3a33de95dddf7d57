package io.lida.deliberation;

import io.lida.contract.Deliberation.Start;
import io.lida.contract.Deliberation.Started;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Manifest;
import io.lida.contract.NewId;
import io.lida.contract.Runs;
import io.lida.contract.Wire;
import io.lida.store.Created;
import io.lida.store.Lease;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Begins runs. Used on the verticle's context. */
final class Beginnings {
  private final Rooms rooms;
  private final Claims claims;
  private final Sessions sessions;
  private final Lobby lobby;
  private final Runnable joined;
  private final RandomGenerator random;

  /**
   * Nothing begun yet.
   *
   * @param joined called whenever a run has come to wait
   */
  Beginnings(
      Rooms rooms,
      Claims claims,
      Sessions sessions,
      Lobby lobby,
      Runnable joined,
      RandomGenerator random) {
    this.rooms = rooms;
    this.claims = claims;
    this.sessions = sessions;
    this.lobby = lobby;
    this.joined = joined;
    this.random = random;
  }

  /** A run to be born, at its place or, without one, in the line. */
  private record Birth(
      String run, Manifest manifest, boolean stream, Optional<Places.Place> place) {
    Runs.Summary summary(Rooms rooms) {
      Status status = place.isPresent() ? Status.RUNNING : Status.QUEUED;
      return Summaries.first(run, manifest, rooms.clock().instant(), status);
    }

    void fail() {
      place.ifPresent(Places.Place::leave);
    }

    Started done(boolean made) {
      return new Started(run, made, manifest.notes());
    }
  }

  /** Begins a run, or lets it wait; the same key and question again is the same run. */
  Future<Started> begin(Start start, Manifest manifest) {
    Birth birth = new Birth(NewId.from(random), manifest, start.stream(), lobby.enter());
    return create(birth, start)
        .onSuccess(
            created -> {
              if (!(created instanceof Created.New)) {
                birth.fail();
              }
            })
        .compose(
            created ->
                switch (created) {
                  case Created.New fresh ->
                      sessions.inTurn(
                          birth.run(),
                          () ->
                              claims
                                  .claim(birth.run())
                                  .compose(
                                      lease ->
                                          ifEntered(
                                              lease,
                                              () -> bear(birth, lease),
                                              () -> {
                                                birth.fail();
                                                return begin(start, manifest);
                                              })));
                  case Created.Taken taken -> begin(start, manifest);
                  case Created.Existing existing ->
                      sessions.inTurn(existing.run(), () -> known(existing.run(), start, manifest));
                  case Created.Mismatch mismatch -> Future.failedFuture(reused(mismatch.run()));
                  case Created.Full full -> Future.failedFuture(lobby.full());
                })
        .onFailure(cause -> birth.fail());
  }

  private Future<Created> create(Birth birth, Start start) {
    String digest = start.key() == null ? "" : Event.digest(Wire.text(start));
    Runs.Summary summary = birth.summary(rooms);
    return birth.place().isPresent()
        ? rooms.store().index().create(birth.run(), key(start), digest, summary)
        : rooms
            .store()
            .index()
            .create(birth.run(), key(start), digest, summary, lobby.capacity().waiting());
  }

  /** One tenant's key says nothing about another's. */
  private static @Nullable String key(Start start) {
    return start.key() == null ? null : start.tenant() + "\n" + start.key();
  }

  private static Fault reused(String run) {
    return new Fault(
        FaultCode.KEY_REUSED,
        "the key was used for another run",
        "run " + run + " has it",
        "use another key, or ask the same again");
  }

  private Future<Started> bear(Birth birth, Lease lease) {
    return Holding.begin(rooms, lease, birth.manifest())
        .compose(holding -> birth.place().isPresent() ? work(birth, holding) : wait(birth, holding))
        .recover(cause -> claims.release(lease, cause));
  }

  private Future<Started> work(Birth birth, Holding holding) {
    rooms.notices().started(birth.run(), holding.state());
    sessions.work(holding, birth.stream(), birth.place().orElseThrow());
    return Future.succeededFuture(birth.done(true));
  }

  private Future<Started> wait(Birth birth, Holding holding) {
    return holding
        .letGo(rooms)
        .map(
            free -> {
              rooms.notices().queued(birth.run(), holding.state());
              lobby.joined();
              joined.run();
              return birth.done(true);
            });
  }

  /**
   * A run that was entered before: it is there already, or about to be, or whoever entered it died
   * before its first event, and then it is begun now, unless it was forgotten in the meantime.
   */
  private Future<Started> known(String run, Start start, Manifest manifest) {
    return claims
        .claimUnlessBegun(run)
        .compose(
            lease ->
                lease.isEmpty()
                    ? Future.succeededFuture(
                        new Birth(run, manifest, start.stream(), Optional.empty()).done(false))
                    : ifEntered(
                        lease.get(),
                        () ->
                            bearLate(
                                new Birth(run, manifest, start.stream(), lobby.enter()),
                                lease.get()),
                        () -> begin(start, manifest)));
  }

  /**
   * Who was slow to claim a run, even one of its own, may find that it was forgotten meanwhile: a
   * run without an entry would be worked on and never be found.
   */
  private Future<Started> ifEntered(
      Lease lease, Supplier<Future<Started>> then, Supplier<Future<Started>> otherwise) {
    return rooms
        .store()
        .index()
        .find(lease.run())
        .compose(
            entry ->
                entry.isPresent()
                    ? then.get()
                    : rooms.store().index().forget(lease).compose(gone -> otherwise.get()));
  }

  private Future<Started> bearLate(Birth birth, Lease lease) {
    return rooms
        .store()
        .index()
        .put(lease, birth.summary(rooms))
        .compose(entered -> bear(birth, lease))
        .onFailure(cause -> birth.fail());
  }
}
