package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import java.util.List;

/** Finds the run a person means by the beginning of its id, or by {@code last}. */
final class RunIds {
  private static final int LOOKED_AT = 10_000;

  /** A server lists no more than the newest so many; older runs are known by their whole ids. */
  private static final int LISTED_BY_A_SERVER = 1_000;

  private RunIds() {}

  /**
   * The whole id.
   *
   * @throws Fault NOT_FOUND with what may have been meant; USAGE when several runs begin so
   */
  static String find(Shell shell, String written) {
    List<String> ids =
        shell.ask(Runs.LIST, new Runs.Query(null, null, LOOKED_AT)).runs().stream()
            .map(Runs.Summary::id)
            .toList();
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
    if (begun.isEmpty() && ids.size() >= LISTED_BY_A_SERVER && kept(shell, written)) {
      return written;
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

  private static boolean kept(Shell shell, String id) {
    try {
      return shell.ask(Runs.FIND, new Runs.Find(id)).id().equals(id);
    } catch (Fault absent) {
      if (absent.code() == FaultCode.NOT_FOUND || absent.code() == FaultCode.INVALID) {
        return false;
      }
      throw absent;
    }
  }
}
