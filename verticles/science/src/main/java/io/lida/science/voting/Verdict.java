package io.lida.science.voting;

import io.lida.science.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * What became of a proposal.
 *
 * @param share of yes in the base; absent when nobody voted for or against
 * @param reason why it did not pass
 */
public record Verdict(boolean passed, @Nullable Ratio share, @Nullable Reason reason) {
  /** Why a proposal does not pass. */
  public enum Reason {
    NO_VOTES,
    NO_QUORUM,
    TIE,
    THRESHOLD
  }

  static Verdict passed(Ratio share) {
    return new Verdict(true, share, null);
  }

  static Verdict failed(@Nullable Ratio share, Reason reason) {
    return new Verdict(false, share, reason);
  }
}
