package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.voting.Profile.Ranking;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rules that look at where on a ballot an option stands. */
public final class PositionalRules {
  private PositionalRules() {}

  /** Most first places; a ballot whose top level holds k options gives each 1/k. */
  public static Scores plurality(Profile profile) {
    Ratio[] scores = new Ratio[profile.size()];
    Arrays.fill(scores, Ratio.ZERO);
    for (Ranking ranking : profile.rankings()) {
      int top = Arrays.stream(ranking.level()).min().orElseThrow();
      long sharing = Arrays.stream(ranking.level()).filter(level -> level == top).count();
      for (int x = 0; x < scores.length; x++) {
        if (ranking.level()[x] == top) {
          scores[x] = scores[x].plus(Ratio.of(ranking.count(), sharing));
        }
      }
    }
    return Scores.highest(profile.byOption(x -> scores[x]));
  }

  /**
   * The two most placed first, then the one that more ballots prefer. Where it is a tie who those
   * two are, whoever wins with any of them wins.
   */
  public static Winners twoRound(Profile profile) {
    Map<String, Ratio> firsts = plurality(profile).scores();
    List<Ratio> ordered = firsts.values().stream().sorted().toList().reversed();
    Ratio second = ordered.get(Math.min(1, ordered.size() - 1));
    TreeSet<String> winners = new TreeSet<>();
    for (String x : firsts.keySet()) {
      for (String y : firsts.keySet()) {
        if (!x.equals(y) && inFinal(firsts, x, y, ordered.getFirst(), second)) {
          winners.addAll(runoff(profile, x, y));
        }
      }
    }
    List<String> all = winners.isEmpty() ? profile.options() : List.copyOf(winners);
    return new Winners(all);
  }

  private static boolean inFinal(
      Map<String, Ratio> firsts, String x, String y, Ratio most, Ratio second) {
    return most.equals(firsts.get(x)) && second.equals(firsts.get(y));
  }

  private static List<String> runoff(Profile profile, String x, String y) {
    int preference = Long.compare(profile.preferring(x, y), profile.preferring(y, x));
    return preference == 0 ? List.of(x, y) : List.of(preference > 0 ? x : y);
  }

  /**
   * m-1 points for the first of m options, then one less each; options on one level share the mean
   * of that level's points (Borda 1781).
   */
  public static Scores borda(Profile profile) {
    long[] doubled = new long[profile.size()];
    for (Ranking ranking : profile.rankings()) {
      long[] means = doubledMeans(ranking);
      for (int x = 0; x < doubled.length; x++) {
        doubled[x] += ranking.count() * means[ranking.level()[x]];
      }
    }
    return Scores.highest(profile.byOption(x -> Ratio.of(doubled[x], 2)));
  }

  /** By level, twice the mean points of those on it. */
  private static long[] doubledMeans(Ranking ranking) {
    int[] onLevel = new int[ranking.unranked() + 1];
    Arrays.stream(ranking.level()).forEach(level -> onLevel[level]++);
    long[] means = new long[onLevel.length];
    int best = ranking.level().length - 1;
    for (int level = 0; level < onLevel.length; level++) {
      // From the best points that are left, one less each.
      means[level] = 2L * best - (onLevel[level] - 1);
      best -= onLevel[level];
    }
    return means;
  }
}
