package io.lida.deliberation;

import io.lida.contract.Deliberation.Resolve;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Forecast;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records what came true: in the run's own log, and in the records of those who forecast it. Used
 * on the verticle's context.
 */
final class Resolving {
  private final Rooms rooms;
  private final Claims claims;
  private final Sessions sessions;

  Resolving(Rooms rooms, Claims claims, Sessions sessions) {
    this.rooms = rooms;
    this.claims = claims;
    this.sessions = sessions;
  }

  /** Fails with INVALID for another outcome than 0 and 1, and with CONFLICT before the end. */
  Future<Run> resolve(Resolve resolve) {
    if (resolve.outcome() != 0 && resolve.outcome() != 1) {
      return Future.failedFuture(
          new Fault(
              FaultCode.INVALID,
              "an outcome is 1, what was asked came true, or 0, it did not",
              "the outcome given is " + resolve.outcome(),
              "lida runs resolve " + resolve.run() + " --outcome 1"));
    }
    return sessions.inTurn(
        resolve.run(),
        () ->
            Logs.whole(rooms.store().log(), resolve.run())
                .compose(
                    log ->
                        State.of(log).status() == Status.COMPLETED
                            ? claims.claim(resolve.run()).compose(lease -> held(resolve, lease))
                            : Future.failedFuture(notOver(resolve.run(), State.of(log)))));
  }

  private Future<Run> held(Resolve resolve, io.lida.store.Lease lease) {
    return Holding.read(rooms, lease)
        .compose(holding -> written(holding, resolve.outcome()))
        .eventually(() -> rooms.store().leases().release(lease));
  }

  private Future<Run> written(Holding holding, int outcome) {
    String key = "resolve." + (holding.writer().lastSeq() + 1);
    return holding
        .writer()
        .append(key, new RunEvent.RunResolved(outcome))
        .compose(event -> known(holding, event, outcome));
  }

  private Future<Run> known(Holding holding, Event event, int outcome) {
    State state = holding.state();
    state.apply(event);
    rooms.bus().tell(Runs.live(holding.run()), event);
    return rooms
        .store()
        .records()
        .keep(state.manifest().tenant(), forecasts(holding.run(), state, outcome))
        .compose(kept -> Aftermath.filed(rooms, holding))
        .map(filed -> Document.of(holding.run(), state, state.status().id()));
  }

  private static Map<String, Forecast> forecasts(String run, State state, int outcome) {
    Map<String, Forecast> forecasts = new LinkedHashMap<>();
    Opinions.of(state)
        .forEach(
            one -> forecasts.put(one.speaker(), new Forecast(run, one.probability(), outcome)));
    return forecasts;
  }

  private static Fault notOver(String run, State state) {
    return new Fault(
        FaultCode.CONFLICT,
        "run " + run + " is " + state.status().id() + ", so there is no last word to judge",
        "what came true is recorded of runs that are completed",
        "lida runs show " + run);
  }
}
