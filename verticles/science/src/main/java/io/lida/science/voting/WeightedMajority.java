package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.List;

/**
 * A majority of weights (Shapley and Grofman 1984): carries with more than half of the weight cast
 * for or against.
 *
 * @param equalised whether all of that weight was 0, so that every vote counted the same
 */
public record WeightedMajority(Verdict verdict, boolean equalised) {
  private static final Ratio HALF = Ratio.of(1, 2);

  /** A vote with its weight, 0 or more. */
  public record Vote(Choice choice, Ratio weight) {
    /**
     * Checks.
     *
     * @throws Refusal {@code invalid_weights} for a negative weight
     */
    public Vote {
      if (weight.signum() < 0) {
        throw new Refusal("invalid_weights", "the weight of a vote is negative: " + weight);
      }
    }
  }

  /** What can be voted on a proposal. */
  public enum Choice {
    YES,
    NO,
    ABSTAIN
  }

  /**
   * Weighs.
   *
   * @throws Refusal {@code empty_input} without votes
   */
  public static WeightedMajority of(List<Vote> votes) {
    if (votes.isEmpty()) {
      throw new Refusal("empty_input", "there are no votes");
    }
    List<Vote> cast = votes.stream().filter(vote -> vote.choice() != Choice.ABSTAIN).toList();
    if (cast.isEmpty()) {
      return new WeightedMajority(Verdict.failed(null, Verdict.Reason.NO_VOTES), false);
    }
    boolean equalised = cast.stream().allMatch(vote -> vote.weight().signum() == 0);
    return new WeightedMajority(verdict(equalised ? equal(cast) : cast), equalised);
  }

  private static List<Vote> equal(List<Vote> votes) {
    return votes.stream().map(vote -> new Vote(vote.choice(), Ratio.ONE)).toList();
  }

  private static Verdict verdict(List<Vote> cast) {
    Ratio yes = weight(cast.stream().filter(vote -> vote.choice() == Choice.YES).toList());
    Ratio share = yes.dividedBy(weight(cast));
    int beyondHalf = share.compareTo(HALF);
    if (beyondHalf > 0) {
      return Verdict.passed(share);
    }
    return Verdict.failed(share, beyondHalf == 0 ? Verdict.Reason.TIE : Verdict.Reason.THRESHOLD);
  }

  private static Ratio weight(List<Vote> votes) {
    return votes.stream().map(Vote::weight).reduce(Ratio.ZERO, Ratio::plus);
  }
}
