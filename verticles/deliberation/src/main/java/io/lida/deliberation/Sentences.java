package io.lida.deliberation;

import io.lida.contract.Ballot;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Decision;
import io.lida.contract.RunEvent.Vote;
import io.lida.deliberation.counting.FirstPlaces;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A decision in words. Pure functions. */
final class Sentences {
  private static final Set<String> PROPOSAL = Set.of("for", "against");

  private Sentences() {}

  /** What somebody voted, in a few words. */
  static String voted(Vote vote) {
    Choice choice = vote.choice();
    if (choice != null) {
      return choice.id();
    }
    Ballot ballot = vote.ballot();
    return ballot == null ? "" : String.join(" = ", FirstPlaces.of(ballot));
  }

  static String decision(Decision decision) {
    String figures =
        String.format(
            Locale.ROOT,
            "%.2f, threshold %.2f, %s",
            decision.share(),
            decision.threshold(),
            decision.method());
    if (decision.winner() == null) {
      String why =
          switch (Objects.requireNonNullElse(decision.reason(), "")) {
            case "no_votes" -> "nobody voted for or against";
            case "no_quorum" -> "too few voted";
            case "tie" ->
                decision.winners().isEmpty()
                    ? "a tie"
                    : "a tie between " + String.join(", ", decision.winners());
            case "no_winner" -> "no option beats every other";
            default -> "no option carries";
          };
      return "No decision: " + why + " (" + figures + ").";
    }
    String side = decision.winner();
    if (!decision.scores().isEmpty() || !PROPOSAL.contains(side)) {
      return (decision.reached() ? "Consensus on " : "No consensus, but the rule names ")
          + side
          + " ("
          + figures
          + ").";
    }
    return decision.reached()
        ? "Consensus " + side + " the proposal (" + figures + ")."
        : "A majority " + side + " the proposal, but no consensus (" + figures + ").";
  }
}
