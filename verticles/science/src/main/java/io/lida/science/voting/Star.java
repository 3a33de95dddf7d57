package io.lida.science.voting;

import io.lida.science.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Score then automatic runoff (Equal Vote Coalition 2014): of the two highest sums, the one that
 * more ballots rate above the other.
 *
 * <p>Who of several with one sum is a finalist is settled by pairwise wins among them, then by the
 * number of fives. Where that settles nothing all of them are finalists, and whoever wins any
 * runoff wins.
 *
 * @param totals of every option
 * @param finalists by their totals; two, but for a tie or a single option
 * @param runoff by finalist, the ballots that rate it above the other; empty unless there are two
 */
public record Star(
    List<String> winners,
    Map<String, Ratio> totals,
    List<String> finalists,
    Map<String, Long> runoff)
    implements Outcome {

  /**
   * Tallies scores from 0 to 5; what a ballot leaves out has 0.
   *
   * @throws io.lida.science.Refusal {@code empty_input}, or {@code invalid_ballot} for a score out
   *     of range
   */
  public static Star of(List<Map<String, Ratio>> ballots) {
    RatedBallots rated = RatedBallots.within(0, CardinalRules.TOP_SCORE, ballots);
    Map<String, Ratio> totals = rated.totals();
    List<List<String>> ranks = ranks(rated, totals);
    List<String> finalists = new ArrayList<>(ranks.getFirst());
    if (finalists.size() == 1 && ranks.size() > 1) {
      finalists.addAll(ranks.get(1));
    }
    TreeSet<String> winners = new TreeSet<>();
    // A sole leader is in every runoff; leaders who could not be told apart meet each other.
    for (String x : ranks.getFirst()) {
      for (String y : finalists) {
        if (!x.equals(y)) {
          winners.addAll(preferred(rated, x, y));
        }
      }
    }
    List<String> all = finalists.size() == 1 ? finalists : List.copyOf(winners);
    return new Star(all, totals, List.copyOf(finalists), runoff(rated, finalists));
  }

  /** All options from the highest sum down; those that nothing tells apart are together. */
  private static List<List<String>> ranks(RatedBallots rated, Map<String, Ratio> totals) {
    List<List<String>> ranks = new ArrayList<>();
    for (List<String> tied : groups(rated.options(), totals::get)) {
      for (List<String> alike : groups(tied, option -> pairwise(rated, option, tied))) {
        ranks.addAll(
            groups(alike, option -> rated.rating(option, Ratio.of(CardinalRules.TOP_SCORE, 1))));
      }
    }
    return ranks;
  }

  private static <T extends Comparable<T>> List<List<String>> groups(
      List<String> options, Function<String, T> value) {
    Map<T, List<String>> groups = new TreeMap<>(Comparator.<T>reverseOrder());
    options.forEach(
        option ->
            groups.computeIfAbsent(value.apply(option), none -> new ArrayList<>()).add(option));
    return List.copyOf(groups.values());
  }

  /** Wins less losses against the others. */
  private static int pairwise(RatedBallots rated, String option, List<String> others) {
    return others.stream()
        .mapToInt(
            other -> Long.compare(rated.preferring(option, other), rated.preferring(other, option)))
        .sum();
  }

  private static List<String> preferred(RatedBallots rated, String x, String y) {
    int preference = Long.compare(rated.preferring(x, y), rated.preferring(y, x));
    return preference == 0 ? List.of(x, y) : List.of(preference > 0 ? x : y);
  }

  private static Map<String, Long> runoff(RatedBallots rated, List<String> finalists) {
    Map<String, Long> runoff = new LinkedHashMap<>();
    if (finalists.size() == 2) {
      String first = finalists.getFirst();
      String second = finalists.getLast();
      runoff.put(first, rated.preferring(first, second));
      runoff.put(second, rated.preferring(second, first));
    }
    return runoff;
  }
}
