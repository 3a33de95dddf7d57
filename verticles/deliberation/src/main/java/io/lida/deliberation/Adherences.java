package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Findings.Adherence;
import io.lida.contract.Findings.Fidelity;
import io.lida.contract.RunEvent.Probe;
import io.lida.contract.RunEvent.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether personas kept to their cards; see {@link Fidelity}. Persons have none to keep to. Pure
 * functions.
 */
final class Adherences {
  /** A stance further than this from what the card says is another persona's. */
  private static final double FAR = 0.5;

  private Adherences() {}

  /** The fidelity; empty before any persona spoke. */
  static Optional<Fidelity> of(State state) {
    Map<Integer, List<Turn>> spoken = new TreeMap<>();
    for (Turn turn : state.transcript().all()) {
      if (state.inPerson(turn.seat())) {
        continue;
      }
      spoken.computeIfAbsent(turn.seat(), seat -> new ArrayList<>()).add(turn);
    }
    if (spoken.isEmpty()) {
      return Optional.empty();
    }
    List<Adherence> personas =
        spoken.entrySet().stream().map(seat -> adherence(state, seat)).toList();
    double between = variance(personas.stream().map(Adherence::first).toList());
    Double within = within(state);
    return Optional.of(
        new Fidelity(personas, between, within, warnings(personas, between, within)));
  }

  private static Adherence adherence(State state, Map.Entry<Integer, List<Turn>> seat) {
    Card card = state.manifest().seats().get(seat.getKey()).card();
    double expected = state.manifest().reading().stance(card);
    double first = seat.getValue().getFirst().stance();
    double last = seat.getValue().getLast().stance();
    int granted = seat.getValue().stream().mapToInt(turn -> turn.concedes().size()).sum();
    return new Adherence(
        card.id(),
        expected,
        first,
        last,
        1 - Math.abs(first - expected) / 2,
        Math.abs(last - first),
        granted);
  }

  private static @Nullable Double within(State state) {
    Map<Integer, List<Double>> repeats = new TreeMap<>();
    for (Probe probe : state.probes()) {
      if (Calls.repeat(probe.id()) > 0) {
        repeats.computeIfAbsent(probe.seat(), seat -> new ArrayList<>()).add(probe.stance());
      }
    }
    List<Double> variances =
        repeats.values().stream()
            .filter(answers -> answers.size() > 1)
            .map(Adherences::variance)
            .toList();
    return variances.isEmpty()
        ? null
        : variances.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** With n - 1; 0 for a single value. */
  private static double variance(List<Double> values) {
    if (values.size() < 2) {
      return 0;
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
        / (values.size() - 1);
  }

  private static List<String> warnings(
      List<Adherence> personas, double between, @Nullable Double within) {
    List<String> warnings = new ArrayList<>();
    if (within != null && personas.size() > 1 && within >= between) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "personas are noise here: one persona asked again differs as much from itself"
                  + " (variance %.3f) as personas differ from each other (%.3f)",
              within,
              between));
    }
    for (Adherence persona : personas) {
      if (Math.abs(persona.first() - persona.expected()) > FAR) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s began at %+.2f where its card stands at %+.2f: the model does not keep to it",
                persona.speaker(),
                persona.first(),
                persona.expected()));
      } else if (persona.drift() > FAR && persona.granted() == 0) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s drifted by %.2f without granting anybody a point",
                persona.speaker(),
                persona.drift()));
      }
    }
    return warnings;
  }
}
