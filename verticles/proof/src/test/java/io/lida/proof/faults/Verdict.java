package io.lida.proof.faults;

import java.util.List;

/**
 * What became of a row.
 *
 * @param holds whether all that was required was seen
 * @param broken what was not, one line each
 */
record Verdict(
    int row,
    String fault,
    String required,
    String seen,
    boolean holds,
    List<String> broken,
    double seconds) {
  Verdict {
    broken = List.copyOf(broken);
  }
}
