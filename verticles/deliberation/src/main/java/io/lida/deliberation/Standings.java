package io.lida.deliberation;

import io.lida.contract.Run;
import io.lida.contract.RunEvent.Turn;
import io.lida.science.dynamics.Polarization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the group stood after each round; see {@link Run.Beliefs}. Pure functions. */
final class Standings {
  /** A quarter of the way from no to yes. */
  private static final double GAP = 0.5;

  private static final int FEWEST_FOR_A_SHAPE = 4;
  private static final double ALIKE = 1e-12;

  private Standings() {}

  static List<Run.Beliefs> of(State state) {
    List<Run.Beliefs> standings = new ArrayList<>();
    List<Map<Integer, Double>> course = Trajectories.after(state);
    List<Integer> rounds = List.copyOf(state.transcript().rounds());
    Map<String, Double> stances = new LinkedHashMap<>();
    for (int at = 0; at < rounds.size(); at++) {
      for (Turn turn : state.transcript().round(rounds.get(at))) {
        stances.put(turn.speaker(), turn.stance());
      }
      if (!stances.isEmpty()) {
        Steps steps = at == 0 ? Steps.NONE : Steps.between(course.get(at - 1), course.get(at));
        standings.add(measure(rounds.get(at), stances, steps));
      }
    }
    return standings;
  }

  private static Run.Beliefs measure(int round, Map<String, Double> stances, Steps steps) {
    double[] values = stances.values().stream().mapToDouble(Double::doubleValue).toArray();
    double mean = Arrays.stream(values).sum() / values.length;
    double variance =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / values.length;
    // Stances mapped to 0..1 have a quarter of the variance, and polarization is four times that.
    return new Run.Beliefs(
        round,
        new LinkedHashMap<>(stances),
        mean,
        Math.sqrt(variance),
        Polarization.spread(values),
        variance,
        shape(values, variance),
        Polarization.clusters(values, GAP),
        steps.conformity(),
        steps.flips());
  }

  private static @Nullable Double shape(double[] values, double variance) {
    return values.length < FEWEST_FOR_A_SHAPE || variance < ALIKE
        ? null
        : Polarization.bimodality(values);
  }
}
