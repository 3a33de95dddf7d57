package io.lida.cli;

import io.lida.contract.RunEvent.Aggregate;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Decision;
import io.lida.contract.RunEvent.Dissent;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of a run in words and measures. */
record Verdict(Ink ink) {
  private static final int TEXT = 74;

  /** The decision in one sentence. */
  static String sentence(Decision decision, List<Vote> votes) {
    String figures =
        " with "
            + Figures.share(decision.share())
            + (decision.method().equals("weighted") ? " of the weighted vote" : " of the votes");
    String threshold = Figures.share(decision.threshold());
    Choice leader = leader(decision, votes);
    if (decision.reached() && decision.winner() != null) {
      return "consensus: \""
          + decision.winner().id()
          + "\""
          + figures
          + " (threshold "
          + threshold
          + ")";
    }
    if (decision.winner() != null) {
      return "no consensus: \""
          + decision.winner().id()
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
              + leader.id()
              + "\" leads"
              + figures
              + ", below the threshold of "
              + threshold;
    };
  }

  /** The option most voted for, by weight where weights count. */
  static Choice leader(Decision decision, List<Vote> votes) {
    if (decision.winner() != null) {
      return decision.winner();
    }
    boolean weighted = decision.method().equals("weighted");
    double lead = 0;
    for (Vote vote : votes) {
      double weight = weighted ? vote.weight() : 1;
      lead += vote.choice() == Choice.FOR ? weight : vote.choice() == Choice.AGAINST ? -weight : 0;
    }
    return lead < 0 ? Choice.AGAINST : Choice.FOR;
  }

  /** The votes, one after the other, with their reasons. */
  List<String> votes(List<Vote> votes) {
    List<String> lines = new ArrayList<>();
    for (Vote vote : votes) {
      lines.add(
          "  "
              + ink.seat(vote.seat(), Columns.pad(Plain.line(vote.name()), 24))
              + " "
              + Columns.pad(vote.choice().id(), 8)
              + ink.faint(
                  " confidence "
                      + Figures.share(vote.confidence())
                      + " · weight "
                      + Figures.share(vote.weight())));
      lines.addAll(indented(Plain.text(vote.reason())));
    }
    return lines;
  }

  /** The decision: the sentence, the meter, the pooled confidence. */
  List<String> decision(Decision decision, @Nullable Aggregate aggregate, List<Vote> votes) {
    List<String> lines = new ArrayList<>();
    Columns.wrap(sentence(decision, votes), TEXT)
        .forEach(line -> lines.add("  " + ink.strong(line)));
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

  /** Who disagrees, and why. */
  List<String> dissent(List<Dissent> dissent) {
    List<String> lines = new ArrayList<>();
    for (Dissent voice : dissent) {
      String argued = voice.turn() == null ? "" : " (argued in " + Plain.line(voice.turn()) + ")";
      lines.add(
          "  "
              + ink.strong(Plain.line(voice.name()))
              + " votes "
              + voice.choice().id()
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
