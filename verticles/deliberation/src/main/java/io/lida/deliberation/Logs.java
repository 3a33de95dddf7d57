package io.lida.deliberation;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.store.RunLog;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Reads whole logs, a stretch at a time. */
final class Logs {
  private static final int STRETCH = 1_000;

  private Logs() {}

  /** All events of a run; a run without any is not found. */
  static Future<List<Event>> whole(RunLog log, String run) {
    return more(log, run, new ArrayList<>())
        .compose(
            events ->
                events.isEmpty()
                    ? Future.failedFuture(
                        new Fault(
                            FaultCode.NOT_FOUND,
                            "no run " + run,
                            "nothing was ever written of it, or it was removed",
                            "lida runs ls"))
                    : Future.succeededFuture(events));
  }

  private static Future<List<Event>> more(RunLog log, String run, List<Event> sofar) {
    return log.read(run, sofar.size(), STRETCH)
        .compose(
            stretch -> {
              sofar.addAll(stretch);
              return stretch.size() < STRETCH
                  ? Future.succeededFuture(sofar)
                  : more(log, run, sofar);
            });
  }
}
