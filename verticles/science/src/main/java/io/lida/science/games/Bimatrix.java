package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/**
 * A game of two players in normal form.
 *
 * @param row what the row player gets, by row and column
 * @param column what the column player gets, of the same shape
 */
public record Bimatrix(double[][] row, double[][] column) {
  static final String CODE = "invalid_game";
  private static final int MOST_ACTIONS = 64;

  public Bimatrix {
    checked(row);
    checked(column);
    if (row.length != column.length || row[0].length != column[0].length) {
      throw new Refusal(CODE, "both payoff matrices must have the same shape");
    }
  }

  private static void checked(double[][] payoffs) {
    if (payoffs.length == 0 || payoffs[0].length == 0) {
      throw new Refusal("empty_input", "a game needs an action for each player");
    }
    if (payoffs.length > MOST_ACTIONS || payoffs[0].length > MOST_ACTIONS) {
      throw new Refusal("too_large", "at most " + MOST_ACTIONS + " actions for each player");
    }
    for (double[] line : payoffs) {
      Checks.length(Checks.finite(line, CODE), payoffs[0].length, "each row", CODE);
      for (double payoff : line) {
        Checks.within(payoff, -1e100, 1e100, "a payoff", CODE);
      }
    }
  }

  /** A symmetric game: what each gets who plays the row against the column. */
  public static Bimatrix symmetric(double[][] payoff) {
    checked(payoff);
    Checks.length(payoff[0], payoff.length, "each row of a symmetric game", CODE);
    double[][] other = new double[payoff.length][payoff.length];
    for (int i = 0; i < payoff.length; i++) {
      for (int j = 0; j < payoff.length; j++) {
        other[i][j] = payoff[j][i];
      }
    }
    return new Bimatrix(payoff, other);
  }

  int rows() {
    return row.length;
  }

  int columns() {
    return row[0].length;
  }

  /** What each row earns against a mixed column. */
  double[] rowPayoffs(double[] y) {
    double[] earned = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        earned[i] += row[i][j] * y[j];
      }
    }
    return earned;
  }

  /** What each column earns against a mixed row. */
  double[] columnPayoffs(double[] x) {
    double[] earned = new double[columns()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        earned[j] += column[i][j] * x[i];
      }
    }
    return earned;
  }

  /** The larger of 1 and the largest payoff by size: what tolerances are measured by. */
  double scale() {
    double scale = 1;
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        scale = Math.max(scale, Math.max(Math.abs(row[i][j]), Math.abs(column[i][j])));
      }
    }
    return scale;
  }
}
