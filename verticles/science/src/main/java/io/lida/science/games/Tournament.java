package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * A round robin of strategies for the {@link RepeatedDilemma} that remember one round (Axelrod
 * 1984; Nowak and Sigmund 1992, 1993), each of which may slip. Expected payoffs, exact; nothing is
 * drawn.
 *
 * @param players in the order in which they were named
 * @param payoffs a round of the row against the column, itself included
 * @param scores of each over all it met
 */
public record Tournament(List<Player> players, double[][] payoffs, double[] scores) {
  private static final int MOST_ROUNDS = 100_000;

  /** How a player answers the last round; all begin with cooperation but ALLD. */
  public enum Player {
    ALLC,
    ALLD,
    /** Does what the other did. */
    TFT,
    /**
     * As TFT, but forgives with the chance {@code min(1 - (T-R)/(R-S), (R-P)/(T-P))}, or never
     * where that is below 0.
     */
    GTFT,
    /** Does the same again after T or R, and otherwise the other thing. */
    WSLS,
    /** Cooperates only after both did. */
    GRIM;

    /** The chance of cooperation after R, S, T and P, as this player got them. */
    private double[] after(RepeatedDilemma game) {
      double mercy = generosity(game);
      return switch (this) {
        case ALLC -> new double[] {1, 1, 1, 1};
        case ALLD -> new double[] {0, 0, 0, 0};
        case TFT -> new double[] {1, 0, 1, 0};
        case GTFT -> new double[] {1, mercy, 1, mercy};
        case WSLS -> new double[] {1, 0, 0, 1};
        case GRIM -> new double[] {1, 0, 0, 0};
      };
    }

    private static double generosity(RepeatedDilemma game) {
      double stable = 1 - (game.temptation() - game.reward()) / (game.reward() - game.sucker());
      double fair = (game.reward() - game.punishment()) / (game.temptation() - game.punishment());
      return Math.max(0, Math.min(stable, fair));
    }
  }

  /**
   * Plays it.
   *
   * @param players 1 to 6, each once
   * @param rounds 1 to 100,000
   * @param error the chance that a player does the opposite of what it means, 0 to 1/2
   */
  public static Tournament of(
      RepeatedDilemma game, List<Player> players, int rounds, double error) {
    if (players.isEmpty()) {
      throw new Refusal("empty_input", "nobody plays");
    }
    if (players.stream().distinct().count() < players.size()) {
      throw new Refusal("invalid_input", "a player is named twice");
    }
    Checks.within(rounds, 1, MOST_ROUNDS, "rounds", "invalid_input");
    Checks.within(error, 0, 0.5, "error", "invalid_input");
    int n = players.size();
    double[][] payoffs = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        payoffs[i][j] = payoff(game, players.get(i), players.get(j), rounds, error);
      }
    }
    double[] scores =
        Arrays.stream(payoffs).mapToDouble(row -> Arrays.stream(row).average().orElse(0)).toArray();
    return new Tournament(List.copyOf(players), payoffs, scores);
  }

  /** Follows the chances of R, S, T and P, as the first player gets them, round by round. */
  private static double payoff(
      RepeatedDilemma game, Player one, Player other, int rounds, double error) {
    double[] gains = {game.reward(), game.sucker(), game.temptation(), game.punishment()};
    double[] first = one.after(game);
    double[] second = other.after(game);
    double[] chances =
        spread(slip(one == Player.ALLD ? 0 : 1, error), slip(other == Player.ALLD ? 0 : 1, error));
    double sum = mean(chances, gains);
    for (int round = 2; round <= rounds; round++) {
      double[] next = new double[4];
      for (int state = 0; state < 4; state++) {
        // What one gets as S the other gets as T.
        int seen = state == 1 ? 2 : state == 2 ? 1 : state;
        double[] after = spread(slip(first[state], error), slip(second[seen], error));
        for (int then = 0; then < 4; then++) {
          next[then] += chances[state] * after[then];
        }
      }
      chances = next;
      sum += mean(chances, gains);
    }
    return sum / rounds;
  }

  private static double slip(double meant, double error) {
    return meant * (1 - error) + (1 - meant) * error;
  }

  private static double[] spread(double first, double second) {
    return new double[] {
      first * second, first * (1 - second), (1 - first) * second, (1 - first) * (1 - second)
    };
  }

  private static double mean(double[] chances, double[] gains) {
    double mean = 0;
    for (int state = 0; state < 4; state++) {
      mean += chances[state] * gains[state];
    }
    return mean;
  }
}
