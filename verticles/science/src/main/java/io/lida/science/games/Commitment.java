package io.lida.science.games;

import java.util.Optional;

/**
 * A leader binds itself to a mixed strategy before the follower chooses (von Stackelberg 1934;
 * Conitzer and Sandholm 2006): one linear program for each answer of the follower, whose ties are
 * broken for the leader.
 *
 * @param commitment the leader's, who is the row player
 * @param leaderPayoff what it earns
 * @param followerAction the column that answers, from 0
 */
public record Commitment(double[] commitment, double leaderPayoff, int followerAction) {
  private static final double BETTER = 1e-9;

  /** The best commitment; of answers equally good for the leader the first. */
  public static Commitment best(Bimatrix game) {
    Optional<Commitment> best = Optional.empty();
    for (int answer = 0; answer < game.columns(); answer++) {
      Optional<Commitment> one = towards(game, answer);
      double bound =
          best.map(Commitment::leaderPayoff).orElse(Double.NEGATIVE_INFINITY)
              + BETTER * game.scale();
      if (one.filter(found -> found.leaderPayoff() > bound).isPresent()) {
        best = one;
      }
    }
    // Whatever the leader does, some column is a best answer to it.
    return best.orElseThrow();
  }

  private static Optional<Commitment> towards(Bimatrix game, int answer) {
    double scale = game.scale();
    Program program = new Program(game.rows());
    for (int other = 0; other < game.columns(); other++) {
      double[] gain = new double[game.rows()];
      for (int i = 0; i < gain.length; i++) {
        gain[i] = (game.column()[i][answer] - game.column()[i][other]) / scale;
      }
      program.notNegative(gain);
    }
    double[] aim = new double[game.rows()];
    for (int i = 0; i < aim.length; i++) {
      aim[i] = game.row()[i][answer] / scale;
    }
    return program
        .maximize(aim)
        .map(
            shares -> {
              double payoff = 0;
              for (int i = 0; i < shares.length; i++) {
                payoff += shares[i] * game.row()[i][answer];
              }
              return new Commitment(shares, payoff, answer);
            });
  }
}
