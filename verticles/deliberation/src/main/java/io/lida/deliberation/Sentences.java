package io.lida.deliberation;

import io.lida.contract.RunEvent.Decision;
import java.util.Locale;
import java.util.Objects;

/** A decision in words. Pure functions. */
final class Sentences {
  private Sentences() {}

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
            case "tie" -> "a tie";
            default -> "no option carries";
          };
      return "No decision: " + why + " (" + figures + ").";
    }
    String side = decision.winner().id();
    return decision.reached()
        ? "Consensus " + side + " the proposal (" + figures + ")."
        : "A majority " + side + " the proposal, but no consensus (" + figures + ").";
  }
}
