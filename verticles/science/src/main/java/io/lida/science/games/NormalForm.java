package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A game of two players or more in normal form.
 *
 * @param actions how many each player has to choose from; 2 to 8 players
 * @param payoffs by player and profile; profiles are counted with the last player's action running
 *     fastest, at most 100,000
 */
public record NormalForm(int[] actions, double[][] payoffs) {
  private static final int MOST_PLAYERS = 8;
  private static final int MOST_PROFILES = 100_000;
  private static final double PROFIT = 1e-9;

  public NormalForm {
    Checks.within(actions.length, 2, MOST_PLAYERS, "the number of players", "too_large");
    long profiles = 1;
    for (int count : actions) {
      Checks.within(count, 1, MOST_PROFILES, "a number of actions", Bimatrix.CODE);
      profiles *= count;
      Checks.within(profiles, 1, MOST_PROFILES, "the number of profiles", "too_large");
    }
    if (payoffs.length != actions.length) {
      throw new Refusal(Bimatrix.CODE, "each player needs a list of payoffs");
    }
    for (double[] player : payoffs) {
      Checks.length(
          Checks.finite(player, Bimatrix.CODE), (int) profiles, "a player", Bimatrix.CODE);
      for (double payoff : player) {
        Checks.within(payoff, -1e100, 1e100, "a payoff", Bimatrix.CODE);
      }
    }
  }

  /** The same game of two. */
  static NormalForm of(Bimatrix game) {
    return new NormalForm(
        new int[] {game.rows(), game.columns()},
        new double[][] {flat(game.row()), flat(game.column())});
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }

  int players() {
    return actions.length;
  }

  int profiles() {
    return payoffs[0].length;
  }

  /** What a player does in a profile. */
  int action(int profile, int player) {
    return profile / stride(player) % actions[player];
  }

  /** The profile in which one player does something else. */
  int with(int profile, int player, int action) {
    return profile + (action - action(profile, player)) * stride(player);
  }

  private int stride(int player) {
    int stride = 1;
    for (int later = player + 1; later < actions.length; later++) {
      stride *= actions[later];
    }
    return stride;
  }

  /** The larger of 1 and the largest payoff by size: what tolerances are measured by. */
  double scale() {
    return Math.max(
        1, Arrays.stream(payoffs).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1));
  }

  /** The profiles in which nobody gains by doing something else (Nash 1950), as actions from 0. */
  public List<int[]> pureEquilibria() {
    List<int[]> equilibria = new ArrayList<>();
    double tolerance = PROFIT * scale();
    for (int profile = 0; profile < profiles(); profile++) {
      if (isEquilibrium(profile, tolerance)) {
        int[] played = new int[players()];
        for (int player = 0; player < played.length; player++) {
          played[player] = action(profile, player);
        }
        equilibria.add(played);
      }
    }
    return equilibria;
  }

  private boolean isEquilibrium(int profile, double tolerance) {
    for (int player = 0; player < players(); player++) {
      for (int other = 0; other < actions[player]; other++) {
        double gain = payoffs[player][with(profile, player, other)] - payoffs[player][profile];
        if (gain > tolerance) {
          return false;
        }
      }
    }
    return true;
  }
}
