package io.lida.deliberation;

import io.lida.contract.Findings.Apart;
import io.lida.contract.Findings.Influence;
import io.lida.contract.Findings.Movement;
import io.lida.contract.RunEvent.Probe;
import io.lida.science.dynamics.InfluenceFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How stances moved in a run; see {@link Movement}. Pure functions. */
final class Movements {
  private static final double STILL = 1e-9;

  private final State state;
  private final List<Map<Integer, Double>> course;

  private Movements(State state) {
    this.state = state;
    this.course = Trajectories.after(state);
  }

  /** The movement; empty before the second round. */
  static Optional<Movement> of(State state) {
    Movements movements = new Movements(state);
    return movements.course.size() < 2 ? Optional.empty() : Optional.of(movements.found());
  }

  private Movement found() {
    Steps steps = Steps.NONE;
    for (int at = 1; at < course.size(); at++) {
      steps = steps.plus(Steps.between(course.get(at - 1), course.get(at)));
    }
    Double flips = steps.flips();
    return new Movement(
        flips == null ? 0 : flips, steps.conformity(), collapse(), influence(), apart());
  }

  private @Nullable Double collapse() {
    double first = deviation(course.getFirst());
    return first < STILL ? null : 1 - deviation(course.getLast()) / first;
  }

  private static double deviation(Map<Integer, Double> stances) {
    double mean = stances.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return Math.sqrt(
        stances.values().stream()
            .mapToDouble(stance -> (stance - mean) * (stance - mean))
            .average()
            .orElse(0));
  }

  /** Fitted to those who spoke from the first round on. */
  private @Nullable Influence influence() {
    List<Integer> seats = List.copyOf(course.getFirst().keySet());
    double[][] stances = new double[course.size()][seats.size()];
    for (int at = 0; at < stances.length; at++) {
      for (int i = 0; i < seats.size(); i++) {
        stances[at][i] = course.get(at).getOrDefault(seats.get(i), 0.0);
      }
    }
    if (seats.isEmpty()) {
      return null;
    }
    InfluenceFit fit = InfluenceFit.of(stances, InfluenceFit.equalWeights(seats.size()));
    if (Double.isNaN(fit.explained())) {
      return null;
    }
    Map<String, Double> susceptibility = new LinkedHashMap<>();
    for (int i = 0; i < seats.size(); i++) {
      if (!Double.isNaN(fit.susceptibility()[i])) {
        susceptibility.put(
            state.manifest().seats().get(seats.get(i)).card().id(), fit.susceptibility()[i]);
      }
    }
    return new Influence(susceptibility, fit.explained());
  }

  /** Of those who were asked in private at least twice, and not only to repeat themselves. */
  private List<Apart> apart() {
    Map<Integer, List<Probe>> answers = new TreeMap<>();
    for (Probe probe : state.probes()) {
      if (Calls.repeat(probe.id()) == 0) {
        answers.computeIfAbsent(probe.seat(), seat -> new ArrayList<>()).add(probe);
      }
    }
    List<Apart> apart = new ArrayList<>();
    answers.forEach(
        (seat, asked) -> {
          Double shown = course.getLast().get(seat);
          if (asked.size() > 1 && shown != null) {
            double began = asked.getFirst().stance();
            double meant = asked.getLast().stance();
            apart.add(
                new Apart(
                    asked.getFirst().speaker(),
                    shown - began,
                    meant - began,
                    Math.abs(shown - meant)));
          }
        });
    return apart;
  }
}
