package io.lida.science.games;

import io.lida.science.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is left of a game when nobody plays what is strictly dominated, everybody knows so, and so
 * on (Bernheim 1984; Pearce 1984).
 *
 * <p>An action is dominated when some mixture of the player's others earns more by a margin of 1e-7
 * of the largest payoff, whatever the others do; the order of elimination does not matter.
 */
public final class IteratedDominance {
  private static final double MARGIN = 1e-7;
  private static final int MOST_ACTIONS = 64;
  private static final int MOST_PROFILES = 10_000;

  private final NormalForm game;
  private final List<List<Integer>> left = new ArrayList<>();

  private IteratedDominance(NormalForm game) {
    this.game = game;
    for (int count : game.actions()) {
      Checks.within(count, 1, MOST_ACTIONS, "a number of actions", "too_large");
      left.add(IntStream.range(0, count).boxed().toList());
    }
    Checks.within(game.profiles(), 1, MOST_PROFILES, "the number of profiles", "too_large");
  }

  /**
   * The actions of each player that survive, rising from 0.
   *
   * @throws io.lida.science.Refusal {@code too_large} for more than 64 actions or 10,000 profiles
   */
  public static List<List<Integer>> survivors(NormalForm game) {
    IteratedDominance iterated = new IteratedDominance(game);
    boolean shrinks = true;
    while (shrinks) {
      shrinks = iterated.eliminate();
    }
    return List.copyOf(iterated.left);
  }

  private boolean eliminate() {
    boolean shrunk = false;
    for (int player = 0; player < game.players(); player++) {
      List<int[]> against = profiles(player);
      for (int action : List.copyOf(left.get(player))) {
        if (dominated(player, action, against)) {
          left.set(player, left.get(player).stream().filter(one -> one != action).toList());
          shrunk = true;
        }
      }
    }
    return shrunk;
  }

  /** For each thing the others may still do, the profile of each of the player's actions. */
  private List<int[]> profiles(int player) {
    List<int[]> profiles = new ArrayList<>();
    for (int profile = 0; profile < game.profiles(); profile++) {
      if (game.action(profile, player) == 0 && possible(profile, player)) {
        int here = profile;
        profiles.add(
            IntStream.range(0, game.actions()[player])
                .map(action -> game.with(here, player, action))
                .toArray());
      }
    }
    return profiles;
  }

  private boolean possible(int profile, int player) {
    return IntStream.range(0, game.players())
        .allMatch(
            other -> other == player || left.get(other).contains(game.action(profile, other)));
  }

  private boolean dominated(int player, int action, List<int[]> against) {
    List<Integer> others = left.get(player).stream().filter(one -> one != action).toList();
    if (others.isEmpty()) {
      return false;
    }
    double margin = MARGIN * game.scale();
    double[] earned = game.payoffs()[player];
    Program mixture = new Program(others.size());
    for (int[] profiles : against) {
      mixture.notNegative(
          others.stream()
              .mapToDouble(other -> earned[profiles[other]] - earned[profiles[action]] - margin)
              .toArray());
    }
    return mixture.maximize(new double[others.size()]).isPresent();
  }
}
