package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.voting.Profile.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Instant runoff (Hare 1859; Ware 1871) and Coombs's rule (Coombs 1964).
 *
 * <p>Round by round: an option that is first on more than half of the continuing ballots wins; else
 * one is eliminated, in instant runoff with the fewest first places, after Coombs with the most
 * last places. A ballot of which no ranked option is left is exhausted and leaves the base. Options
 * that share a level share its place. In a tie the one with the fewest first places in the latest
 * earlier round that differs goes, then the lexicographically last.
 */
public final class Elimination {
  private final Profile profile;
  private final List<Integer> continuing;
  private final List<Ratio[]> rounds = new ArrayList<>();

  private Elimination(Profile profile) {
    this.profile = profile;
    this.continuing = new ArrayList<>(IntStream.range(0, profile.size()).boxed().toList());
  }

  /**
   * What was found.
   *
   * @param eliminated in the order in which they went; who was never eliminated is not in it
   * @param rounds the first places of each round by option
   */
  public record Result(
      List<String> winners, List<String> eliminated, List<Map<String, Ratio>> rounds)
      implements Outcome {}

  /** Instant runoff: the fewest first places go. */
  public static Result irv(Profile profile) {
    return new Elimination(profile).run(firsts -> firsts);
  }

  /** Coombs's rule: the most last places go. */
  public static Result coombs(Profile profile) {
    Elimination coombs = new Elimination(profile);
    return coombs.run(firsts -> coombs.lastPlacesNegated());
  }

  /** Eliminates whom this measure, made of the first places, finds weakest. */
  private Result run(UnaryOperator<Ratio[]> strength) {
    List<String> eliminated = new ArrayList<>();
    while (true) {
      Ratio[] firsts = firstPlaces();
      rounds.add(firsts);
      int leader = leader(firsts);
      if (leader >= 0) {
        return new Result(List.of(profile.option(leader)), eliminated, named());
      }
      int loser = loser(least(continuing, strength.apply(firsts)));
      continuing.remove(Integer.valueOf(loser));
      eliminated.add(profile.option(loser));
    }
  }

  /** Who has more than half, or is alone; -1 for nobody. */
  private int leader(Ratio[] firsts) {
    Ratio base = Arrays.stream(firsts).reduce(Ratio.ZERO, Ratio::plus);
    return continuing.stream()
        .filter(
            option ->
                continuing.size() == 1 || firsts[option].plus(firsts[option]).compareTo(base) > 0)
        .findFirst()
        .orElse(-1);
  }

  private static List<Integer> least(List<Integer> options, Ratio[] votes) {
    Ratio least = Collections.min(options.stream().map(option -> votes[option]).toList());
    return options.stream().filter(option -> votes[option].equals(least)).toList();
  }

  private int loser(List<Integer> tied) {
    List<Integer> left = tied;
    for (int earlier = rounds.size() - 2; earlier >= 0 && left.size() > 1; earlier--) {
      left = least(left, rounds.get(earlier));
    }
    return left.getLast();
  }

  private Ratio[] firstPlaces() {
    return places(Comparator.naturalOrder(), 1);
  }

  private Ratio[] lastPlacesNegated() {
    return places(Comparator.reverseOrder(), -1);
  }

  /** The shares of the level that comes first in an order, on every ballot that continues. */
  private Ratio[] places(Comparator<Integer> order, int sign) {
    Ratio[] places = new Ratio[profile.size()];
    Arrays.fill(places, Ratio.ZERO);
    for (Ranking ranking : profile.rankings()) {
      int[] level = ranking.level();
      if (continuing.stream().allMatch(option -> level[option] == ranking.unranked())) {
        continue;
      }
      int at = continuing.stream().map(option -> level[option]).min(order).orElseThrow();
      List<Integer> sharing = continuing.stream().filter(option -> level[option] == at).toList();
      Ratio share = Ratio.of(sign * ranking.count(), sharing.size());
      sharing.forEach(option -> places[option] = places[option].plus(share));
    }
    return places;
  }

  private List<Map<String, Ratio>> named() {
    return rounds.stream().map(firsts -> profile.byOption(option -> firsts[option])).toList();
  }
}
