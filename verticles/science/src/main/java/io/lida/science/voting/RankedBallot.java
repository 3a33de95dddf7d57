package io.lida.science.voting;

import io.lida.science.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one or more voters prefer.
 *
 * @param levels options, best first; those on one level are preferred equally. Options left out
 *     share one further level at the end.
 * @param count how many voters say so, 0 or more
 */
public record RankedBallot(List<List<String>> levels, long count) {
  private static final long MOST = 1L << 40;

  /**
   * Checks and copies.
   *
   * @throws Refusal {@code invalid_ballot} for an option named twice, an empty level or a count
   *     that is negative or beyond 2^40
   */
  public RankedBallot {
    levels = levels.stream().map(List::copyOf).toList();
    if (count < 0 || count > MOST) {
      throw new Refusal("invalid_ballot", "a ballot is cast 0 to 2^40 times, not " + count);
    }
    Set<String> named = new HashSet<>();
    for (List<String> level : levels) {
      if (level.isEmpty()) {
        throw new Refusal("invalid_ballot", "a level of a ranking is empty");
      }
      for (String option : level) {
        if (!named.add(option)) {
          throw new Refusal("invalid_ballot", "a ranking names " + option + " twice");
        }
      }
    }
  }

  /** A ranking without ties. */
  public static RankedBallot strict(long count, String... options) {
    return new RankedBallot(List.of(options).stream().map(List::of).toList(), count);
  }
}
