package io.lida.science.games;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NormalFormTest {
  private static final double COST = 1;
  private static final double GOOD = 3;

  /** All get the good if one volunteers (Diekmann 1985); 0 is to volunteer. */
  private static NormalForm volunteers(int players) {
    int[] actions = new int[players];
    Arrays.fill(actions, 2);
    double[][] payoffs = new double[players][1 << players];
    for (int profile = 0; profile < 1 << players; profile++) {
      boolean given = profile != (1 << players) - 1;
      for (int player = 0; player < players; player++) {
        boolean volunteers = (profile >> (players - 1 - player) & 1) == 0;
        payoffs[player][profile] = (given ? GOOD : 0) - (volunteers ? COST : 0);
      }
    }
    return new NormalForm(actions, payoffs);
  }

  private static Set<List<Integer>> pure(NormalForm game) {
    return game.pureEquilibria().stream()
        .map(profile -> Arrays.stream(profile).boxed().toList())
        .collect(Collectors.toSet());
  }

  @Test
  void oneVolunteerIsEnough() {
    assertEquals(Set.of(List.of(0, 1, 1), List.of(1, 0, 1), List.of(1, 1, 0)), pure(volunteers(3)));
    assertEquals(
        List.of(List.of(0, 1), List.of(0, 1), List.of(0, 1)),
        IteratedDominance.survivors(volunteers(3)));
  }

  @Test
  void nobodyGivesToAPublicGoodThatReturnsLessThanIsGiven() {
    double[][] payoffs = new double[3][8];
    for (int profile = 0; profile < 8; profile++) {
      int givers = 3 - Integer.bitCount(profile);
      for (int player = 0; player < 3; player++) {
        boolean gives = (profile >> (2 - player) & 1) == 0;
        payoffs[player][profile] = 0.6 * givers - (gives ? 1 : 0);
      }
    }
    NormalForm game = new NormalForm(new int[] {2, 2, 2}, payoffs);
    assertEquals(Set.of(List.of(1, 1, 1)), pure(game));
    assertEquals(List.of(List.of(1), List.of(1), List.of(1)), IteratedDominance.survivors(game));
  }

  @Test
  void aMixtureCanDominateWhatNoActionDoes() {
    Bimatrix game =
        new Bimatrix(
            new double[][] {{3, 0}, {0, 3}, {1, 1}}, new double[][] {{1, 0}, {1, 0}, {0, 5}});
    // Once the last row is gone, the right column has nothing for it.
    assertEquals(List.of(List.of(0), List.of(0)), IteratedDominance.survivors(NormalForm.of(game)));
  }

  /** Players who are all alike have the response that is followed for them alone. */
  @Test
  void alikePlayersRespondAlike() {
    double[] lambdas = {0.5, 2, 5};
    List<SymmetricLogit> alike =
        SymmetricLogit.follow(
            4,
            2,
            (action, others) ->
                (action == 0 || others[0] > 0 ? GOOD : 0) - (action == 0 ? COST : 0),
            lambdas);
    for (int at = 0; at < lambdas.length; at++) {
      QuantalResponse response = QuantalResponse.logit(volunteers(4), lambdas[at]);
      assertTrue(response.converged());
      assertEquals(4, response.shares().size());
      for (double[] player : response.shares()) {
        assertArrayEquals(alike.get(at).shares(), player, 1e-7);
      }
    }
  }

  @Property(tries = 60)
  void noPureEquilibriumIsEverEliminated(
      @ForAll @IntRange(min = 1, max = 3) int a,
      @ForAll @IntRange(min = 1, max = 3) int b,
      @ForAll @IntRange(min = 1, max = 3) int c,
      @ForAll @Size(81) List<@DoubleRange(min = -9, max = 9) Double> values) {
    int profiles = a * b * c;
    double[][] payoffs = new double[3][profiles];
    for (int player = 0; player < 3; player++) {
      for (int profile = 0; profile < profiles; profile++) {
        payoffs[player][profile] = values.get(27 * player + profile);
      }
    }
    NormalForm game = new NormalForm(new int[] {a, b, c}, payoffs);
    List<List<Integer>> left = IteratedDominance.survivors(game);
    for (int[] profile : game.pureEquilibria()) {
      for (int player = 0; player < 3; player++) {
        assertTrue(left.get(player).contains(profile[player]));
      }
    }
    QuantalResponse response = QuantalResponse.logit(game, 0.05);
    for (double[] player : response.shares()) {
      assertEquals(1, Arrays.stream(player).sum(), 1e-9);
    }
  }

  @Test
  void whatIsNoGameIsRefused() {
    refused("too_large", new int[] {2}, new double[][] {{1, 2}});
    refused("too_large", new int[] {400, 400}, new double[][] {{1}, {1}});
    refused("invalid_game", new int[] {2, 2}, new double[][] {{1, 2, 3, 4}});
    refused("invalid_game", new int[] {2, 2}, new double[][] {{1, 2, 3}, {1, 2, 3}});
    refused("invalid_game", new int[] {0, 2}, new double[][] {{1}, {1}});
    refused("invalid_game", new int[] {1, 1}, new double[][] {{Double.NaN}, {1}});
  }

  private static void refused(String code, int[] actions, double[][] payoffs) {
    Refusal refusal = assertThrows(Refusal.class, () -> new NormalForm(actions, payoffs));
    assertEquals(code, refusal.code());
  }
}
