package io.lida.deliberation;

import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run in one line. Pure functions. */
final class Summaries {
  private static final int LONGEST_TOPIC = 200;

  private Summaries() {}

  /** A run that has only its manifest, and is worked on or waits. */
  static Runs.Summary first(String run, Manifest manifest, Instant now, Status status) {
    return summary(run, manifest, status, 0, now, now, null);
  }

  /** A run as it stands. */
  static Runs.Summary of(String run, State state) {
    return of(run, state, state.status());
  }

  /** A run as it stands, of which more is known than its log says. */
  static Runs.Summary of(String run, State state, Status status) {
    return summary(
        run,
        state.manifest(),
        status,
        state.round(),
        state.startedAt(),
        state.lastAt(),
        outcome(state));
  }

  private static Runs.Summary summary(
      String run,
      Manifest manifest,
      Status status,
      int round,
      Instant created,
      Instant updated,
      @Nullable String outcome) {
    Scenario scenario = manifest.scenario();
    return new Runs.Summary(
        run,
        manifest.tenant(),
        scenario.deliberation().mode().id(),
        clip(scenario.topic()),
        status.id(),
        round,
        scenario.simulation().maxRounds(),
        manifest.seats().size(),
        manifest.seats().stream()
            .map(Manifest.Seat::model)
            .distinct()
            .collect(Collectors.joining(", ")),
        created,
        updated,
        outcome);
  }

  private static @Nullable String outcome(State state) {
    RunEvent.Decided decided = state.decided();
    if (decided != null) {
      RunEvent.Decision decision = decided.decision();
      String winner = decision.winner() == null ? "none" : decision.winner();
      String word = decision.reached() ? "consensus" : "no consensus";
      return String.format(Locale.ROOT, "%s: %s %.2f", word, winner, decision.share());
    }
    Board board = state.game();
    RunEvent.GameClosed closed = board == null ? null : board.closed();
    if (closed != null) {
      return "game: " + leader(closed);
    }
    RunEvent.RunFailed failure = state.failure();
    return failure == null ? null : failure.title();
  }

  /** Who earned most, and what. */
  private static String leader(RunEvent.GameClosed closed) {
    return closed.totals().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> String.format(Locale.ROOT, "%s %.2f", most.getKey(), most.getValue()))
        .orElse("nobody");
  }

  private static String clip(String topic) {
    return topic.length() <= LONGEST_TOPIC ? topic : topic.substring(0, LONGEST_TOPIC) + "…";
  }
}
