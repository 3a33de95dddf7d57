package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.function.Consumer;

/**
 * Advice that nobody gains by not following: a distribution over pairs of actions with {@code sum_j
 * p_ij (M_ij - M_kj) >= 0} for each row i and k, and likewise for columns (Aumann 1974, 1987).
 *
 * @param distribution by row and column; sums to 1
 * @param welfare the expected payoff of both together
 */
public record Correlated(double[][] distribution, double welfare) {
  private static final double TOLERANCE = 1e-9;

  /** The equilibrium that is best for both together. */
  public static Correlated best(Bimatrix game) {
    int columns = game.columns();
    Program program = new Program(game.rows() * columns);
    temptations(game, gain -> program.notNegative(flat(gain)));
    double[][] total = new double[game.rows()][columns];
    for (int i = 0; i < game.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        total[i][j] = (game.row()[i][j] + game.column()[i][j]) / game.scale();
      }
    }
    double[] shares =
        program
            .maximize(flat(total))
            .orElseThrow(
                () -> new Refusal("not_converged", "no equilibrium was found, though one exists"));
    double[][] distribution = new double[game.rows()][columns];
    double welfare = 0;
    for (int i = 0; i < game.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        distribution[i][j] = shares[i * columns + j];
        welfare += distribution[i][j] * total[i][j] * game.scale();
      }
    }
    return new Correlated(distribution, welfare);
  }

  /**
   * Whether nobody gains more than 1e-9 of the largest payoff by not following.
   *
   * @param distribution of the game's shape, sums to 1 within 1e-9; {@code invalid_probability}
   *     otherwise
   */
  public static boolean is(Bimatrix game, double[][] distribution) {
    checked(game, distribution);
    boolean[] holds = {true};
    temptations(
        game,
        gain -> {
          double sum = 0;
          for (int i = 0; i < game.rows(); i++) {
            for (int j = 0; j < game.columns(); j++) {
              sum += gain[i][j] * distribution[i][j];
            }
          }
          holds[0] &= sum >= -TOLERANCE;
        });
    return holds[0];
  }

  private static void checked(Bimatrix game, double[][] distribution) {
    String code = "invalid_probability";
    if (distribution.length != game.rows()) {
      throw new Refusal(code, "the distribution must have the shape of the game");
    }
    double sum = 0;
    for (double[] row : distribution) {
      for (double share : Checks.length(row, game.columns(), "each row", code)) {
        sum += Checks.within(share, 0, 1, "a share", code);
      }
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new Refusal(code, "the distribution sums to " + sum + " and must sum to 1");
    }
  }

  /** What following rather than doing something else gains, for each player and such pair. */
  private static void temptations(Bimatrix game, Consumer<double[][]> each) {
    double scale = game.scale();
    for (int told = 0; told < game.rows(); told++) {
      for (int other = 0; other < game.rows(); other++) {
        double[][] gain = new double[game.rows()][game.columns()];
        for (int j = 0; j < game.columns(); j++) {
          gain[told][j] = (game.row()[told][j] - game.row()[other][j]) / scale;
        }
        each.accept(gain);
      }
    }
    for (int told = 0; told < game.columns(); told++) {
      for (int other = 0; other < game.columns(); other++) {
        double[][] gain = new double[game.rows()][game.columns()];
        for (int i = 0; i < game.rows(); i++) {
          gain[i][told] = (game.column()[i][told] - game.column()[i][other]) / scale;
        }
        each.accept(gain);
      }
    }
  }

  private static double[] flat(double[][] matrix) {
    double[] flat = new double[matrix.length * matrix[0].length];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * matrix[0].length, matrix[0].length);
    }
    return flat;
  }
}
