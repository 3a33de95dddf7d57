package io.lida.science.games;

import io.lida.science.Checks;
import java.util.List;

/**
 * Players who err less the more an error costs: {@code sigma(a)} in proportion to {@code exp(lambda
 * u(a))}, all at once (McKelvey and Palfrey 1995), followed from even play at lambda 0 (Turocy
 * 2005).
 *
 * @param shares of the actions of each player
 * @param lambda at which these hold
 * @param converged whether that is the lambda asked for
 */
public record QuantalResponse(List<double[]> shares, double lambda, boolean converged) {
  private static final int MOST_STEPS = 20_000;

  /** The row player's shares. */
  public double[] x() {
    return shares.get(0);
  }

  /** The column player's shares. */
  public double[] y() {
    return shares.get(1);
  }

  /** As {@link #logit(NormalForm, double)}, of a game of two. */
  public static QuantalResponse logit(Bimatrix game, double lambda) {
    return logit(NormalForm.of(game), lambda);
  }

  /**
   * Follows the branch to {@code lambda}, which is at least 0. Where the branch turns back, it ends
   * at the turn, not converged.
   *
   * @throws io.lida.science.Refusal {@code too_large} for players with more than 128 actions
   *     together
   */
  public static QuantalResponse logit(NormalForm game, double lambda) {
    Checks.within(lambda, 0, 1e12, "lambda", "invalid_input");
    LogitBranch branch = new LogitBranch(game);
    double[] point = branch.even();
    double at = 0;
    double stride = 0.25 / game.scale();
    for (int step = 0; step < MOST_STEPS && at < lambda; step++) {
      double next = Math.min(lambda, at + stride);
      double[] corrected = point.clone();
      int corrections = branch.correct(corrected, next);
      if (corrections < 0) {
        stride /= 2;
        if (at + stride == at) {
          break;
        }
      } else {
        point = corrected;
        at = next;
        stride *= corrections <= 4 ? 1.5 : 1;
      }
    }
    return new QuantalResponse(branch.shares(point), at, at >= lambda);
  }
}
