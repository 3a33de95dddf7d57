package io.lida.science.voting;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * All ranked ballots of an election, with their pairwise counts, for any number of rules.
 *
 * <p>Options are in lexicographic order, and so is everything that rules say of them. Immutable.
 */
public final class Profile {
  private static final int MOST_OPTIONS = 200;
  private static final double MOST_BALLOTS = 1L << 50;

  private final List<String> options;
  private final List<Ranking> rankings;
  private final long[][] preferred;

  /**
   * A ballot by the numbers of its options.
   *
   * @param level of each option, 0 for the best
   * @param unranked the level of what the ballot does not name
   */
  record Ranking(int[] level, int unranked, long count) {}

  private Profile(List<String> options, List<Ranking> rankings) {
    this.options = options;
    this.rankings = rankings;
    this.preferred = new long[options.size()][options.size()];
    rankings.forEach(this::count);
  }

  private void count(Ranking ranking) {
    int[] level = ranking.level();
    for (int x = 0; x < level.length; x++) {
      for (int y = 0; y < level.length; y++) {
        if (level[x] < level[y]) {
          preferred[x][y] += ranking.count();
        }
      }
    }
  }

  /** A profile over the options that any ballot names. */
  public static Profile of(List<RankedBallot> ballots) {
    TreeSet<String> named = new TreeSet<>();
    ballots.forEach(ballot -> ballot.levels().forEach(named::addAll));
    return of(List.copyOf(named), ballots);
  }

  /**
   * A profile over these options, some of which no ballot may name.
   *
   * @throws Refusal {@code empty_input} without options or without a ballot that is cast; {@code
   *     invalid_ballot} when a ballot names another option; {@code too_large} beyond 200 options or
   *     2^50 ballots
   */
  public static Profile of(List<String> options, List<RankedBallot> ballots) {
    List<RankedBallot> cast = ballots.stream().filter(ballot -> ballot.count() > 0).toList();
    if (options.isEmpty() || cast.isEmpty()) {
      throw new Refusal("empty_input", "there are no " + (cast.isEmpty() ? "ballots" : "options"));
    }
    if (cast.stream().mapToDouble(RankedBallot::count).sum() > MOST_BALLOTS) {
      throw new Refusal("too_large", "there are more than 2^50 ballots");
    }
    List<String> sorted = List.copyOf(new TreeSet<>(options));
    if (sorted.size() > MOST_OPTIONS) {
      throw new Refusal("too_large", "there are more than " + MOST_OPTIONS + " options");
    }
    Map<String, Integer> numbers = new HashMap<>();
    sorted.forEach(option -> numbers.put(option, numbers.size()));
    List<Ranking> rankings = new ArrayList<>(cast.size());
    for (RankedBallot ballot : cast) {
      rankings.add(ranking(ballot, numbers));
    }
    return new Profile(sorted, rankings);
  }

  private static Ranking ranking(RankedBallot ballot, Map<String, Integer> numbers) {
    int unranked = ballot.levels().size();
    int[] level = new int[numbers.size()];
    Arrays.fill(level, unranked);
    for (int at = 0; at < unranked; at++) {
      for (String option : ballot.levels().get(at)) {
        Integer number = numbers.get(option);
        if (number == null) {
          throw new Refusal("invalid_ballot", "a ranking names " + option + ", which is no option");
        }
        level[number] = at;
      }
    }
    return new Ranking(level, unranked, ballot.count());
  }

  /** What can be chosen, in lexicographic order. */
  public List<String> options() {
    return options;
  }

  /** How many ballots place the first option strictly above the second: {@code d(x,y)}. */
  public long preferring(String x, String y) {
    return preferring(options.indexOf(x), options.indexOf(y));
  }

  long preferring(int x, int y) {
    return preferred[x][y];
  }

  /** Whether more ballots prefer x to y than y to x. */
  boolean beats(int x, int y) {
    return preferred[x][y] > preferred[y][x];
  }

  /** {@code d(x,y)} if x beats y, else 0: the strength of a defeat by winning votes. */
  long winningVotes(int x, int y) {
    return beats(x, y) ? preferred[x][y] : 0;
  }

  List<Ranking> rankings() {
    return rankings;
  }

  int size() {
    return options.size();
  }

  String option(int number) {
    return options.get(number);
  }

  /** A value for each option. */
  <T> Map<String, T> byOption(IntFunction<T> value) {
    Map<String, T> values = new LinkedHashMap<>();
    for (int x = 0; x < options.size(); x++) {
      values.put(options.get(x), value.apply(x));
    }
    return values;
  }
}
