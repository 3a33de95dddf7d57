package io.lida.science.games;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import io.lida.science.games.Tournament.Player;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The repeated dilemma between strategies, and what becomes of a population that plays it. */
class TournamentTest {
  private static final RepeatedDilemma AXELROD = new RepeatedDilemma(5, 3, 1, 0);
  private static final List<Player> ALL = List.of(Player.values());

  private static double payoff(Player one, Player other, int rounds, double error) {
    List<Player> players = one == other ? List.of(one) : List.of(one, other);
    Tournament played = Tournament.of(AXELROD, players, rounds, error);
    return played.payoffs()[0][players.size() - 1];
  }

  @Test
  void withoutErrorsNiceStrategiesCooperateAndTitForTatIsExploitedOnce() {
    for (Player player : ALL) {
      assertEquals(player == Player.ALLD ? 1 : 3, payoff(player, player, 200, 0), 1e-12);
    }
    assertEquals((0 + 199 * 1) / 200.0, payoff(Player.TFT, Player.ALLD, 200, 0), 1e-12);
    assertEquals((5 + 199 * 1) / 200.0, payoff(Player.ALLD, Player.GRIM, 200, 0), 1e-12);
    assertEquals((0 + 1) / 2.0, payoff(Player.WSLS, Player.ALLD, 200, 0), 1e-12);
  }

  /** Nowak and Sigmund: one slip makes two that play tit for tat play all four outcomes alike. */
  @Test
  void titForTatCannotForgiveASlip() {
    assertEquals((5 + 3 + 1 + 0) / 4.0, payoff(Player.TFT, Player.TFT, 100_000, 0.01), 0.01);
    assertTrue(payoff(Player.WSLS, Player.WSLS, 100_000, 0.01) > 2.9);
    assertTrue(payoff(Player.GTFT, Player.GTFT, 100_000, 0.01) > 2.8);
    assertTrue(payoff(Player.GRIM, Player.GRIM, 100_000, 0.01) < 1.2);
  }

  /** With T 5, R 3, P 1, S 0: min(1 - 2/3, 2/4). */
  @Test
  void generosityIsTheMostThatDefectionCannotProfitFrom() {
    double third = 1.0 / 3;
    double expected = third * 0 + (1 - third) * 1;
    assertEquals(expected, payoff(Player.GTFT, Player.ALLD, 100_000, 0), 1e-4);
  }

  @Test
  void scoresAreMeansOverAllThatWereMet() {
    Tournament played = Tournament.of(AXELROD, ALL, 100, 0);
    assertEquals(ALL, played.players());
    double[] row = played.payoffs()[2];
    assertEquals(
        (row[0] + row[1] + row[2] + row[3] + row[4] + row[5]) / 6, played.scores()[2], 1e-12);
  }

  @Test
  void neutralStrategiesShareTimeAlikeAndTwoByHowOftenEachTakesOver() {
    assertArrayEquals(
        new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3},
        SmallMutation.shares(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, 20, 0.5),
        1e-12);
    double[][] dilemma = {{3, 0}, {5, 1}};
    double up = Fixation.fermi(dilemma, 10, 0.1);
    double down = Fixation.fermi(new double[][] {{1, 5}, {0, 3}}, 10, 0.1);
    double[] shares = SmallMutation.shares(dilemma, 10, 0.1);
    assertEquals(up / (up + down), shares[0], 1e-12);
    assertTrue(shares[1] > shares[0]);
  }

  /** Imhof, Fudenberg and Nowak 2005: in cycles of ALLC, ALLD and TFT time is spent in TFT. */
  @Test
  void evolutionMaySpendItsTimeInReciprocity() {
    Tournament played =
        Tournament.of(AXELROD, List.of(Player.ALLC, Player.ALLD, Player.TFT), 100, 0);
    double[] shares = SmallMutation.shares(played.payoffs(), 50, 0.1);
    assertEquals(1, shares[0] + shares[1] + shares[2], 1e-12);
    assertTrue(shares[2] > shares[0] && shares[2] > shares[1]);
  }

  @Test
  void whatCannotBePlayedIsRefused() {
    refused("empty_input", () -> Tournament.of(AXELROD, List.of(), 10, 0));
    refused("invalid_input", () -> Tournament.of(AXELROD, List.of(Player.TFT, Player.TFT), 10, 0));
    refused("invalid_input", () -> Tournament.of(AXELROD, ALL, 0, 0));
    refused("invalid_input", () -> Tournament.of(AXELROD, ALL, 10, 0.6));
    refused("invalid_game", () -> SmallMutation.shares(new double[][] {{1, 2}}, 10, 1));
    refused("too_large", () -> SmallMutation.shares(new double[][] {{1}}, 10, 1));
  }

  private static void refused(String code, org.junit.jupiter.api.function.Executable played) {
    assertEquals(code, assertThrows(Refusal.class, played).code());
  }
}
