package io.lida.deliberation;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.store.Lease;
import io.lida.store.LogWriter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A run in the hands of its owner: the right to it, what its log says, and the pen.
 *
 * <p>Everything that is done to a run begins here, whether it is new, taken up or ended for a dead
 * owner.
 */
record Holding(Lease lease, State state, LogWriter writer) {
  private static final String ENGINE = "engine";

  String run() {
    return lease.run();
  }

  /** A new run: its first event is durable. */
  static Future<Holding> begin(Rooms rooms, Lease lease, Manifest manifest) {
    LogWriter writer = rooms.store().log().writer(lease, 0, Event.GENESIS);
    return writer
        .append("start", new RunEvent.RunStarted(manifest))
        .map(
            event -> {
              rooms.bus().tell(Runs.live(lease.run()), event);
              return new Holding(lease, State.of(List.of(event)), writer);
            });
  }

  /**
   * A run whose log this engine understands; fails with a fault that is not retriable if it does
   * not.
   */
  static Future<Holding> read(Rooms rooms, Lease lease) {
    return Logs.whole(rooms.store().log(), lease.run())
        .map(
            events -> {
              State state = State.of(events);
              check(lease.run(), state.manifest().versions(), rooms.options().versions());
              Event last = events.getLast();
              LogWriter writer = rooms.store().log().writer(lease, last.seq(), last.hash());
              return new Holding(lease, state, writer);
            });
  }

  private static void check(String run, Map<String, String> made, Map<String, String> here) {
    if (!Objects.equals(made.get(ENGINE), here.get(ENGINE))) {
      throw new Fault(
          FaultCode.CONFLICT,
          "run " + run + " is not for this engine",
          "engine " + made.get(ENGINE) + " made it, and this is engine " + here.get(ENGINE),
          "go on with it where that version of lida is installed");
    }
  }

  /** Writes that there is a new owner, after which the run goes on. */
  Future<Holding> resume(Rooms rooms) {
    return writer
        .append("resume." + lease.epoch(), new RunEvent.RunResumed(lease.node()))
        .map(
            event -> {
              state.apply(event);
              rooms.bus().tell(Runs.live(run()), event);
              return this;
            });
  }

  /** Gives the run up as it is; whoever wants it may have it. */
  Future<Void> letGo(Rooms rooms) {
    return rooms.store().leases().release(lease);
  }
}
