package io.lida.deliberation.counting;

import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario.VotingMethod;
import io.lida.science.Ratio;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Votes on a proposal, counted: {@code science.md} 1.1 with base {@code cast}.
 *
 * <p>Majority: May 1952. Supermajority of two thirds: Caplin and Nalebuff 1988. Unanimity: Buchanan
 * and Tullock 1962. Weighted majority: Shapley and Grofman 1984. Counts are exact; weighted shares
 * are doubles.
 *
 * @param share the leading option's share of what was cast for or against, 0 to 1
 * @param leading the option with the larger share; absent in a tie or without votes
 * @param winner the leading option if it carries under the method
 * @param reason why there is no winner: no_votes, no_quorum, tie or threshold
 */
public record Tally(
    double share,
    @Nullable Choice leading,
    @Nullable Choice winner,
    @Nullable String reason,
    Map<Choice, Integer> counts,
    List<String> flags) {
  private static final Ratio TWO_THIRDS = Ratio.of(2, 3);

  /** A vote with its weight, which need not sum to 1. */
  public record Ballot(Choice choice, double weight) {}

  /**
   * Counts.
   *
   * @param eligible how many might have voted
   * @param quorum the share of those who must have voted or abstained
   */
  public static Tally of(List<Ballot> ballots, VotingMethod method, int eligible, Ratio quorum) {
    Map<Choice, Integer> counts = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      counts.put(choice, 0);
    }
    ballots.forEach(ballot -> counts.merge(ballot.choice(), 1, Integer::sum));
    int yes = counts.getOrDefault(Choice.FOR, 0);
    int no = counts.getOrDefault(Choice.AGAINST, 0);
    if (yes + no == 0) {
      return new Tally(0, null, null, "no_votes", counts, List.of());
    }
    List<String> flags = new ArrayList<>();
    double yesShare =
        method == VotingMethod.WEIGHTED ? weightedYes(ballots, flags) : (double) yes / (yes + no);
    boolean tie = method == VotingMethod.WEIGHTED ? Math.abs(yesShare - 0.5) < 1e-12 : yes == no;
    double share = Math.max(yesShare, 1 - yesShare);
    if (Ratio.of(ballots.size(), eligible).compareTo(quorum) < 0) {
      return new Tally(share, tie ? null : lead(yesShare), null, "no_quorum", counts, flags);
    }
    if (tie) {
      return new Tally(share, null, null, "tie", counts, flags);
    }
    Choice leading = lead(yesShare);
    boolean carries =
        switch (method) {
          case MAJORITY, WEIGHTED -> true;
          case SUPERMAJORITY -> Ratio.of(Math.max(yes, no), yes + no).compareTo(TWO_THIRDS) >= 0;
          case UNANIMOUS -> Math.min(yes, no) == 0;
          default -> throw new IllegalArgumentException(method.id() + " decides on options");
        };
    return carries
        ? new Tally(share, leading, leading, null, counts, flags)
        : new Tally(share, leading, null, "threshold", counts, flags);
  }

  private static Choice lead(double yesShare) {
    return yesShare > 0.5 ? Choice.FOR : Choice.AGAINST;
  }

  private static double weightedYes(List<Ballot> ballots, List<String> flags) {
    double yes = weight(ballots, Choice.FOR);
    double no = weight(ballots, Choice.AGAINST);
    if (yes + no > 0) {
      return yes / (yes + no);
    }
    flags.add("weights_fallback=equal");
    long votes = ballots.stream().filter(ballot -> ballot.choice() != Choice.ABSTAIN).count();
    long cast = ballots.stream().filter(ballot -> ballot.choice() == Choice.FOR).count();
    return (double) cast / votes;
  }

  private static double weight(List<Ballot> ballots, Choice choice) {
    return ballots.stream()
        .filter(ballot -> ballot.choice() == choice)
        .mapToDouble(Ballot::weight)
        .sum();
  }
}
