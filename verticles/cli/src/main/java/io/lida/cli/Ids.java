package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.List;

/** Finds what a person means by the beginning of an id, or by {@code last}. */
final class Ids {
  private Ids() {}

  /**
   * The whole id.
   *
   * @param thing what the ids are of
   * @param ids newest first
   * @throws Fault NOT_FOUND with what may have been meant; USAGE when several begin so
   */
  static String find(String thing, String list, String written, List<String> ids) {
    if (ids.contains(written)) {
      return written;
    }
    if (written.equals("last") && !ids.isEmpty()) {
      return ids.getFirst();
    }
    String several = thing.equals("study") ? "studies" : thing + "s";
    List<String> begun =
        ids.stream().filter(id -> !written.isEmpty() && id.startsWith(written)).toList();
    if (begun.size() == 1) {
      return begun.getFirst();
    }
    if (begun.isEmpty()) {
      throw new Fault(
          FaultCode.NOT_FOUND,
          "no " + thing + " is called " + Plain.line(written),
          Figures.many(ids.size(), thing + " is", several + " are")
              + " kept"
              + Suggest.clause(written, ids),
          list);
    }
    throw new Fault(
        FaultCode.USAGE,
        "several " + several + " begin with " + Plain.line(written),
        String.join(", ", begun.subList(0, Math.min(5, begun.size()))),
        "give more of the id");
  }
}
