package io.lida.cli;

import io.lida.contract.Ballot;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Vote;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody voted, in a line. */
final class BallotWords {
  private BallotWords() {}

  /** A choice as its word; a ballot as people write it down. */
  static String of(Vote vote) {
    Choice choice = vote.choice();
    return choice != null ? choice.id() : of(vote.ballot());
  }

  private static String of(@org.jspecify.annotations.Nullable Ballot ballot) {
    return switch (ballot) {
      case null -> "";
      case Ballot.Ranking(var levels) ->
          levels.stream()
              .map(level -> String.join(" = ", level))
              .collect(Collectors.joining(" > "));
      case Ballot.Approval(var approved) -> "approves " + list(approved);
      case Ballot.Scores(var scores) -> marks(scores);
      case Ballot.Grades(var grades) -> marks(grades);
      case Ballot.Credits(var votes) ->
          votes.entrySet().stream()
              .map(vote -> String.format(Locale.ROOT, "%s %+.2f", vote.getKey(), vote.getValue()))
              .collect(Collectors.joining(" · "));
      case Ballot.Prediction(var answer, var expects) ->
          answer + " (expects " + Figures.share(expects.getOrDefault(answer, 0.0)) + " to agree)";
    };
  }

  private static String list(List<String> options) {
    return options.isEmpty() ? "none" : String.join(", ", options);
  }

  private static String marks(Map<String, Integer> marks) {
    return marks.entrySet().stream()
        .map(mark -> mark.getKey() + " " + mark.getValue())
        .collect(Collectors.joining(" · "));
  }
}
