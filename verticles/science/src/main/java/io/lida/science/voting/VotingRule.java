package io.lida.science.voting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every rule by which a group may decide, and the ballot it asks of a voter. */
public enum VotingRule {
  MAJORITY(BallotForm.CHOICE),
  SUPERMAJORITY(BallotForm.CHOICE),
  UNANIMOUS(BallotForm.CHOICE),
  WEIGHTED_MAJORITY(BallotForm.CHOICE),
  PLURALITY(BallotForm.RANKING),
  TWO_ROUND(BallotForm.RANKING),
  BORDA(BallotForm.RANKING),
  CONDORCET(BallotForm.RANKING),
  COPELAND(BallotForm.RANKING),
  MINIMAX(BallotForm.RANKING),
  SCHULZE(BallotForm.RANKING),
  RANKED_PAIRS(BallotForm.RANKING),
  KEMENY(BallotForm.RANKING),
  IRV(BallotForm.RANKING),
  COOMBS(BallotForm.RANKING),
  APPROVAL(BallotForm.APPROVAL),
  SCORE(BallotForm.SCORES),
  STAR(BallotForm.SCORES),
  MAJORITY_JUDGMENT(BallotForm.GRADES),
  QUADRATIC(BallotForm.CREDITS),
  SURPRISINGLY_POPULAR(BallotForm.PREDICTION);

  /** What a voter hands in. */
  public enum BallotForm {
    /** Yes, no or abstention on one proposal. */
    CHOICE,
    /** Options in order of preference, several on one level where equal. */
    RANKING,
    /** The options that would do. */
    APPROVAL,
    /** 0 to 5 for each option. */
    SCORES,
    /** A grade of a common scale for each option. */
    GRADES,
    /** Votes for or against options, paid for from a budget. */
    CREDITS,
    /** The option held right, and the share of voters expected to choose each. */
    PREDICTION
  }

  private final BallotForm form;

  VotingRule(BallotForm form) {
    this.form = form;
  }

  public BallotForm form() {
    return form;
  }

  /** The name by which people ask for it, such as {@code ranked_pairs}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule of a name. */
  public static Optional<VotingRule> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** What tallies ranked ballots by this rule; empty for rules on other ballots. */
  public Optional<RankedRule> ranked() {
    return form == BallotForm.RANKING ? Optional.of(RankedRule.valueOf(name())) : Optional.empty();
  }
}
