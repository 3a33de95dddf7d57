package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.RunEvent;
import java.util.Arrays;

/** What the end of a run means to the shell that waits for it. */
final class Ending {
  private static final int GATE_NOT_MET = 10;
  private static final int STOPPED = 130;

  private Ending() {}

  /** The exit code; 130 for a run that was stopped before its end. */
  static int exit(Course course, boolean requireConsensus) {
    return switch (course.end()) {
      case RunEvent.RunCompleted completed -> exit(completed, course, requireConsensus);
      case RunEvent.RunFailed failed -> fault(failed).code().exit();
      case null, default -> STOPPED;
    };
  }

  private static int exit(
      RunEvent.RunCompleted completed, Course course, boolean requireConsensus) {
    return switch (completed.termination().reason()) {
      case "budget" -> FaultCode.BUDGET.exit();
      case "timeout" -> FaultCode.TIMEOUT.exit();
      default -> {
        RunEvent.Decided decided = course.decided();
        boolean reached = decided != null && decided.decision().reached();
        yield requireConsensus && !reached ? GATE_NOT_MET : 0;
      }
    };
  }

  /** The failure a run ended with; its code may be written as a name or as {@code LIDA-6001}. */
  static Fault fault(RunEvent.RunFailed failed) {
    String written = failed.code();
    FaultCode code =
        Arrays.stream(FaultCode.values())
            .filter(known -> known.name().equalsIgnoreCase(written) || known.id().equals(written))
            .findFirst()
            .orElse(FaultCode.INTERNAL);
    return new Fault(code, failed.title(), failed.detail(), failed.fix());
  }
}
