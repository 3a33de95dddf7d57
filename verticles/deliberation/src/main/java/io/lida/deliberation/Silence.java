package io.lida.deliberation;

import static java.util.stream.Collectors.joining;

import io.lida.contract.FaultCode;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.CallFailed;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Termination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a round or a vote that nobody could answer ends a run: as a failure whose cause can be mended
 * and the run then be resumed. Pure functions over the failed calls.
 */
final class Silence {
  private Silence() {}

  static Intention ends(State state) {
    List<CallFailed> silent = silent(state);
    Map<String, String> open = new LinkedHashMap<>();
    for (CallFailed failed : silent) {
      if (failed.code().equals(FaultCode.CIRCUIT_OPEN.id())) {
        open.putIfAbsent(model(state, failed), failed.detail());
      }
    }
    boolean inVain = silent.stream().allMatch(failed -> open.containsKey(model(state, failed)));
    return new Intention.Write(
        "failed", inVain ? breakerOpen(state, open) : noSpeakers(state, silent));
  }

  /** The calls of the round, or of the vote once it has begun, in the order of seats. */
  private static List<CallFailed> silent(State state) {
    return state.failures().stream().filter(failed -> counts(state, failed.call())).toList();
  }

  private static boolean counts(State state, RunEvent.Call call) {
    return state.voting()
        ? call.kind() == CallKind.VOTE
        : call.round() == state.round()
            && (call.kind() == CallKind.TURN || call.kind() == CallKind.MOVE);
  }

  private static String model(State state, CallFailed failed) {
    return state.manifest().seats().get(failed.call().seat()).model();
  }

  /** Each model that was asked is one whose circuit is open, so that asking on would be in vain. */
  private static RunEvent breakerOpen(State state, Map<String, String> open) {
    String evidence =
        open.entrySet().stream()
            .map(model -> model.getKey() + ": " + model.getValue())
            .collect(joining("; "));
    return new RunEvent.RunFailed(
        FaultCode.CIRCUIT_OPEN.id(),
        nobody(state) + ": the circuit of " + String.join(", ", open.keySet()) + " is open",
        evidence,
        "wait until the next probe is due, then resume the run",
        new Termination("breaker_open", where(state) + ", " + evidence));
  }

  private static RunEvent noSpeakers(State state, List<CallFailed> silent) {
    CallFailed last = silent.getLast();
    return new RunEvent.RunFailed(
        last.code(),
        nobody(state) + ": " + last.title(),
        last.detail(),
        "mend the cause, then resume the run",
        new Termination(
            "no_speakers",
            where(state) + ", each of " + silent.size() + " calls failed: " + last.title()));
  }

  private static String nobody(State state) {
    return "no persona could answer " + where(state);
  }

  private static String where(State state) {
    return state.voting() ? "in the vote" : "in round " + state.round();
  }
}
