package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Quadratic voting (Lalley and Weyl 2018): v votes for or against an option cost v squared credits;
 * most net votes win.
 *
 * @param totals the net votes of every option
 * @param spent the credits of each voter, in order
 */
public record Quadratic(List<String> winners, Map<String, Ratio> totals, List<Ratio> spent)
    implements Outcome {
  /**
   * Tallies.
   *
   * @param credits what each voter may spend
   * @param ballots the votes of each voter, negative against
   * @throws Refusal {@code over_budget} when a voter spends more; {@code empty_input} without
   *     ballots or options; {@code invalid_ballot} for negative credits
   */
  public static Quadratic of(Ratio credits, List<Map<String, Ratio>> ballots) {
    if (credits.signum() < 0) {
      throw new Refusal("invalid_ballot", "credits are negative: " + credits);
    }
    RatedBallots rated = RatedBallots.of(ballots);
    List<Ratio> spent = new ArrayList<>();
    for (Map<String, Ratio> ballot : ballots) {
      Ratio cost =
          ballot.values().stream().map(votes -> votes.times(votes)).reduce(Ratio.ZERO, Ratio::plus);
      if (cost.compareTo(credits) > 0) {
        throw new Refusal(
            "over_budget",
            "voter " + (spent.size() + 1) + " spends " + cost + " of " + credits + " credits");
      }
      spent.add(cost);
    }
    Scores net = Scores.highest(rated.totals());
    return new Quadratic(net.winners(), net.scores(), spent);
  }
}
