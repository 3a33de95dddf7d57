package io.lida.deliberation.game;

import io.lida.science.games.SymmetricLogit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Quantal responses in a game in which all seats are alike. */
final class Alike {
  private Alike() {}

  /** As {@link Referee#quantal}; ends where a mixture cannot be found. */
  static List<double[][]> quantal(Referee referee, double[] lambdas) {
    List<Double> levels = referee.levels(0);
    int seats = referee.figures().seats();
    SymmetricLogit.Payoff payoff =
        (own, others) -> referee.stage(moves(levels, own, others, seats))[0];
    List<double[][]> path = new ArrayList<>();
    for (SymmetricLogit step : SymmetricLogit.follow(seats, levels.size(), payoff, lambdas)) {
      if (!step.converged()) {
        break;
      }
      double[][] shares = new double[seats][];
      Arrays.fill(shares, step.shares());
      path.add(shares);
    }
    return path;
  }

  private static double[] moves(List<Double> levels, int own, int[] others, int seats) {
    double[] moves = new double[seats];
    moves[0] = levels.get(own);
    int seat = 1;
    for (int level = 0; level < others.length; level++) {
      for (int count = 0; count < others[level]; count++) {
        moves[seat++] = levels.get(level);
      }
    }
    return moves;
  }
}
