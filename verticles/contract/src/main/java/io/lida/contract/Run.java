package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run, {@code lida.run/v1}: a fold of its log, with turns in the order of rounds
 * and seats, so that the same seed gives the same document but for ids, times and durations.
 */
@JsonPropertyOrder({
  "schema",
  "id",
  "mode",
  "topic",
  "scenario",
  "seed",
  "status",
  "rounds",
  "participants",
  "turns",
  "votes",
  "decision",
  "aggregate",
  "beliefs",
  "usage",
  "termination",
  "resolution",
  "findings",
  "probes",
  "failures",
  "moderation",
  "started_at",
  "ended_at",
  "provenance",
  "notes",
  "game"
})
public record Run(
    String schema,
    String id,
    String mode,
    String topic,
    Scenario scenario,
    long seed,
    String status,
    int rounds,
    List<Participant> participants,
    List<RunEvent.Turn> turns,
    List<RunEvent.Vote> votes,
    @JsonInclude(JsonInclude.Include.ALWAYS) RunEvent.@Nullable Decision decision,
    @JsonInclude(JsonInclude.Include.ALWAYS) RunEvent.@Nullable Aggregate aggregate,
    List<Beliefs> beliefs,
    Usage usage,
    RunEvent.@Nullable Termination termination,
    @Nullable Resolution resolution,
    Findings findings,
    List<RunEvent.Probe> probes,
    List<RunEvent.CallFailed> failures,
    List<RunEvent.Moderated> moderation,
    Instant startedAt,
    @Nullable Instant endedAt,
    Map<String, Object> provenance,
    List<String> notes,
    @Nullable Play game) {
  /** The document's name. */
  public static final String SCHEMA = "lida.run/v1";

  /** A participant as a reader needs it; the whole card is in the log. */
  public record Participant(
      int seat,
      String id,
      String name,
      String constituency,
      String disposition,
      @Nullable String role,
      String model,
      double weight,
      String digest) {}

  /**
   * How right everybody was, once the outcome is known.
   *
   * @param outcome 1 if what was asked came true, else 0
   * @param brier by persona id, {@code (p - outcome)^2} of the last stance as a probability: 0 for
   *     right and sure, 1 for wrong and sure (Brier 1950)
   * @param pooled the same of the pooled confidence; absent without one
   */
  public record Resolution(int outcome, Map<String, Double> brier, @Nullable Double pooled) {}

  /**
   * Where the group stood after a round.
   *
   * @param stances by persona id, -1 to 1; a silent persona keeps the stance it had
   * @param mean of the stances
   * @param deviation their standard deviation over the group (divisor n)
   * @param spread the largest minus the smallest
   * @param polarization 4 Var of the stances mapped to 0..1, from 0 (one voice) to 1 (two poles)
   * @param bimodality the coefficient of Pfister et al. 2013, above 5/9 where two camps are likely;
   *     absent below four stances, or where all are alike
   * @param clusters camps, between which nobody stands over more than 0.5
   * @param conformity as in {@link Findings.Movement}, of the steps into this round; absent when
   *     nobody moved
   * @param flips as there, of these steps; absent where nobody had a stance before
   */
  public record Beliefs(
      int round,
      Map<String, Double> stances,
      double mean,
      double deviation,
      double spread,
      double polarization,
      @Nullable Double bimodality,
      int clusters,
      @Nullable Double conformity,
      @Nullable Double flips) {}
}
