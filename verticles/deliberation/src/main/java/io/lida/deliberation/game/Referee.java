package io.lida.deliberation.game;

import io.lida.contract.Game;
import io.lida.contract.Play;
import io.lida.contract.World;
import io.lida.science.Refusal;
import java.util.List;

/**
 * Owns the world and the rules of one game. The same moves in the same world always come to the
 * same: chance enters as its expectation.
 */
public sealed interface Referee permits Precipice, Regulation, ExportControlGame, Bloc {
  /** The most who can play. */
  int MOST_PLAYERS = 8;

  /**
   * Knows a game.
   *
   * @param players their ids in the order of seats, at most {@link #MOST_PLAYERS}
   * @throws Refusal when the figures contradict each other
   */
  static Referee of(Game game, List<String> players) {
    Figures figures = new Figures(Parameter.filled(game), players);
    return switch (game.form()) {
      case PRECIPICE -> new Precipice(figures);
      case REGULATION -> new Regulation(figures);
      case EXPORT_CONTROL -> new ExportControlGame(figures);
      case BLOC -> new Bloc(figures);
    };
  }

  /** The figures it is played with, and who plays. */
  Figures figures();

  /** The world before the first round. */
  World begin();

  /** What a seat may do in a world. */
  Game.Lever lever(World world, int seat);

  /**
   * Resolves a round.
   *
   * @param moves the value each seat set, in the order of seats; legal ones
   */
  Resolution resolve(World before, double[] moves);

  /** What each earns in a round, on average, if all always move like this. */
  double[] stage(double[] moves);

  /** The equilibrium move of a seat. */
  double nash(int seat);

  /** The steps of a seat's lever in which moves are compared, the least restrained first. */
  List<Double> levels(int seat);

  /**
   * The quantal response equilibria along rising lambdas, as far as they can be followed.
   *
   * @return for each lambda, for each seat, the share of each of its {@link #levels}
   */
  List<double[][]> quantal(double[] lambdas);

  /** What can be said by formula, beside the same of the rounds that were resolved. */
  List<Play.ClosedForm> closedForms(List<Play.Round> rounds);
}
