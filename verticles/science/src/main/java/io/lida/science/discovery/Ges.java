package io.lida.science.discovery;

import io.lida.science.Checks;

/**
 * The graph of the best score by greedy equivalence search (Chickering 2002): from no edge, the
 * insertion that gains most until none gains, then deletions likewise.
 *
 * <p>Assumes linear Gaussian variables whose common causes are all observed. With ever more
 * observations it finds the class of the DAG behind them.
 *
 * @param graph a CPDAG
 * @param score sum over variables of {@code -n ln v - c k ln n}, variables divided by their
 *     deviations, v what k causes leave of a variance; larger is better
 */
public record Ges(Graph graph, double score) {
  /** The penalty of the Bayesian information criterion itself (Schwarz 1978). */
  public static final double PENALTY = 1;

  /**
   * Searches.
   *
   * @param penalty c, how dear an edge is; above 0, usually from 1 to 2
   * @throws io.lida.science.Refusal {@code too_large} when the graph is too dense
   */
  public static Ges search(Covariance covariance, double penalty) {
    Bic bic = new Bic(covariance, Checks.positive(penalty, "penalty", "invalid_input"));
    Marks cpdag = new Marks(covariance.variables().size());
    for (Move move = Moves.insertion(cpdag, bic);
        move.gain() > 0;
        move = Moves.insertion(cpdag, bic)) {
      cpdag = move.insert(cpdag);
    }
    for (Move move = Moves.deletion(cpdag, bic);
        move.gain() > 0;
        move = Moves.deletion(cpdag, bic)) {
      cpdag = move.delete(cpdag);
    }
    Marks dag = Cpdag.extension(cpdag);
    double score = 0;
    for (int place = 0; place < dag.size(); place++) {
      score += bic.score(place, dag.causes(place));
    }
    return new Ges(cpdag.graph(covariance.variables()), score);
  }
}
