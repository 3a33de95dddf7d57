package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Play;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A run to be read: the decision first, then how it came about. */
record RunPage(Ink ink) {
  private static final int TEXT = 74;

  /** The page; with all turns when asked for. */
  List<String> lines(Run run, boolean withTurns) {
    List<String> lines = new ArrayList<>();
    Verdict verdict = new Verdict(ink);
    lines.add(ink.strong("run " + Plain.line(run.id())) + "  " + facts(run));
    Columns.wrap(Plain.text(run.topic()), 78).forEach(line -> lines.add(ink.strong(line)));
    Play game = run.game();
    if (game != null) {
      rounds(game, lines);
    }
    List<String> decision = new ArrayList<>();
    if (game != null) {
      decision.addAll(sums(game));
    } else if (run.decision() != null) {
      decision.addAll(verdict.decision(run.decision(), run.aggregate(), run.votes()));
    } else if (!run.mode().equals("conversation")) {
      decision.add("  none: the run is " + Plain.line(run.status()));
    }
    section(lines, game == null ? "Decision" : "Beside theory", decision);
    section(lines, "Beliefs", beliefs(run));
    FindingsPage findings = new FindingsPage(ink);
    section(lines, "Movement", findings.movement(run));
    section(lines, "Belief axes, in private", findings.axes(run));
    section(lines, "Fidelity", findings.fidelity(run));
    section(lines, "Minority report", findings.minority(run));
    section(lines, "How right they were", scores(run, ink));
    section(lines, "Votes", verdict.votes(run.votes()));
    section(lines, "Turns", withTurns ? turns(run) : List.of());
    section(lines, "Silent", silent(run));
    boolean simulated = run.participants().stream().allMatch(who -> who.model().startsWith("sim/"));
    section(lines, "Usage", List.of("  " + Verdict.usage(run.usage(), simulated)));
    section(lines, "Where it came from", origins(run));
    lines.add("");
    lines.add(
        ink.faint(
            Closing.foot(
                run.participants().stream()
                    .filter(seat -> Agents.isPerson(seat.model()))
                    .map(Run.Participant::name)
                    .toList())));
    return lines;
  }

  /** Brier scores, best first; nothing while the outcome is not known. */
  static List<String> scores(Run run, Ink ink) {
    Run.Resolution resolution = run.resolution();
    List<String> lines = new ArrayList<>();
    if (resolution == null) {
      return lines;
    }
    Map<String, String> names = new HashMap<>();
    run.participants().forEach(who -> names.put(who.id(), who.name()));
    resolution.brier().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            score ->
                lines.add(
                    "  "
                        + Columns.pad(
                            Plain.line(names.getOrDefault(score.getKey(), score.getKey())), 24)
                        + " Brier "
                        + Figures.share(score.getValue())));
    Double pooled = resolution.pooled();
    if (pooled != null) {
      lines.add("  " + Columns.pad("pooled", 24) + " Brier " + Figures.share(pooled));
    }
    lines.add(ink.faint("  0 is right and sure, 1 wrong and sure, 0.25 a coin"));
    return lines;
  }

  private void rounds(Play game, List<String> lines) {
    GameBoard board = new GameBoard(ink);
    for (Play.Round round : game.rounds()) {
      String title = "Round " + round.round();
      section(lines, title, board.lines(round.moves(), round.payoffs(), round.after()));
    }
  }

  private List<String> sums(Play game) {
    Play.Comparison comparison = game.comparison();
    return comparison == null
        ? List.of("  the game is not over")
        : new GameSums(ink).lines(game.totals(), comparison);
  }

  private static String facts(Run run) {
    String models =
        run.participants().stream()
            .map(who -> Plain.line(who.model()))
            .distinct()
            .collect(Collectors.joining(", "));
    return Plain.line(run.mode() + " · " + run.status())
        + " · "
        + Figures.many(run.rounds(), "round", "rounds")
        + " · "
        + models
        + " · seed "
        + run.seed();
  }

  private List<String> beliefs(Run run) {
    List<String> lines = new ArrayList<>();
    if (run.beliefs().isEmpty()) {
      return lines;
    }
    for (Run.Participant who : run.participants()) {
      List<Double> stances =
          run.beliefs().stream()
              .map(beliefs -> beliefs.stances().get(who.id()))
              .filter(stance -> stance != null)
              .toList();
      if (!stances.isEmpty()) {
        lines.add(
            "  "
                + ink.seat(who.seat(), Columns.pad(Plain.line(who.name()), 24))
                + " "
                + Gauge.track(stances.getFirst(), stances.getLast())
                + "  "
                + Gauge.spark(stances));
      }
    }
    Run.Beliefs last = run.beliefs().getLast();
    lines.add(
        ink.faint(
            "  mean "
                + Figures.stance(last.mean())
                + " · spread "
                + Figures.share(last.spread())
                + " · polarization "
                + Figures.share(last.polarization())
                + " · "
                + Figures.many(last.clusters(), "camp", "camps")));
    return lines;
  }

  private List<String> turns(Run run) {
    List<String> lines = new ArrayList<>();
    for (RunEvent.Turn turn : run.turns()) {
      lines.add(
          "  "
              + ink.seat(turn.seat(), Plain.line(turn.name()))
              + "  "
              + Figures.stance(turn.stance())
              + ink.faint(
                  "  "
                      + Plain.line(turn.id())
                      + " · round "
                      + turn.round()
                      + " · "
                      + turn.phase().id()));
      Columns.wrap(Plain.text(turn.text()), TEXT)
          .forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
    }
    return lines;
  }

  private static List<String> silent(Run run) {
    return run.failures().stream()
        .map(
            failed ->
                "  "
                    + Plain.line(
                        failed.call().id() + " " + failed.speaker() + ": " + failed.title()))
        .toList();
  }

  private static List<String> origins(Run run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  scenario "
            + Plain.line(run.scenario().name())
            + " "
            + Plain.line(run.scenario().version()));
    lines.add(
        "  begun " + run.startedAt() + (run.endedAt() == null ? "" : ", ended " + run.endedAt()));
    RunEvent.Termination termination = run.termination();
    if (termination != null) {
      lines.add(
          "  ended because " + Plain.line(termination.reason() + ": " + termination.detail()));
    }
    for (Map.Entry<String, Object> fact : run.provenance().entrySet()) {
      String value = fact.getValue() instanceof String text ? text : Wire.text(fact.getValue());
      lines.add("  " + Plain.line(fact.getKey()) + " " + Columns.cut(Plain.line(value), 100));
    }
    run.notes().forEach(note -> lines.add("  note: " + Plain.line(note)));
    return lines;
  }

  private void section(List<String> lines, String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(ink.strong(title));
      lines.addAll(content);
    }
  }
}
