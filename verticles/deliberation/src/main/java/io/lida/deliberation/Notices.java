package io.lida.deliberation;

import io.lida.contract.Bus;
import io.lida.contract.Monitor;
import io.lida.store.Left;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells operators what becomes of runs. Each is told at least once, hardly ever twice. */
final class Notices {
  private final Bus bus;
  private final InstantSource clock;
  private final String node;

  Notices(Bus bus, InstantSource clock, String node) {
    this.bus = bus;
    this.clock = clock;
    this.node = node;
  }

  void started(String run, State state) {
    tell("started", run, state, Map.of("mode", mode(state)));
  }

  void queued(String run, State state) {
    tell("queued", run, state, Map.of("mode", mode(state)));
  }

  /**
   * Somebody goes on with a run.
   *
   * @param state before it was taken up
   * @param left how it was found; absent when a person asked for it
   */
  void resumed(String run, State state, @Nullable Left left) {
    Map<String, String> facts = new LinkedHashMap<>();
    Long silent = left == null ? null : left.silentMs();
    long quiet = Duration.between(state.lastAt(), clock.instant()).toMillis();
    facts.put("after_ms", Long.toString(silent == null ? Math.max(0, quiet) : silent));
    if (left != null) {
      left.lastOwner().ifPresent(owner -> facts.put("taken_from", owner));
    }
    tell("resumed", run, state, facts);
  }

  /** The run has ended or stands still. */
  void rested(String run, State state) {
    tell(state.status().id(), run, state, Map.of("mode", mode(state)));
  }

  void leaseLost(String run, State state) {
    tell("lease_lost", run, state, Map.of());
  }

  void parked(String run, String tenant, String reason) {
    tell("parked", run, tenant, Map.of("reason", reason));
  }

  private static String mode(State state) {
    return state.manifest().scenario().deliberation().mode().id();
  }

  private void tell(String what, String run, State state, Map<String, String> facts) {
    tell(what, run, state.manifest().tenant(), facts);
  }

  private void tell(String what, String run, String tenant, Map<String, String> facts) {
    bus.tell(
        Monitor.family("run"),
        new Monitor.Notice("run." + what, clock.instant(), node, run, tenant, facts));
  }
}
