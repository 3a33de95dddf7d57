package io.lida.cli;

import io.lida.contract.RunEvent.Aggregate;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Decision;
import io.lida.contract.RunEvent.Dissent;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outcome of a run in words and measures. */
record Verdict(Ink ink) {
  private static final int TEXT = 74;
  private static final Set<String> PROPOSAL =
      Set.of("majority", "supermajority", "unanimous", "weighted");

  /** The decision in one sentence. */
  static String sentence(Decision decision, List<Vote> votes) {
    String figures =
        " with "
            + Figures.share(decision.share())
            + (decision.method().equals("weighted") ? " of the weighted vote" : " of the votes");
    String threshold = Figures.share(decision.threshold());
    String leader = leader(decision, votes);
    if (onOptions(decision)) {
      return chosen(decision, threshold);
    }
    if (decision.reached() && decision.winner() != null) {
      return "consensus: \""
          + decision.winner()
          + "\""
          + figures
          + " (threshold "
          + threshold
          + ")";
    }
    if (decision.winner() != null) {
      return "no consensus: \""
          + decision.winner()
          + "\" carries"
          + figures
          + ", below the threshold of "
          + threshold;
    }
    return switch (decision.reason() == null ? "" : decision.reason()) {
      case "no_votes" -> "no decision: nobody voted for or against";
      case "no_quorum" -> "no decision: too few seats voted to make a quorum";
      case "tie" -> "no decision: the votes are tied";
      default ->
          "no consensus: \""
              + leader
              + "\" leads"
              + figures
              + ", below the threshold of "
              + threshold;
    };
  }

  private static boolean onOptions(Decision decision) {
    return !PROPOSAL.contains(decision.method());
  }

  /** What a rule on options says; a consensus is about first places whatever the rule counts. */
  private static String chosen(Decision decision, String threshold) {
    String rule = decision.method().replace('_', ' ');
    if (decision.winner() != null) {
      String first = Figures.share(decision.share()) + " of the voters place it first";
      return "by "
          + rule
          + ": \""
          + decision.winner()
          + "\"; "
          + (decision.reached() ? "consensus, " : "no consensus, ")
          + first
          + " (threshold "
          + threshold
          + ")";
    }
    return switch (decision.reason() == null ? "" : decision.reason()) {
      case "no_votes" -> "no decision: nobody handed a ballot in";
      case "no_quorum" -> "no decision: too few seats voted to make a quorum";
      case "tie" ->
          "no decision: by " + rule + " a tie between " + String.join(", ", decision.winners());
      default -> "no decision: by " + rule + " no option beats every other";
    };
  }

  /** The option most voted for, by weight where weights count. */
  static String leader(Decision decision, List<Vote> votes) {
    if (decision.winner() != null) {
      return decision.winner();
    }
    if (!decision.winners().isEmpty()) {
      return String.join(", ", decision.winners());
    }
    boolean weighted = decision.method().equals("weighted");
    double lead = 0;
    for (Vote vote : votes) {
      double weight = weighted ? vote.weight() : 1;
      lead += vote.choice() == Choice.FOR ? weight : vote.choice() == Choice.AGAINST ? -weight : 0;
    }
    return (lead < 0 ? Choice.AGAINST : Choice.FOR).id();
  }

  /** The votes, one after the other, with their reasons. */
  List<String> votes(List<Vote> votes) {
    List<String> lines = new ArrayList<>();
    for (Vote vote : votes) {
      String voted = Plain.line(BallotWords.of(vote));
      boolean choice = vote.choice() != null;
      lines.add(
          "  "
              + ink.seat(vote.seat(), Columns.pad(Plain.line(vote.name()), 24))
              + (choice ? " " + Columns.pad(voted, 8) : "")
              + ink.faint(
                  " confidence "
                      + Figures.share(vote.confidence())
                      + " · weight "
                      + Figures.share(vote.weight())));
      if (!choice) {
        lines.addAll(indented(voted));
      }
      lines.addAll(indented(Plain.text(vote.reason())));
    }
    return lines;
  }

  /** The decision: the sentence, the meter, the pooled confidence. */
  List<String> decision(Decision decision, @Nullable Aggregate aggregate, List<Vote> votes) {
    List<String> lines = new ArrayList<>();
    Columns.wrap(sentence(decision, votes), TEXT)
        .forEach(line -> lines.add("  " + ink.strong(line)));
    if (!decision.scores().isEmpty()) {
      lines.add("  " + decision.method().replace('_', ' ') + ": " + scores(decision));
    }
    lines.add(
        "  "
            + Support.line(
                decision.method(),
                leader(decision, votes),
                decision.share(),
                decision.threshold()));
    if (aggregate != null && aggregate.value() != null) {
      lines.add(
          "  pooled confidence in a yes "
              + Figures.share(aggregate.value())
              + ink.faint(" (" + Plain.line(aggregate.strategy()) + ")"));
    }
    return lines;
  }

  private static String scores(Decision decision) {
    return decision.scores().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(score -> Plain.line(score.getKey()) + " " + Figures.plain(score.getValue()))
        .collect(Collectors.joining(" · "));
  }

  /** Who disagrees, and why. */
  List<String> dissent(List<Dissent> dissent) {
    List<String> lines = new ArrayList<>();
    for (Dissent voice : dissent) {
      String argued = voice.turn() == null ? "" : " (argued in " + Plain.line(voice.turn()) + ")";
      lines.add(
          "  "
              + ink.strong(Plain.line(voice.name()))
              + " votes "
              + Plain.line(voice.choice())
              + ink.faint(argued));
      lines.addAll(indented(Plain.text(voice.reason())));
    }
    return lines;
  }

  /** What it took. */
  static String usage(Usage usage, boolean simulated) {
    String tokens =
        Figures.count(usage.inputTokens())
            + " tokens in · "
            + Figures.count(usage.outputTokens())
            + " out"
            + (usage.estimated() ? " (estimated)" : "");
    String cached =
        usage.cachedCalls() == 0 ? "" : " · " + Figures.count(usage.cachedCalls()) + " from cache";
    return Figures.many(usage.calls(), "call", "calls")
        + cached
        + " · "
        + tokens
        + " · "
        + (simulated ? "simulated, " : "")
        + Figures.cost(usage.costUsd());
  }

  private static List<String> indented(String text) {
    return Columns.wrap(text, TEXT - 2).stream()
        .map(line -> line.isEmpty() ? "" : "    " + line)
        .toList();
  }
}
