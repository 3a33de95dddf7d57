package io.lida.cli;

import io.lida.contract.Findings;
import io.lida.contract.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run's events say beyond its decision, as people read it. */
record FindingsPage(Ink ink) {
  private static final int TEXT = 76;

  List<String> movement(Run run) {
    Findings.Movement movement = run.findings().movement();
    List<String> lines = new ArrayList<>();
    if (movement == null) {
      return lines;
    }
    StringBuilder line = new StringBuilder("  changed sides ").append(percent(movement.flips()));
    Double conformity = movement.conformity();
    if (conformity != null) {
      line.append(" · moved towards the others ").append(percent(conformity));
    }
    Double collapse = movement.collapse();
    if (collapse != null) {
      line.append(
          collapse >= 0
              ? " · spread shrank by " + percent(collapse)
              : " · spread grew by " + percent(-collapse));
    }
    lines.add(line.toString());
    if (run.beliefs().size() > 2) {
      lines.add("  changed sides, by round " + byRound(run, Run.Beliefs::flips));
      lines.add("  moved towards the others, by round " + byRound(run, Run.Beliefs::conformity));
    }
    Findings.Influence influence = movement.influence();
    if (influence != null) {
      lines.add(
          "  mutual influence explains "
              + percent(Math.max(0, influence.explained()))
              + " of the movement"
              + ink.faint(" (Friedkin and Johnsen)"));
    }
    for (Findings.Apart apart : movement.apart()) {
      lines.add(
          "  "
              + Columns.pad(Plain.line(apart.speaker()), 34)
              + " in public "
              + Figures.stance(apart.publicChange())
              + ", in private "
              + Figures.stance(apart.privateChange()));
    }
    return lines;
  }

  /**
   * A line for each belief axis that was asked for in private: from the first round to the last.
   */
  List<String> axes(Run run) {
    List<String> lines = new ArrayList<>();
    for (Findings.Course course : run.findings().axes()) {
      StringBuilder line =
          new StringBuilder("  ").append(Columns.pad(Plain.line(course.axis()), 26));
      if (course.rounds().isEmpty()) {
        line.append("nobody answered");
      } else {
        line.append("mean ")
            .append(way(course, Findings.Standing::mean))
            .append(" · polarization ")
            .append(way(course, Findings.Standing::polarization));
      }
      lines.add(line.toString());
      course
          .farthest()
          .ifPresent(
              who ->
                  lines.add(
                      ink.faint(
                          "    farthest "
                              + Plain.line(who.speaker())
                              + " "
                              + Figures.stance(who.change()))));
    }
    return lines;
  }

  private static String way(Findings.Course course, ToDoubleFunction<Findings.Standing> figure) {
    String first = Figures.share(figure.applyAsDouble(course.rounds().getFirst()));
    return course.rounds().size() == 1
        ? first
        : first + " → " + Figures.share(figure.applyAsDouble(course.rounds().getLast()));
  }

  /** Only what is amiss; figures of those who keep to their cards are in the document. */
  List<String> fidelity(Run run) {
    Findings.Fidelity fidelity = run.findings().fidelity();
    List<String> lines = new ArrayList<>();
    if (fidelity != null) {
      fidelity
          .warnings()
          .forEach(
              warning ->
                  Columns.wrap(Plain.text(warning), TEXT).forEach(line -> lines.add("  " + line)));
    }
    return lines;
  }

  List<String> minority(Run run) {
    Findings.Minority minority = run.findings().minority();
    List<String> lines = new ArrayList<>();
    if (minority == null) {
      return lines;
    }
    Findings.Bridge bridge = minority.bridge();
    if (bridge != null) {
      Columns.wrap("both sides took up: “" + Plain.text(bridge.sentence()) + "”", TEXT)
          .forEach(line -> lines.add("  " + line));
      lines.add(
          ink.faint(
              "    said in " + Plain.line(bridge.turn()) + ", taken up in " + support(bridge)));
    }
    for (Findings.Dissenter dissenter : minority.dissents()) {
      lines.add(
          "  "
              + ink.strong(Plain.line(dissenter.name()))
              + " votes "
              + Plain.line(dissenter.choice())
              + ink.faint(" · rests on " + Plain.line(String.join(", ", dissenter.turns()))));
      Columns.wrap(Plain.text(dissenter.reason()), TEXT - 2)
          .forEach(line -> lines.add("    " + line));
    }
    return lines;
  }

  private static String support(Findings.Bridge bridge) {
    List<String> turns = new ArrayList<>();
    bridge
        .support()
        .forEach(
            (side, ids) ->
                ids.stream()
                    .filter(id -> !id.equals(bridge.turn()))
                    .forEach(id -> turns.add(Plain.line(id + " (" + side + ")"))));
    return String.join(", ", turns);
  }

  /** From the second round on; with two rounds the whole says as much. */
  private static String byRound(Run run, Function<Run.Beliefs, @Nullable Double> figure) {
    return run.beliefs().stream()
        .skip(1)
        .map(figure)
        .map(share -> share == null ? "–" : percent(share))
        .collect(Collectors.joining(", "));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
