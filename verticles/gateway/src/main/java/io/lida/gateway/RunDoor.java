package io.lida.gateway;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import java.util.regex.Pattern;

/**
 * The one place where it is decided who sees a run: its tenant. To all others it is absent, in the
 * same words as a run that never was.
 */
final class RunDoor {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Bus bus;

  RunDoor(Bus bus) {
    this.bus = bus;
  }

  /** The run, if this caller may see it; NOT_FOUND otherwise, INVALID for what is no id. */
  Future<Runs.Summary> open(Caller caller, String run) {
    if (!ID.matcher(run).matches()) {
      return Future.failedFuture(
          new Fault(
              FaultCode.INVALID,
              "not the id of a run",
              "an id has 1 to 64 letters, digits, dashes and underscores",
              "GET /api/v1/runs lists the runs"));
    }
    return bus.request(Runs.FIND, new Runs.Find(run))
        .transform(
            outcome -> {
              if (outcome.succeeded()) {
                return outcome.result().tenant().equals(caller.tenant())
                    ? Future.succeededFuture(outcome.result())
                    : Future.failedFuture(absent(run));
              }
              Fault fault = Fault.of(outcome.cause());
              return Future.failedFuture(fault.code() == FaultCode.NOT_FOUND ? absent(run) : fault);
            });
  }

  private static Fault absent(String run) {
    return new Fault(
        FaultCode.NOT_FOUND,
        "no run has the id " + run,
        "it never was, was removed, or is another's",
        "GET /api/v1/runs lists the runs");
  }
}
