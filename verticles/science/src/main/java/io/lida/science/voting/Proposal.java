package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A proposal on which yes, no or abstention was voted; all counts and thresholds are exact.
 *
 * @param base of what yes must have its share
 * @param eligible how many might have voted; when absent, those who voted or abstained
 * @param quorum the share of those who must have voted or abstained, 0 to 1
 */
public record Proposal(Votes votes, Base base, @Nullable Long eligible, Ratio quorum) {
  /** The share with which a supermajority carries unless another is named. */
  public static final Ratio TWO_THIRDS = Ratio.of(2, 3);

  private static final Ratio HALF = Ratio.of(1, 2);

  /** How many voted what. */
  public record Votes(long yes, long no, long abstain) {
    /**
     * Checks.
     *
     * @throws Refusal {@code invalid_ballot} for a negative number
     */
    public Votes {
      if (yes < 0 || no < 0 || abstain < 0) {
        throw new Refusal("invalid_ballot", "a number of votes is negative");
      }
    }

    long all() {
      return yes + no + abstain;
    }
  }

  /** What a share is of. */
  public enum Base {
    /** Votes for or against. */
    CAST,
    /** All who might have voted, so that an abstention counts against. */
    ELIGIBLE
  }

  /**
   * Checks.
   *
   * @throws Refusal {@code missing_field} for a quorum of an unknown number; {@code invalid_ballot}
   *     for more votes than voters; {@code invalid_quorum} outside 0 to 1
   */
  public Proposal {
    if (quorum.signum() < 0 || quorum.compareTo(Ratio.ONE) > 0) {
      throw new Refusal("invalid_quorum", "a quorum is from 0 to 1, not " + quorum);
    }
    if (eligible == null && quorum.signum() > 0) {
      throw new Refusal("missing_field", "a quorum needs to know how many are eligible");
    }
    if (eligible != null && votes.all() > eligible) {
      throw new Refusal(
          "invalid_ballot", votes.all() + " votes and abstentions of " + eligible + " voters");
    }
  }

  /** A proposal of which only what was cast counts. */
  public static Proposal cast(Votes votes) {
    return new Proposal(votes, Base.CAST, null, Ratio.ZERO);
  }

  /** Carries with more than half of the base (May 1952); exactly half is a tie and fails. */
  public Verdict majority() {
    return judged(
        share ->
            switch (share.compareTo(HALF)) {
              case 1 -> null;
              case 0 -> Verdict.Reason.TIE;
              default -> Verdict.Reason.THRESHOLD;
            });
  }

  /**
   * Carries with at least this share of the base (Caplin and Nalebuff 1988).
   *
   * @throws Refusal {@code invalid_threshold} unless it is above 0 and at most 1
   */
  public Verdict supermajority(Ratio threshold) {
    if (threshold.signum() <= 0 || threshold.compareTo(Ratio.ONE) > 0) {
      throw new Refusal(
          "invalid_threshold", "a threshold is above 0 and at most 1, not " + threshold);
    }
    return judged(share -> share.compareTo(threshold) >= 0 ? null : Verdict.Reason.THRESHOLD);
  }

  /** Carries when all of the base say yes (Buchanan and Tullock 1962). */
  public Verdict unanimous() {
    return supermajority(Ratio.ONE);
  }

  private interface Rule {
    /** Why a share of yes does not carry; null when it does. */
    Verdict.@Nullable Reason against(Ratio share);
  }

  private Verdict judged(Rule rule) {
    if (votes.yes() + votes.no() == 0) {
      return Verdict.failed(null, Verdict.Reason.NO_VOTES);
    }
    long members = eligible == null ? votes.all() : eligible;
    Ratio share =
        Ratio.of(
            votes.yes(),
            switch (base) {
              case CAST -> votes.yes() + votes.no();
              case ELIGIBLE -> members;
            });
    if (Ratio.of(votes.all(), members).compareTo(quorum) < 0) {
      return Verdict.failed(share, Verdict.Reason.NO_QUORUM);
    }
    Verdict.Reason against = rule.against(share);
    return against == null ? Verdict.passed(share) : Verdict.failed(share, against);
  }
}
