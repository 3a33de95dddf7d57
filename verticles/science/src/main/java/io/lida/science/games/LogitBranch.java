package io.lida.science.games;

import io.lida.science.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The points at which everybody's shares are the logit response to the others', for {@link
 * QuantalResponse}. A point holds the shares of all players one after the other.
 */
final class LogitBranch {
  private static final int MOST_CORRECTIONS = 12;
  private static final int MOST_ACTIONS = 128;
  private static final double EXACT = 1e-12;

  private final NormalForm game;

  /** Where each player's shares begin in a point, and at last its length. */
  private final int[] starts;

  LogitBranch(NormalForm game) {
    this.game = game;
    this.starts = new int[game.players() + 1];
    for (int player = 0; player < game.players(); player++) {
      starts[player + 1] = starts[player] + game.actions()[player];
    }
    Checks.within(length(), 1, MOST_ACTIONS, "the number of actions", "too_large");
  }

  private int length() {
    return starts[game.players()];
  }

  double[] even() {
    double[] point = new double[length()];
    for (int player = 0; player < game.players(); player++) {
      Arrays.fill(point, starts[player], starts[player + 1], 1.0 / game.actions()[player]);
    }
    return point;
  }

  /** The shares of each player in a point. */
  List<double[]> shares(double[] point) {
    List<double[]> shares = new ArrayList<>();
    for (int player = 0; player < game.players(); player++) {
      shares.add(Arrays.copyOfRange(point, starts[player], starts[player + 1]));
    }
    return shares;
  }

  /** Newton's method; answers how many corrections it took, or -1 if it did not settle. */
  int correct(double[] point, double lambda) {
    double before = Double.POSITIVE_INFINITY;
    for (int time = 1; time <= MOST_CORRECTIONS; time++) {
      double[] response = response(point, lambda);
      double[] gap = new double[point.length];
      for (int i = 0; i < gap.length; i++) {
        gap[i] = response[i] - point[i];
      }
      DecompositionSolver solver =
          new LUDecomposition(slope(point, response, lambda), 0).getSolver();
      if (!solver.isNonSingular()) {
        return -1;
      }
      double[] move = solver.solve(new ArrayRealVector(gap)).toArray();
      double size = Arrays.stream(move).map(Math::abs).max().orElseThrow();
      if (!(size < before || size < EXACT)) {
        return -1;
      }
      before = size;
      for (int i = 0; i < point.length; i++) {
        point[i] += move[i];
      }
      if (size < EXACT) {
        return Arrays.stream(point).allMatch(share -> share > -EXACT) ? clean(point, time) : -1;
      }
    }
    return -1;
  }

  private int clean(double[] point, int time) {
    for (int player = 0; player < game.players(); player++) {
      double sum = 0;
      for (int i = starts[player]; i < starts[player + 1]; i++) {
        point[i] = Math.max(0, point[i]);
        sum += point[i];
      }
      for (int i = starts[player]; i < starts[player + 1]; i++) {
        point[i] /= sum;
      }
    }
    return time;
  }

  private double[] response(double[] point, double lambda) {
    double[] earned = new double[length()];
    for (int profile = 0; profile < game.profiles(); profile++) {
      for (int player = 0; player < game.players(); player++) {
        earned[place(profile, player)] +=
            game.payoffs()[player][profile] * chance(point, profile, player, player);
      }
    }
    double[] response = new double[length()];
    for (int player = 0; player < game.players(); player++) {
      double[] own = Arrays.copyOfRange(earned, starts[player], starts[player + 1]);
      double best = Arrays.stream(own).max().orElseThrow();
      double[] weights = Arrays.stream(own).map(u -> Math.exp(lambda * (u - best))).toArray();
      double sum = Arrays.stream(weights).sum();
      for (int action = 0; action < own.length; action++) {
        response[starts[player] + action] = weights[action] / sum;
      }
    }
    return response;
  }

  /** The chance that all but two players (or one, named twice) do what they do in a profile. */
  private double chance(double[] point, int profile, int one, int other) {
    double chance = 1;
    for (int player = 0; player < game.players(); player++) {
      if (player != one && player != other) {
        chance *= point[place(profile, player)];
      }
    }
    return chance;
  }

  private int place(int profile, int player) {
    return starts[player] + game.action(profile, player);
  }

  /** The derivative of {@code point - response}; that of a softmax is {@code s_a (1_ab - s_b)}. */
  private RealMatrix slope(double[] point, double[] response, double lambda) {
    double[][] gains = gains(point);
    RealMatrix slope = new Array2DRowRealMatrix(length(), length());
    for (int player = 0; player < game.players(); player++) {
      for (int column = 0; column < length(); column++) {
        double mean = 0;
        for (int row = starts[player]; row < starts[player + 1]; row++) {
          mean += response[row] * gains[row][column];
        }
        for (int row = starts[player]; row < starts[player + 1]; row++) {
          slope.setEntry(row, column, -lambda * response[row] * (gains[row][column] - mean));
        }
      }
    }
    for (int i = 0; i < length(); i++) {
      slope.addToEntry(i, i, 1);
    }
    return slope;
  }

  /** How much each action earns more for each share of another player's action. */
  private double[][] gains(double[] point) {
    double[][] gains = new double[length()][length()];
    for (int profile = 0; profile < game.profiles(); profile++) {
      for (int player = 0; player < game.players(); player++) {
        for (int other = 0; other < game.players(); other++) {
          if (other != player) {
            gains[place(profile, player)][place(profile, other)] +=
                game.payoffs()[player][profile] * chance(point, profile, player, other);
          }
        }
      }
    }
    return gains;
  }
}
