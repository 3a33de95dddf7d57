package io.lida.cli;

import io.lida.contract.Runs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list of runs page by page, since no keeper answers with all at once. */
final class RunPages {
  private static final int PAGE = 1_000;

  private RunPages() {}

  /** The newest runs, at most so many; of any status when none is given. */
  static List<Runs.Summary> read(Shell shell, @Nullable String status, int limit) {
    List<Runs.Summary> found = new ArrayList<>();
    String before = null;
    do {
      int wanted = Math.min(PAGE, limit - found.size());
      Runs.Listing page = shell.ask(Runs.LIST, new Runs.Query(status, null, wanted, before));
      found.addAll(page.runs());
      before = page.next();
    } while (before != null && found.size() < limit);
    return found;
  }
}
