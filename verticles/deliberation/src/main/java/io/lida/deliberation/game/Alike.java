package io.lida.deliberation.game;

import io.lida.contract.Game;
import io.lida.contract.World;
import io.lida.science.games.SymmetricLogit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** What games share in which all seats are alike. */
final class Alike {
  private Alike() {}

  /** A race in which nobody has moved yet. */
  static World.AgiRace race(Figures figures) {
    return new World.AgiRace(
        0,
        false,
        figures.each(seat -> 0),
        figures.each(seat -> 1.0 / figures.seats()),
        figures.each(seat -> 0),
        figures.each(seat -> 0),
        0,
        1);
  }

  /** A lever that knows two values: 0, no restraint, and 1, full restraint. */
  static Game.Lever either(String name, String none, String full, String meaning) {
    Map<String, Double> points = new LinkedHashMap<>();
    points.put(none, 0.0);
    points.put(full, 1.0);
    return new Game.Lever(name, 0, 1, points, 1, 0, meaning);
  }

  /** What each earns as the mean of what it earns from each other one. */
  static double[] pairwise(double[] moves, DoubleBinaryOperator payoff) {
    double[] payoffs = new double[moves.length];
    for (int seat = 0; seat < moves.length; seat++) {
      for (int other = 0; other < moves.length; other++) {
        payoffs[seat] += other == seat ? 0 : payoff.applyAsDouble(moves[seat], moves[other]);
      }
      payoffs[seat] /= moves.length - 1;
    }
    return payoffs;
  }

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
