package io.lida.deliberation.counting;

import io.lida.contract.Ballot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What ballots of any form place first: the plainest thing that can be said of all of them. */
public final class FirstPlaces {
  private FirstPlaces() {}

  /** The options a ballot places first, in its own order; none when it names nothing. */
  public static List<String> of(Ballot ballot) {
    return switch (ballot) {
      case Ballot.Ranking(var levels) -> levels.isEmpty() ? List.of() : levels.getFirst();
      case Ballot.Approval(var approved) -> approved;
      case Ballot.Scores(var scores) -> highest(scores);
      case Ballot.Grades(var grades) -> highest(grades);
      case Ballot.Credits(var votes) -> highest(votes);
      case Ballot.Prediction(var answer, var expects) -> List.of(answer);
    };
  }

  /** The share of the ballots that place an option first, in part where they share that place. */
  public static double share(String option, Collection<Ballot> ballots) {
    double sum = 0;
    for (Ballot ballot : ballots) {
      List<String> first = of(ballot);
      sum += first.contains(option) ? 1.0 / first.size() : 0;
    }
    return ballots.isEmpty() ? 0 : sum / ballots.size();
  }

  private static <T extends Number> List<String> highest(Map<String, T> values) {
    double best = 0;
    List<String> first = new ArrayList<>();
    for (Map.Entry<String, T> entry : values.entrySet()) {
      double value = entry.getValue().doubleValue();
      if (value > best) {
        first.clear();
        best = value;
      }
      if (value == best && value > 0) {
        first.add(entry.getKey());
      }
    }
    return first;
  }
}
