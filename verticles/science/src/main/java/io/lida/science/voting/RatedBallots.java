package io.lida.science.voting;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Ballots that give each option a number of its own; what a ballot leaves out has 0.
 *
 * <p>Immutable.
 *
 * @param options in lexicographic order
 */
record RatedBallots(List<String> options, List<Map<String, Ratio>> ballots) {
  RatedBallots {
    if (ballots.isEmpty() || options.isEmpty()) {
      throw new Refusal(
          "empty_input", "there are no " + (ballots.isEmpty() ? "ballots" : "options"));
    }
  }

  /** Ballots over the options that any of them rates. */
  static RatedBallots of(List<Map<String, Ratio>> ballots) {
    TreeSet<String> options = new TreeSet<>();
    ballots.forEach(ballot -> options.addAll(ballot.keySet()));
    return new RatedBallots(List.copyOf(options), ballots);
  }

  /** Ballots of which every number must lie within these bounds. */
  static RatedBallots within(int least, int most, List<Map<String, Ratio>> ballots) {
    RatedBallots rated = of(ballots);
    for (Map<String, Ratio> ballot : ballots) {
      ballot.forEach(
          (option, score) -> {
            if (score.compareTo(Ratio.of(least, 1)) < 0 || score.compareTo(Ratio.of(most, 1)) > 0) {
              throw new Refusal(
                  "invalid_ballot",
                  option + " has " + score + "; scores are from " + least + " to " + most);
            }
          });
    }
    return rated;
  }

  /** What each option has in all. */
  Map<String, Ratio> totals() {
    Map<String, Ratio> totals = new LinkedHashMap<>();
    for (String option : options) {
      totals.put(
          option,
          ballots.stream().map(ballot -> score(ballot, option)).reduce(Ratio.ZERO, Ratio::plus));
    }
    return totals;
  }

  /** How many ballots rate the first option above the second. */
  long preferring(String x, String y) {
    return ballots.stream()
        .filter(ballot -> score(ballot, x).compareTo(score(ballot, y)) > 0)
        .count();
  }

  /** How many ballots give the option exactly this. */
  long rating(String option, Ratio score) {
    return ballots.stream().filter(ballot -> score(ballot, option).equals(score)).count();
  }

  private static Ratio score(Map<String, Ratio> ballot, String option) {
    return ballot.getOrDefault(option, Ratio.ZERO);
  }
}
