package io.lida.science.voting;

import io.lida.science.Ratio;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Rules that only ask which of two options more ballots prefer, and by how many. */
public final class PairwiseRules {
  private PairwiseRules() {}

  /** Most pairwise wins, a tie being half of one (Copeland 1951). */
  public static Scores copeland(Profile profile) {
    return Scores.highest(profile.byOption(x -> Ratio.of(doubledWins(profile, x), 2)));
  }

  private static long doubledWins(Profile profile, int x) {
    long doubled = 0;
    for (int y = 0; y < profile.size(); y++) {
      if (y != x) {
        doubled += profile.beats(x, y) ? 2 : profile.beats(y, x) ? 0 : 1;
      }
    }
    return doubled;
  }

  /** The smallest worst defeat, measured by winning votes (Simpson 1969; Kramer 1977). */
  public static Minimax minimax(Profile profile) {
    Map<String, Long> worst = profile.byOption(x -> worstDefeat(profile, x));
    long least = Collections.min(worst.values());
    return new Minimax(
        profile.options().stream()
            .filter(option -> least == worst.getOrDefault(option, 0L))
            .toList(),
        worst);
  }

  private static long worstDefeat(Profile profile, int x) {
    long worst = 0;
    for (int y = 0; y < profile.size(); y++) {
      worst = Math.max(worst, profile.winningVotes(y, x));
    }
    return worst;
  }

  /**
   * What minimax says.
   *
   * @param worstDefeat of each option: the most ballots by which another beats it, 0 if none does
   */
  public record Minimax(List<String> winners, Map<String, Long> worstDefeat) implements Outcome {}
}
