package io.lida.science.voting;

import java.util.function.Function;

/** A rule on ranked ballots; all of them read one {@link Profile}. */
public enum RankedRule {
  PLURALITY(PositionalRules::plurality),
  TWO_ROUND(PositionalRules::twoRound),
  BORDA(PositionalRules::borda),
  CONDORCET(Condorcet::of),
  COPELAND(PairwiseRules::copeland),
  MINIMAX(PairwiseRules::minimax),
  SCHULZE(Schulze::of),
  RANKED_PAIRS(RankedPairs::of),
  KEMENY(Kemeny::of),
  IRV(Elimination::irv),
  COOMBS(Elimination::coombs);

  private final Function<Profile, Outcome> tally;

  RankedRule(Function<Profile, Outcome> tally) {
    this.tally = tally;
  }

  /**
   * Who wins under this rule, and why.
   *
   * @throws io.lida.science.Refusal {@code too_large} when the rule cannot be had for so many
   *     options
   */
  public Outcome tally(Profile profile) {
    return tally.apply(profile);
  }

  /** Whether the rule can be had for so many options. */
  public boolean takes(Profile profile) {
    return this != KEMENY || profile.size() <= Kemeny.MOST_OPTIONS;
  }
}
