package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import java.util.List;

/** Finds the run a person means by the beginning of its id, or by {@code last}. */
final class RunIds {
  private RunIds() {}

  /**
   * The whole id.
   *
   * @throws Fault NOT_FOUND with what may have been meant; USAGE when several runs begin so
   */
  static String find(Shell shell, String written) {
    List<String> ids =
        RunPages.read(shell, null, Integer.MAX_VALUE).stream().map(Runs.Summary::id).toList();
    if (ids.contains(written)) {
      return written;
    }
    if (written.equals("last") && !ids.isEmpty()) {
      return ids.getFirst();
    }
    List<String> begun =
        ids.stream().filter(id -> !written.isEmpty() && id.startsWith(written)).toList();
    if (begun.size() == 1) {
      return begun.getFirst();
    }
    if (begun.isEmpty()) {
      throw new Fault(
          FaultCode.NOT_FOUND,
          "no run is called " + Plain.line(written),
          Figures.many(ids.size(), "run is", "runs are") + " kept" + Suggest.clause(written, ids),
          "lida runs ls");
    }
    throw new Fault(
        FaultCode.USAGE,
        "several runs begin with " + Plain.line(written),
        String.join(", ", begun.subList(0, Math.min(5, begun.size()))),
        "give more of the id");
  }
}
