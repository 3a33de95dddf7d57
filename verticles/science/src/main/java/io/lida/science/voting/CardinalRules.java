package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules that add up what ballots give. Several may win: those of the highest sum. */
public final class CardinalRules {
  /** The highest score a ballot may give; the lowest is 0. */
  public static final int TOP_SCORE = 5;

  private CardinalRules() {}

  /**
   * Most approvals (Brams and Fishburn 1978).
   *
   * @param options all that could be approved of
   * @param ballots the options that each voter approves of; may be none
   * @throws Refusal {@code empty_input} without ballots or options; {@code invalid_ballot} for an
   *     option that a ballot names twice, or that is none
   */
  public static Scores approval(
      Collection<String> options, List<? extends Collection<String>> ballots) {
    if (options.isEmpty() || ballots.isEmpty()) {
      throw new Refusal("empty_input", "there are no ballots or no options");
    }
    Map<String, Ratio> approvals = new TreeMap<>();
    options.forEach(option -> approvals.put(option, Ratio.ZERO));
    for (Collection<String> ballot : ballots) {
      if (new HashSet<>(ballot).size() < ballot.size()) {
        throw new Refusal("invalid_ballot", "a ballot approves of an option twice");
      }
      for (String option : ballot) {
        if (approvals.computeIfPresent(option, (same, votes) -> votes.plus(Ratio.ONE)) == null) {
          throw new Refusal("invalid_ballot", "a ballot approves of " + option + ", no option");
        }
      }
    }
    return Scores.highest(approvals);
  }

  /**
   * The highest sum of scores from 0 to 5; what a ballot leaves out has 0 (Smith 2000).
   *
   * @throws Refusal {@code empty_input}, or {@code invalid_ballot} for a score out of range
   */
  public static Scores score(List<Map<String, Ratio>> ballots) {
    return Scores.highest(RatedBallots.within(0, TOP_SCORE, ballots).totals());
  }
}
