package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can happen in a run. A run is the sequence of these, and its state is their fold. */
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.RunStarted.class, name = "run_started"),
  @JsonSubTypes.Type(value = RunEvent.RunResumed.class, name = "run_resumed"),
  @JsonSubTypes.Type(value = RunEvent.RoundOpened.class, name = "round_opened"),
  @JsonSubTypes.Type(value = RunEvent.CallsAsked.class, name = "calls_asked"),
  @JsonSubTypes.Type(value = RunEvent.TurnSpoken.class, name = "turn_spoken"),
  @JsonSubTypes.Type(value = RunEvent.Moderated.class, name = "moderated"),
  @JsonSubTypes.Type(value = RunEvent.FloorGiven.class, name = "floor_given"),
  @JsonSubTypes.Type(value = RunEvent.Probed.class, name = "probed"),
  @JsonSubTypes.Type(value = RunEvent.VoteCast.class, name = "vote_cast"),
  @JsonSubTypes.Type(value = RunEvent.Moved.class, name = "moved"),
  @JsonSubTypes.Type(value = RunEvent.RoundResolved.class, name = "round_resolved"),
  @JsonSubTypes.Type(value = RunEvent.GameClosed.class, name = "game_closed"),
  @JsonSubTypes.Type(value = RunEvent.CallFailed.class, name = "call_failed"),
  @JsonSubTypes.Type(value = RunEvent.Decided.class, name = "decided"),
  @JsonSubTypes.Type(value = RunEvent.RunPaused.class, name = "run_paused"),
  @JsonSubTypes.Type(value = RunEvent.RunCompleted.class, name = "run_completed"),
  @JsonSubTypes.Type(value = RunEvent.RunResolved.class, name = "run_resolved"),
  @JsonSubTypes.Type(value = RunEvent.RunCancelled.class, name = "run_cancelled"),
  @JsonSubTypes.Type(value = RunEvent.RunFailed.class, name = "run_failed")
})
public sealed interface RunEvent {
  /** The events by the name they have in a log. */
  Map<String, Class<?>> TYPES =
      Arrays.stream(RunEvent.class.getAnnotation(JsonSubTypes.class).value())
          .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::name, JsonSubTypes.Type::value));

  /** The names by event. */
  Map<Class<?>, String> NAMES =
      TYPES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  /** The name this event has in a log. */
  default String type() {
    return java.util.Objects.requireNonNull(NAMES.get(getClass()));
  }

  /**
   * The run began; with the manifest in it, the log alone is enough to go on.
   *
   * @param manifest everything that decides the run but the models' answers
   */
  record RunStarted(Manifest manifest) implements RunEvent {}

  /** An owner took the run up: when it had waited, or again after a pause or a death. */
  record RunResumed(String node) implements RunEvent {}

  /** A round began; its number counts from 1. */
  record RoundOpened(int round, Phase phase) implements RunEvent {}

  /** Model calls went out; one without an answer in the log is asked again after a death. */
  record CallsAsked(List<Call> calls) implements RunEvent {
    public CallsAsked {
      calls = List.copyOf(calls);
    }
  }

  /** A participant spoke. */
  record TurnSpoken(Turn turn) implements RunEvent {}

  /** The moderator summed a round up. */
  record Moderated(
      String call, int round, String speaker, String name, String text, Usage usage, long latencyMs)
      implements RunEvent {}

  /**
   * The moderator gave somebody the floor.
   *
   * @param position in the round, from 1
   * @param seat who speaks next
   */
  record FloorGiven(
      String call,
      int round,
      int position,
      int seat,
      String speaker,
      String reason,
      Usage usage,
      long latencyMs)
      implements RunEvent {}

  /** A participant said in private where they stand; nobody else hears of it. */
  record Probed(Probe probe) implements RunEvent {}

  /** A participant voted. */
  record VoteCast(Vote vote) implements RunEvent {}

  /** A player made a move in a game; the others hear of it when the round is resolved. */
  record Moved(Play.Move move) implements RunEvent {}

  /**
   * The referee resolved a round of a game.
   *
   * @param payoffs by persona id
   */
  record RoundResolved(int round, World before, World after, Map<String, Double> payoffs)
      implements RunEvent {
    public RoundResolved {
      payoffs = Collections.unmodifiableMap(new LinkedHashMap<>(payoffs));
    }
  }

  /**
   * The game is over.
   *
   * @param totals what each earned, by persona id
   */
  record GameClosed(Map<String, Double> totals, Play.Comparison comparison) implements RunEvent {
    public GameClosed {
      totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    }
  }

  /** A call gave no usable answer; the seat stays silent and the run goes on. */
  record CallFailed(
      Call call, String speaker, String code, String title, String detail, Usage usage)
      implements RunEvent {}

  /** The votes were counted. */
  record Decided(Decision decision, Aggregate aggregate) implements RunEvent {}

  /** The run stopped for now. */
  record RunPaused(Pause reason) implements RunEvent {}

  /** The run ended as it should. */
  record RunCompleted(Termination termination) implements RunEvent {}

  /**
   * What was asked has been answered by the world.
   *
   * @param outcome 1 if it came true, else 0; the last such event counts
   */
  record RunResolved(int outcome) implements RunEvent {}

  /** Somebody ended the run. */
  record RunCancelled(String reason) implements RunEvent {}

  /**
   * The run cannot go on as things are; it may be taken up again when they have changed.
   *
   * @param termination absent where another version of the program wrote it
   */
  record RunFailed(
      String code, String title, String detail, String fix, @Nullable Termination termination)
      implements RunEvent {}

  /** Why a run stopped for now. */
  enum Pause {
    /** Somebody asked for it. */
    REQUESTED,
    /** The process had to end. */
    INTERRUPTED;

    /** Lower case, as in events and documents. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a call is for. */
  enum CallKind {
    TURN,
    MODERATION,
    /** The moderator is asked who speaks next. */
    NOMINATION,
    /** A participant is asked in private. */
    PROBE,
    VOTE,
    /** A player of a game is asked for a move. */
    MOVE;

    /** Lower case, as in events and documents. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A model call of the run.
   *
   * @param id unique in the run: {@code r2.s1}, {@code r2.m}, {@code r2.n1}, {@code p2.s1}, {@code
   *     vote.s1}; asked again, {@code vote.s1.1}
   * @param seat from 0; the moderator sits at -1
   * @param attempt 1, or more when an owner died while the call was under way
   */
  record Call(String id, CallKind kind, int round, int seat, int attempt) {}

  /**
   * A turn.
   *
   * @param id the id of the call that made it
   * @param speaker the persona's id
   * @param stance -1 (no) to 1 (yes)
   * @param confidence 0 to 1
   * @param concedes points granted to others
   * @param cites ids of turns referred to
   * @param model what the provider says it ran
   */
  record Turn(
      String id,
      int round,
      Phase phase,
      int seat,
      String speaker,
      String name,
      double stance,
      double confidence,
      String text,
      List<String> concedes,
      List<String> cites,
      String model,
      Usage usage,
      long latencyMs) {
    public Turn {
      concedes = List.copyOf(concedes);
      cites = List.copyOf(cites);
    }
  }

  /**
   * A private answer.
   *
   * @param round after which it was asked; 0 before the first
   * @param stance -1 (no) to 1 (yes)
   * @param confidence 0 to 1
   * @param axes by axis asked for, a belief from 0 to 1; without those that were not answered
   */
  record Probe(
      String id,
      int round,
      int seat,
      String speaker,
      double stance,
      double confidence,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> axes,
      String reason,
      String model,
      Usage usage,
      long latencyMs) {
    public Probe {
      axes = axes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    }
  }

  /** What may be voted. */
  enum Choice {
    FOR,
    AGAINST,
    ABSTAIN;

    /** Lower case, as in events and documents. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A vote: a choice on a proposal, or a ballot on options.
   *
   * @param choice absent where a ballot was asked for
   * @param ballot absent where a choice was asked for
   * @param expectsYes the share of the others, 0 to 1, expected to vote yes; absent unless asked
   *     for
   * @param trust by persona id, how far each other one is trusted on the question, 0 to 1; absent
   *     unless asked for
   * @param weight the seat's share in a weighted count, summing to 1 over all seats
   */
  record Vote(
      String id,
      int seat,
      String speaker,
      String name,
      @Nullable Choice choice,
      @Nullable Ballot ballot,
      double confidence,
      double weight,
      @Nullable Double expectsYes,
      @Nullable Map<String, Double> trust,
      String reason,
      String model,
      Usage usage,
      long latencyMs) {}

  /**
   * What was decided.
   *
   * @param passed whether the proposal carries under the method; on options, whether one wins
   * @param winner what carries under the method, {@code for}, {@code against} or an option's id;
   *     absent when nothing does
   * @param winners all that win: several in a tie, none where the rule names nobody
   * @param share the leading option's share, 0 to 1: under the method for a proposal; on options
   *     the share of the voters who place it first, in part where they share that place out
   * @param reached whether there is a winner whose share meets the consensus threshold
   * @param reason why nothing was decided: no_votes, no_quorum, tie, threshold, or no_winner where
   *     the rule names nobody; absent otherwise
   * @param tally votes by choice; on options, first places rounded down
   * @param scores what the rule counted for each option; empty where it gives no figures
   * @param dissent the personas who voted for another option than the leading one
   */
  record Decision(
      String method,
      double threshold,
      boolean passed,
      double share,
      boolean reached,
      @Nullable String winner,
      List<String> winners,
      @Nullable String reason,
      Map<String, Integer> tally,
      Map<String, Double> scores,
      List<Dissent> dissent,
      List<String> flags) {
    public Decision {
      winners = List.copyOf(winners);
      scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
      dissent = List.copyOf(dissent);
      flags = List.copyOf(flags);
    }
  }

  /**
   * A persona who disagrees, with the reason given and the last turn that argues it.
   *
   * @param choice what they voted for: a choice, or the options they place first
   */
  record Dissent(
      String speaker, String name, String choice, String reason, @Nullable String turn) {}

  /** The pooled confidence that the answer is yes, 0 to 1; absent with flag {@code empty_input}. */
  record Aggregate(String strategy, @Nullable Double value, List<String> flags) {
    public Aggregate {
      flags = List.copyOf(flags);
    }
  }

  /**
   * Why a run ended: max_rounds, consensus, phrase, similarity, stable, game_over, timeout, budget
   * or user, and where it failed breaker_open, no_speakers or broken_rules; with the figures that
   * show it.
   */
  record Termination(String reason, String detail) {}
}
