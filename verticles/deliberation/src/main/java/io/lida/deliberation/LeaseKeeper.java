package io.lida.deliberation;

import io.lida.contract.Deliberation.Command;
import io.lida.store.Lease;
import io.lida.store.Renewal;
import io.vertx.core.Future;
import java.util.List;

/** Renews the leases of this node's runs about every 2 s, and brings what others want of them. */
final class LeaseKeeper {
  private static final long RENEW_MS = 2_000;

  private final Rooms rooms;
  private final Sessions sessions;
  private boolean closed;

  LeaseKeeper(Rooms rooms, Sessions sessions) {
    this.rooms = rooms;
    this.sessions = sessions;
  }

  /** Keeps them from now on; the timer is set anew each time, so that none is ever missed. */
  void keep() {
    rooms
        .vertx()
        .setTimer(
            RENEW_MS,
            tick ->
                renew()
                    .onComplete(
                        done -> {
                          if (!closed) {
                            keep();
                          }
                        }));
  }

  void close() {
    closed = true;
  }

  private Future<?> renew() {
    long asked = rooms.tenure().now();
    List<Lease> leases = sessions.all().stream().filter(Session::held).map(Session::lease).toList();
    if (leases.isEmpty()) {
      rooms.tenure().confirm(asked);
      return Future.succeededFuture();
    }
    return rooms.store().leases().renew(leases).onSuccess(renewal -> renewed(renewal, asked));
  }

  private void renewed(Renewal renewal, long asked) {
    for (String run : renewal.lost()) {
      Session session = sessions.find(run);
      if (session != null && session.held()) {
        session.abandon();
      }
    }
    renewal.wanted().forEach(this::command);
    rooms.tenure().confirm(asked);
  }

  private void command(String run, Command command) {
    Session session = sessions.find(run);
    if (session != null) {
      session.command(command);
    }
  }
}
