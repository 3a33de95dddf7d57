package io.lida.cli;

import io.lida.contract.Runs;
import java.util.List;

/** Finds the run a person means by the beginning of its id, or by {@code last}. */
final class RunIds {
  private RunIds() {}

  /**
   * The whole id.
   *
   * @throws io.lida.contract.Fault NOT_FOUND with what may have been meant; USAGE when several runs
   *     begin so
   */
  static String find(Shell shell, String written) {
    List<String> ids =
        RunPages.read(shell, null, Integer.MAX_VALUE).stream().map(Runs.Summary::id).toList();
    return Ids.find("run", "lida runs ls", written, ids);
  }
}
