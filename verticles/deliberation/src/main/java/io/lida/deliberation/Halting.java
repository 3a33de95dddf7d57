package io.lida.deliberation;

import io.lida.contract.RunEvent.Termination;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Order;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the talk is to end before its last round, and the figures that show why. Pure functions
 * over the turns.
 */
final class Halting {
  private Halting() {}

  /**
   * The reason to end now: a phrase as soon as it is said, where speakers speak in turn; all else
   * when a round is over.
   */
  static Optional<Termination> of(State state) {
    Scenario.Rules rules = state.manifest().scenario().deliberation();
    Scenario.Termination ends = rules.termination();
    if (ends == null || state.round() == 0) {
      return Optional.empty();
    }
    boolean over = state.roundAnswered();
    Optional<Termination> phrase =
        over || rules.order() != Order.SIMULTANEOUS ? phrase(state, ends) : Optional.empty();
    if (phrase.isPresent() || !over) {
      return phrase;
    }
    return similar(state, ends.similarity()).or(() -> stable(state, ends.stable()));
  }

  private static Optional<Termination> phrase(State state, Scenario.Termination ends) {
    for (Turn turn : state.transcript().round(state.round())) {
      String text = turn.text().toLowerCase(Locale.ROOT);
      for (String phrase : ends.phrases()) {
        if (text.contains(phrase.toLowerCase(Locale.ROOT))) {
          return Optional.of(
              new Termination("phrase", turn.name() + " said \"" + phrase + "\" in " + turn.id()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Termination> similar(State state, Scenario.@Nullable Similarity bounds) {
    if (bounds == null) {
      return Optional.empty();
    }
    List<Turn> turns = state.transcript().all();
    if (turns.size() < bounds.window()) {
      return Optional.empty();
    }
    List<Turn> window = turns.subList(turns.size() - bounds.window(), turns.size());
    Likeness likeness = Likeness.of(window.stream().map(Turn::text).toList());
    if (likeness.jaccard() < bounds.jaccard() || likeness.cosine() < bounds.cosine()) {
      return Optional.empty();
    }
    return Optional.of(
        new Termination(
            "similarity",
            String.format(
                Locale.ROOT,
                "the last %d turns, %s to %s, are alike: Jaccard %.2f of %.2f, cosine %.2f of %.2f",
                bounds.window(),
                window.getFirst().id(),
                window.getLast().id(),
                likeness.jaccard(),
                bounds.jaccard(),
                likeness.cosine(),
                bounds.cosine())));
  }

  private static Optional<Termination> stable(State state, Scenario.@Nullable Stable bounds) {
    if (bounds == null || state.round() <= bounds.rounds()) {
      return Optional.empty();
    }
    double most = 0;
    List<Map<Integer, Double>> course = Trajectories.after(state);
    for (int back = 0; back < bounds.rounds(); back++) {
      Map<Integer, Double> now = course.get(course.size() - 1 - back);
      Map<Integer, Double> before = course.get(course.size() - 2 - back);
      for (Map.Entry<Integer, Double> stance : now.entrySet()) {
        double then = before.getOrDefault(stance.getKey(), stance.getValue());
        most = Math.max(most, Math.abs(stance.getValue() - then));
      }
    }
    if (most > bounds.epsilon()) {
      return Optional.empty();
    }
    return Optional.of(
        new Termination(
            "stable",
            String.format(
                Locale.ROOT,
                "no stance moved by more than %.3f in %d round%s (bound %.3f)",
                most,
                bounds.rounds(),
                bounds.rounds() == 1 ? "" : "s",
                bounds.epsilon())));
  }
}
