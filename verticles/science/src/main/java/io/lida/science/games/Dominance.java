package io.lida.science.games;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of two pure equilibria of a 2x2 game is safer, and which is better for both.
 *
 * @param riskDominant row and column, from 0, of the one with the larger product of what a
 *     deviation loses (Harsanyi and Selten 1988); empty in a tie
 * @param payoffDominant of the one in which neither earns less and one earns more; empty if none
 */
public record Dominance(List<Integer> riskDominant, List<Integer> payoffDominant) {

  /**
   * Compares them.
   *
   * @throws Refusal {@code invalid_game} for a game that is not 2x2, or without a strict pure
   *     equilibrium
   */
  public static Dominance of(Bimatrix game) {
    if (game.rows() != 2 || game.columns() != 2) {
      throw new Refusal(Bimatrix.CODE, "risk dominance compares the equilibria of a 2x2 game");
    }
    List<List<Integer>> pure = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        if (rowLoss(game, i, j) > 0 && columnLoss(game, i, j) > 0) {
          pure.add(List.of(i, j));
        }
      }
    }
    if (pure.isEmpty()) {
      throw new Refusal(Bimatrix.CODE, "the game has no strict pure equilibrium");
    }
    return new Dominance(safest(game, pure), best(game, pure));
  }

  private static List<Integer> safest(Bimatrix game, List<List<Integer>> pure) {
    if (pure.size() == 1) {
      return pure.getFirst();
    }
    double first = product(game, pure.getFirst());
    double second = product(game, pure.getLast());
    return first == second ? List.of() : first > second ? pure.getFirst() : pure.getLast();
  }

  private static List<Integer> best(Bimatrix game, List<List<Integer>> pure) {
    List<Integer> first = pure.getFirst();
    List<Integer> last = pure.getLast();
    if (pure.size() == 1 || beats(game, first, last)) {
      return first;
    }
    return beats(game, last, first) ? last : List.of();
  }

  private static boolean beats(Bimatrix game, List<Integer> one, List<Integer> other) {
    double row = at(game.row(), one) - at(game.row(), other);
    double column = at(game.column(), one) - at(game.column(), other);
    return row >= 0 && column >= 0 && row + column > 0;
  }

  private static double at(double[][] payoffs, List<Integer> cell) {
    return payoffs[cell.getFirst()][cell.getLast()];
  }

  private static double product(Bimatrix game, List<Integer> cell) {
    return rowLoss(game, cell.getFirst(), cell.getLast())
        * columnLoss(game, cell.getFirst(), cell.getLast());
  }

  private static double rowLoss(Bimatrix game, int i, int j) {
    return game.row()[i][j] - game.row()[1 - i][j];
  }

  private static double columnLoss(Bimatrix game, int i, int j) {
    return game.column()[i][j] - game.column()[i][1 - j];
  }
}
