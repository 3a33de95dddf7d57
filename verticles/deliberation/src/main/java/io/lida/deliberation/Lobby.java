package io.lida.deliberation;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Who may work at once, and who waits. First come, first served: while somebody waits, whoever
 * comes joins the line though a place be free. The line itself is the store's index of queued runs,
 * so that it outlives every node.
 */
final class Lobby {
  private final Capacity capacity;
  private final Places places;
  private int waiting;
  private boolean draining;

  Lobby(Capacity capacity) {
    this.capacity = capacity;
    this.places = new Places(capacity.places());
  }

  Capacity capacity() {
    return capacity;
  }

  /** A place for somebody who comes now. */
  Optional<Places.Place> enter() {
    return waiting > 0 ? Optional.empty() : places.take();
  }

  /** A place for the first in the line, or for a run that was left. */
  Optional<Places.Place> next() {
    return places.take();
  }

  int free() {
    return places.free();
  }

  /** How many wait, as far as is known here. */
  int waiting() {
    return waiting;
  }

  /** So many wait. */
  void waiting(int known) {
    waiting = known;
  }

  /** One more waits. */
  void joined() {
    waiting++;
  }

  boolean draining() {
    return draining;
  }

  void drain() {
    draining = true;
  }

  /** Fails once nothing new is taken. */
  Future<Void> open() {
    return draining
        ? Future.failedFuture(
            new Fault(
                FaultCode.DRAINING,
                "this node takes no new work",
                "it was told to end, and lets go of what it has",
                "ask another node, or this one when it is back"))
        : Future.succeededFuture();
  }

  /** What to say when nobody more may even wait. */
  Fault full() {
    return new Fault(
        FaultCode.BUSY,
        "no more runs are taken for now",
        capacity.places()
            + " are worked on here, and "
            + capacity.waiting()
            + " may wait for a place",
        "ask again later");
  }
}
