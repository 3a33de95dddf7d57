package io.lida.gateway;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Studies;
import io.vertx.core.Future;
import java.util.regex.Pattern;

/** Decides who sees a study, as {@link RunDoor} does for runs: its tenant. */
final class StudyDoor {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Bus bus;

  StudyDoor(Bus bus) {
    this.bus = bus;
  }

  /** The study, if this caller may see it; NOT_FOUND otherwise, INVALID for what is no id. */
  Future<Studies.Summary> open(Caller caller, String study) {
    if (!ID.matcher(study).matches()) {
      return Future.failedFuture(
          new Fault(
              FaultCode.INVALID,
              "not the id of a study",
              "an id has 1 to 64 letters, digits, dashes and underscores",
              "GET /api/v1/studies lists the studies"));
    }
    return bus.request(Studies.FIND, new Studies.Find(study))
        .transform(
            outcome -> {
              if (outcome.succeeded()) {
                return outcome.result().tenant().equals(caller.tenant())
                    ? Future.succeededFuture(outcome.result())
                    : Future.failedFuture(absent(study));
              }
              Fault fault = Fault.of(outcome.cause());
              return Future.failedFuture(
                  fault.code() == FaultCode.NOT_FOUND ? absent(study) : fault);
            });
  }

  private static Fault absent(String study) {
    return new Fault(
        FaultCode.NOT_FOUND,
        "no study has the id " + study,
        "it never was, was kept long enough, or is another's",
        "GET /api/v1/studies lists the studies");
  }
}
