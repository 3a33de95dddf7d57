package io.lida.deliberation;

import io.lida.contract.Findings;
import io.lida.contract.Forecast;
import io.lida.contract.Manifest;
import io.lida.contract.Play;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The result document, folded from the state; see {@link Run}. Pure functions. */
final class Document {
  private Document() {}

  /**
   * The document.
   *
   * @param status as the world sees it, which knows whether an owner lives
   */
  static Run of(String run, State state, String status) {
    Manifest manifest = state.manifest();
    RunEvent.Decided decided = state.decided();
    return new Run(
        Run.SCHEMA,
        run,
        manifest.scenario().deliberation().mode().id(),
        manifest.scenario().topic(),
        manifest.scenario(),
        manifest.seed(),
        status,
        state.round(),
        participants(manifest),
        state.transcript().all(),
        state.votes(),
        decided == null ? null : decided.decision(),
        decided == null ? null : decided.aggregate(),
        Standings.of(state),
        state.usage(),
        state.termination(),
        resolution(state),
        findings(state),
        state.probes(),
        state.failures(),
        state.moderation(),
        state.startedAt(),
        ended(state),
        provenance(manifest),
        manifest.notes(),
        game(state));
  }

  private static @Nullable Play game(State state) {
    Board board = state.game();
    return board == null ? null : board.play();
  }

  private static Run.@Nullable Resolution resolution(State state) {
    Integer outcome = state.outcome();
    if (outcome == null) {
      return null;
    }
    Map<String, Double> brier = new LinkedHashMap<>();
    Opinions.of(state).forEach(one -> brier.put(one.speaker(), brier(one.probability(), outcome)));
    RunEvent.Decided decided = state.decided();
    Double pooled = decided == null ? null : decided.aggregate().value();
    return new Run.Resolution(outcome, brier, pooled == null ? null : brier(pooled, outcome));
  }

  private static double brier(double probability, int outcome) {
    return new Forecast("", probability, outcome).brier();
  }

  private static Findings findings(State state) {
    return new Findings(
        Movements.of(state).orElse(null),
        Adherences.of(state).orElse(null),
        MinorityReport.of(state).orElse(null),
        Courses.of(state));
  }

  private static @Nullable Instant ended(State state) {
    return state.status() == Status.RUNNING ? null : state.lastAt();
  }

  private static List<Run.Participant> participants(Manifest manifest) {
    return IntStream.range(0, manifest.seats().size())
        .mapToObj(number -> participant(number, manifest.seats().get(number)))
        .toList();
  }

  private static Run.Participant participant(int number, Manifest.Seat seat) {
    return new Run.Participant(
        number,
        seat.card().id(),
        seat.card().name(),
        seat.card().constituency(),
        seat.card().disposition(),
        seat.role(),
        seat.model(),
        seat.weight(),
        seat.digest());
  }

  private static Map<String, Object> provenance(Manifest manifest) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("scenario_digest", manifest.scenarioDigest());
    provenance.put("reading", manifest.reading());
    provenance.put("versions", manifest.versions());
    provenance.put("host", manifest.host());
    return provenance;
  }
}
