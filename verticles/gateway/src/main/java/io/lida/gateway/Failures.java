package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;

/** Faults as {@code lida.error/v1}: four parts always, and never a stack trace. */
final class Failures {
  private static final Logger LOG = System.getLogger(Failures.class.getName());
  private static final String DOCS = "/openapi.json";
  private static final String SOON = "1";

  private Failures() {}

  /** The answer that says what went wrong; what nobody foresaw is logged whole. */
  static Reply reply(Throwable cause, String trace) {
    Fault fault = Fault.of(cause);
    if (fault.code() == FaultCode.INTERNAL && fault != cause) {
      LOG.log(Level.ERROR, "unforeseen failure, trace " + trace, cause);
    }
    return reply(fault);
  }

  static Reply reply(Fault fault) {
    return reply(fault.code().status(), fault);
  }

  /** As {@link #reply(Fault)}, where the web has a status of its own for it. */
  static Reply reply(int status, Fault fault) {
    Reply reply = Reply.json(status, document(fault));
    return switch (fault.code()) {
      case UNAUTHENTICATED -> reply.with(Map.of("WWW-Authenticate", "Bearer realm=\"lida\""));
      case RATE_LIMITED, BUSY, DRAINING, STORE_UNAVAILABLE, ABSENT ->
          reply.with(Map.of("Retry-After", SOON));
      default -> reply;
    };
  }

  static Documents.Failure document(Fault fault) {
    return new Documents.Failure(
        "lida.error/v1",
        new Documents.Failure.Error(
            fault.code().id(),
            fault.title(),
            fault.detail().isEmpty() ? meaning(fault.code()) : fault.detail(),
            fault.fix().isEmpty() ? remedy(fault.code()) : fault.fix(),
            DOCS));
  }

  private static String meaning(FaultCode code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String remedy(FaultCode code) {
    return code.retriable() ? "try again" : "see " + DOCS;
  }
}
