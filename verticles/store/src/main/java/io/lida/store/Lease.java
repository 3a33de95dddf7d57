package io.lida.store;

/**
 * The right to write one run.
 *
 * @param node the id of the node that holds it
 * @param epoch counts the owners of the run; the store refuses what an earlier one writes
 */
public record Lease(String run, String node, long epoch) {
  public Lease {
    Keys.checked(run);
    if (epoch < 1) {
      throw new IllegalArgumentException("epoch must be at least 1, not " + epoch);
    }
  }
}
