package io.lida.science.games;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BimatrixTest {
  private static final Bimatrix CHICKEN =
      new Bimatrix(new double[][] {{6, 2}, {7, 0}}, new double[][] {{6, 7}, {2, 0}});
  private static final Bimatrix STAG_HUNT = Bimatrix.symmetric(new double[][] {{4, 0}, {3, 3}});

  @Test
  void chickenHasThreeEquilibria() {
    Nash nash = Nash.all(CHICKEN);
    assertEquals(3, nash.equilibria().size());
    assertFalse(nash.degenerate());
    Nash.Equilibrium mixed = nash.equilibria().getLast();
    assertArrayEquals(new double[] {2.0 / 3, 1.0 / 3}, mixed.x(), 1e-12);
    assertArrayEquals(new double[] {14.0 / 3, 14.0 / 3}, mixed.payoff(), 1e-12);
  }

  @Test
  void adviceCanBeBetterThanAnyEquilibriumWithout() {
    Correlated best = Correlated.best(CHICKEN);
    assertEquals(10.5, best.welfare(), 1e-9);
    assertArrayEquals(new double[] {0.5, 0.25}, best.distribution()[0], 1e-9);
    assertArrayEquals(new double[] {0.25, 0}, best.distribution()[1], 1e-9);
    assertTrue(Correlated.is(CHICKEN, best.distribution()));
    assertFalse(Correlated.is(CHICKEN, new double[][] {{1, 0}, {0, 0}}));
  }

  /** Conitzer and Sandholm 2006: binding oneself to a mixture earns 3.5 where Nash earns 2. */
  @Test
  void commitmentBeatsNash() {
    Bimatrix game = new Bimatrix(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
    Commitment best = Commitment.best(game);
    assertArrayEquals(new double[] {0.5, 0.5}, best.commitment(), 1e-9);
    assertEquals(3.5, best.leaderPayoff(), 1e-9);
    assertEquals(1, best.followerAction());
  }

  /** Goeree and Holt 2001: a payoff of one's own that changes nothing in Nash moves the QRE. */
  @Test
  void quantalResponseFollowsOwnPayoffs() {
    Bimatrix even = pennies(80);
    Bimatrix uneven = pennies(320);
    assertEquals(0.5, QuantalResponse.logit(even, 0.05).x()[0], 1e-9);
    QuantalResponse moved = QuantalResponse.logit(uneven, 0.05);
    assertTrue(moved.converged());
    assertTrue(moved.x()[0] > 0.6, () -> Arrays.toString(moved.x()));
    QuantalResponse exact = QuantalResponse.logit(uneven, 1_000);
    assertEquals(0.5, exact.x()[0], 0.01);
    assertEquals(0.125, exact.y()[0], 0.01);
  }

  private static Bimatrix pennies(double own) {
    return new Bimatrix(new double[][] {{own, 40}, {40, 80}}, new double[][] {{40, 80}, {80, 40}});
  }

  @Test
  void theHareIsSaferAndTheStagIsBetter() {
    Dominance dominance = Dominance.of(STAG_HUNT);
    assertEquals(List.of(1, 1), dominance.riskDominant());
    assertEquals(List.of(0, 0), dominance.payoffDominant());
  }

  @Property(tries = 150)
  void noEquilibriumLeavesAGain(
      @ForAll @IntRange(min = 1, max = 4) int m,
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll long seed) {
    Bimatrix game = random(m, n, seed);
    Nash nash = Nash.all(game);
    assertFalse(nash.equilibria().isEmpty());
    for (Nash.Equilibrium one : nash.equilibria()) {
      assertTrue(
          Arrays.stream(game.rowPayoffs(one.y())).max().orElseThrow() <= one.payoff()[0] + 1e-7);
      assertTrue(
          Arrays.stream(game.columnPayoffs(one.x())).max().orElseThrow() <= one.payoff()[1] + 1e-7);
      assertEquals(1, Arrays.stream(one.x()).sum(), 1e-9);
    }
  }

  @Property(tries = 60)
  void adviceIsAtLeastAsGoodAsEveryEquilibriumAndCommitmentTooForTheLeader(
      @ForAll @IntRange(min = 1, max = 3) int m,
      @ForAll @IntRange(min = 1, max = 3) int n,
      @ForAll long seed) {
    Bimatrix game = random(m, n, seed);
    Correlated best = Correlated.best(game);
    double leader = Commitment.best(game).leaderPayoff();
    for (Nash.Equilibrium one : Nash.all(game).equilibria()) {
      assertTrue(best.welfare() >= one.payoff()[0] + one.payoff()[1] - 1e-6);
      assertTrue(leader >= one.payoff()[0] - 1e-6);
    }
  }

  @Property(tries = 60)
  void quantalResponseIsAFixedPoint(
      @ForAll @IntRange(min = 1, max = 3) int m,
      @ForAll @IntRange(min = 1, max = 3) int n,
      @ForAll long seed) {
    Bimatrix game = random(m, n, seed);
    QuantalResponse response = QuantalResponse.logit(game, 2);
    double[] earned = game.rowPayoffs(response.y());
    for (int i = 1; i < m; i++) {
      double odds = Math.exp(response.lambda() * (earned[i] - earned[0]));
      assertEquals(odds * response.x()[0], response.x()[i], 1e-8);
    }
  }

  private static Bimatrix random(int m, int n, long seed) {
    Random random = new Random(seed);
    double[][] row = new double[m][];
    double[][] column = new double[m][];
    for (int i = 0; i < m; i++) {
      row[i] = random.doubles(n, -1, 1).toArray();
      column[i] = random.doubles(n, -1, 1).toArray();
    }
    return new Bimatrix(row, column);
  }

  @Test
  void whatIsNoGameIsRefused() {
    double[][] none = {};
    double[][] one = {{1}};
    double[][] two = {{1, 2}};
    double[][] nan = {{Double.NaN}};
    assertEquals("empty_input", code(() -> new Bimatrix(none, none)));
    assertEquals("invalid_game", code(() -> new Bimatrix(one, two)));
    assertEquals("invalid_game", code(() -> new Bimatrix(nan, one)));
    assertEquals("too_large", code(() -> Nash.all(random(20, 20, 1))));
    assertEquals("invalid_game", code(() -> Dominance.of(random(3, 3, 1))));
    assertTrue(
        Nash.all(new Bimatrix(new double[][] {{1, 1}, {1, 1}}, new double[][] {{1, 1}, {1, 1}}))
            .degenerate());
  }

  private static String code(Runnable asked) {
    return assertThrows(Refusal.class, asked::run).code();
  }
}
