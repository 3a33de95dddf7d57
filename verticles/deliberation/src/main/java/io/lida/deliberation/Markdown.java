package io.lida.deliberation;

import io.lida.contract.Findings;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Decision;
import io.lida.contract.RunEvent.Moderated;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Usage;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run as a text to read. What models said is escaped, so that it stays text. Pure functions. */
final class Markdown {
  private final StringBuilder out = new StringBuilder(16_384);
  private final Run run;

  private Markdown(Run run) {
    this.run = run;
  }

  static String of(Run run) {
    return new Markdown(run).render();
  }

  private String render() {
    line("# %s", text(run.topic()));
    line("%s · %s · seed %d · run `%s`", run.mode(), run.status(), run.seed(), run.id());
    decision();
    minority();
    participants();
    if (run.game() != null) {
      out.append(GameMarkdown.of(run.game()));
    }
    int round = 0;
    for (Turn turn : run.turns()) {
      if (turn.round() != round) {
        summary(round);
        round = turn.round();
        line("## Round %d: %s", round, turn.phase().id());
      }
      turn(turn);
    }
    summary(round);
    votes();
    beliefs();
    axes();
    foot();
    return out.toString();
  }

  private void decision() {
    Decision decision = run.decision();
    if (decision == null) {
      return;
    }
    line("## Decision");
    line("%s", Sentences.decision(decision));
  }

  private void minority() {
    Findings.Minority minority = run.findings().minority();
    if (minority == null || minority.bridge() == null && minority.dissents().isEmpty()) {
      return;
    }
    line("## Minority report");
    Findings.Bridge bridge = minority.bridge();
    if (bridge != null) {
      line("Both sides took up what was said in `%s`:", bridge.turn());
      line("> %s", text(bridge.sentence()));
    }
    for (Findings.Dissenter dissenter : minority.dissents()) {
      line(
          "- **%s** (%s, rests on %s): %s",
          text(dissenter.name()),
          text(dissenter.choice()),
          String.join(", ", dissenter.turns()),
          text(dissenter.reason()));
    }
  }

  private void participants() {
    line("## Participants");
    for (Run.Participant seat : run.participants()) {
      line(
          "- **%s** (`%s`), %s, weight %.3f",
          text(seat.name()), seat.id(), seat.model(), seat.weight());
    }
  }

  private void turn(Turn turn) {
    line(
        "### %s, stance %+.2f, confidence %.2f",
        text(turn.name()), turn.stance(), turn.confidence());
    line("%s", text(turn.text()));
    turn.concedes().forEach(point -> line("> Concedes: %s", text(point)));
    if (!turn.cites().isEmpty()) {
      line("Answers %s. Turn `%s`.", text(String.join(", ", turn.cites())), turn.id());
    } else {
      line("Turn `%s`.", turn.id());
    }
  }

  private void summary(int round) {
    run.moderation().stream()
        .filter(moderated -> moderated.round() == round)
        .forEach(this::moderated);
  }

  private void moderated(Moderated moderated) {
    line("### %s, moderating", text(moderated.name()));
    line("%s", text(moderated.text()));
  }

  private void votes() {
    if (run.votes().isEmpty()) {
      return;
    }
    line("## Votes");
    out.append("| who | vote | confidence | weight | reason |\n| --- | --- | --- | --- | --- |\n");
    for (Vote vote : run.votes()) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %.3f | %s |%n",
              text(vote.name()),
              text(Sentences.voted(vote)),
              vote.confidence(),
              vote.weight(),
              text(vote.reason()).replace("|", "\\|")));
    }
    out.append('\n');
  }

  private void beliefs() {
    if (run.beliefs().isEmpty()) {
      return;
    }
    line("## Beliefs");
    for (Run.Beliefs beliefs : run.beliefs()) {
      line(
          "- round %d: mean %+.2f, spread %.2f, polarization %.2f, camps %d%s%s (%s)",
          beliefs.round(),
          beliefs.mean(),
          beliefs.spread(),
          beliefs.polarization(),
          beliefs.clusters(),
          share(", conformity", beliefs.conformity()),
          share(", flips", beliefs.flips()),
          stances(beliefs.stances()));
    }
  }

  private void axes() {
    if (run.findings().axes().isEmpty()) {
      return;
    }
    line("## Belief axes, in private");
    for (Findings.Course course : run.findings().axes()) {
      line("- %s: %s%s", text(course.axis()), rounds(course), farthest(course));
    }
  }

  private static String rounds(Findings.Course course) {
    return course.rounds().isEmpty()
        ? "nobody answered"
        : course.rounds().stream()
            .map(
                round ->
                    String.format(
                        Locale.ROOT,
                        "round %d mean %.2f, polarization %.2f",
                        round.round(),
                        round.mean(),
                        round.polarization()))
            .collect(Collectors.joining("; "));
  }

  private static String farthest(Findings.Course course) {
    return course
        .farthest()
        .map(
            who ->
                String.format(
                    Locale.ROOT, "; farthest %s %+.2f", text(who.speaker()), who.change()))
        .orElse("");
  }

  private static String share(String name, @Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%s %.2f", name, value);
  }

  private static String stances(Map<String, Double> stances) {
    return stances.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%s %+.2f", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void foot() {
    Usage usage = run.usage();
    String cost =
        usage.costUsd() == null ? "unknown" : String.format(Locale.ROOT, "$%.4f", usage.costUsd());
    line("## Notes");
    RunEvent.Termination end = run.termination();
    if (end != null) {
      line("- ended: %s, %s", text(end.reason().replace('_', ' ')), text(end.detail()));
    }
    line(
        "- %d calls, %d tokens in, %d out, cost %s",
        usage.calls(), usage.inputTokens(), usage.outputTokens(), cost);
    run.failures()
        .forEach(
            failed ->
                line(
                    "- %s gave no answer (%s): %s",
                    failed.speaker(), failed.call().id(), text(failed.title())));
    Findings.Fidelity fidelity = run.findings().fidelity();
    if (fidelity != null) {
      fidelity.warnings().forEach(warning -> line("- %s", text(warning)));
    }
    run.notes().forEach(note -> line("- %s", text(note)));
  }

  private void line(String format, Object... values) {
    if (format.startsWith("#") && !endsBlank()) {
      out.append('\n');
    }
    out.append(String.format(Locale.ROOT, format, values));
    out.append(format.startsWith("- ") ? "\n" : "\n\n");
  }

  private boolean endsBlank() {
    int length = out.length();
    return length < 2 || out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n';
  }

  /** Text that cannot become a heading, a link, an image, a tag or a table. */
  static String text(String raw) {
    StringBuilder safe = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|' ->
                    safe.append('\\').appendCodePoint(point);
                case '\n', '\r', '\t' -> safe.append(' ');
                default -> {
                  if (!Character.isISOControl(point) && !bidirectional(point)) {
                    safe.appendCodePoint(point);
                  }
                }
              }
            });
    return safe.toString();
  }

  private static boolean bidirectional(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
