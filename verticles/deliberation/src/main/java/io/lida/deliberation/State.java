package io.lida.deliberation;

import io.lida.contract.Event;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallFailed;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as its log says it is: the fold of the events so far.
 *
 * <p>Applying an event costs the same whatever came before. Not thread-safe; a session owns one.
 */
final class State {
  private final Manifest manifest;
  private final Instant startedAt;
  private final WorkedTime time;
  private final Transcript transcript;
  private final Map<Integer, RunEvent.Moderated> moderation = new TreeMap<>();
  private final Map<Integer, Map<Integer, Integer>> floor = new HashMap<>();
  private final Map<String, RunEvent.Probe> probes = new HashMap<>();
  private final Map<String, CallFailed> failures = new HashMap<>();
  private final OpenCalls calls = new OpenCalls();
  private final Map<String, Vote> votes = new HashMap<>();

  private final @Nullable Board game;
  private Status status = Status.RUNNING;
  private Usage usage = Usage.NONE;
  private int round;
  private int answered;
  private int votesAnswered;
  private RunEvent.@Nullable Decided decided;
  private RunEvent.@Nullable Termination termination;
  private RunEvent.@Nullable RunFailed failure;
  private @Nullable Integer outcome;

  private State(RunEvent.RunStarted started, Instant at) {
    this.manifest = started.manifest();
    this.transcript = new Transcript(manifest.seats().size(), number -> order(number));
    this.game = Board.of(manifest);
    this.startedAt = at;
    this.time = new WorkedTime(at);
  }

  /**
   * Folds a whole log.
   *
   * @throws IllegalArgumentException when the first event is not the start of a deliberation
   */
  static State of(List<Event> log) {
    if (log.isEmpty() || !(log.getFirst().payload() instanceof RunEvent.RunStarted started)) {
      throw new IllegalArgumentException("the log does not begin with run_started");
    }
    State state = new State(started, log.getFirst().at());
    log.stream().skip(1).forEach(state::apply);
    return state;
  }

  /** Takes the next event in. */
  void apply(Event event) {
    if (!(event.payload() instanceof RunEvent.RunResumed) && waitsForPersons()) {
      time.waited(event.at());
    }
    take(event);
    time.event(event.at());
  }

  private void take(Event event) {
    switch (event.payload()) {
      case RunEvent.RunStarted again -> throw new IllegalArgumentException("started twice");
      case RunEvent.RunResumed resumed -> resume(event.at());
      case RunEvent.RoundOpened opened -> {
        round = opened.round();
        answered = 0;
        transcript.open(round);
      }
      case RunEvent.CallsAsked asked ->
          asked.calls().forEach(call -> calls.asked(call, inPerson(call.seat())));
      case RunEvent.TurnSpoken spoken -> {
        transcript.add(spoken.turn());
        answered++;
        close(spoken.turn().id(), spoken.turn().usage());
      }
      case RunEvent.Moderated moderated -> {
        moderation.put(moderated.round(), moderated);
        close(moderated.call(), moderated.usage());
      }
      case RunEvent.FloorGiven given -> {
        floor
            .computeIfAbsent(given.round(), number -> new TreeMap<>())
            .put(given.position(), given.seat());
        close(given.call(), given.usage());
      }
      case RunEvent.Probed probed -> {
        probes.put(probed.probe().id(), probed.probe());
        close(probed.probe().id(), probed.probe().usage());
      }
      case RunEvent.VoteCast cast -> {
        votes.put(cast.vote().id(), cast.vote());
        votesAnswered++;
        close(cast.vote().id(), cast.vote().usage());
      }
      case RunEvent.Moved moved -> {
        board().moved(moved.move());
        close(moved.move().id(), moved.move().usage());
      }
      case RunEvent.RoundResolved resolved -> board().resolved(resolved);
      case RunEvent.GameClosed closed -> board().closed(closed);
      case CallFailed failed -> {
        failures.put(failed.call().id(), failed);
        switch (failed.call().kind()) {
          case TURN -> answered++;
          case VOTE -> votesAnswered++;
          case MODERATION, NOMINATION, PROBE, MOVE -> {}
        }
        close(failed.call().id(), failed.usage());
      }
      case RunEvent.Decided decision -> decided = decision;
      case RunEvent.RunPaused paused ->
          rest(
              paused.reason() == RunEvent.Pause.REQUESTED ? Status.PAUSED : Status.INTERRUPTED,
              event.at());
      case RunEvent.RunCompleted completed -> {
        termination = completed.termination();
        rest(Status.COMPLETED, event.at());
      }
      case RunEvent.RunResolved resolved -> outcome = resolved.outcome();
      case RunEvent.RunCancelled cancelled -> {
        termination = new RunEvent.Termination("user", cancelled.reason());
        rest(Status.CANCELLED, event.at());
      }
      case RunEvent.RunFailed failed -> {
        failure = failed;
        termination = failed.termination();
        rest(Status.FAILED, event.at());
      }
    }
  }

  /**
   * A new owner: what was under way is lost and must be asked again, and the failures that ended
   * the run are forgiven, because whoever resumes a failed run has mended their cause.
   */
  private void resume(Instant at) {
    time.resume(at, status == Status.RUNNING);
    if (status == Status.FAILED) {
      failures.values().removeIf(failed -> forgiven(failed.call()));
      answered = transcript.spoken(round);
      votesAnswered = votes().size();
    }
    calls.lost();
    failure = null;
    termination = null;
    status = Status.RUNNING;
  }

  private Board board() {
    if (game == null) {
      throw new IllegalArgumentException("a move in a run that is no game");
    }
    return game;
  }

  private boolean forgiven(Call call) {
    return call.kind() == CallKind.VOTE || call.round() == round;
  }

  private void rest(Status next, Instant at) {
    time.rest(at);
    status = next;
    calls.lost();
  }

  private void close(String call, Usage used) {
    calls.answered(call);
    usage = usage.plus(used);
  }

  Manifest manifest() {
    return manifest;
  }

  Status status() {
    return status;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant lastAt() {
    return time.last();
  }

  Usage usage() {
    return usage;
  }

  /** The round last opened, 0 before the first. */
  int round() {
    return round;
  }

  int seats() {
    return manifest.seats().size();
  }

  /** Time in which a run that goes on was worked on until now. */
  Duration worked(Instant now) {
    return time.until(now, waitsForPersons());
  }

  /** Whether calls are under way, and all of them are for persons to answer. */
  boolean waitsForPersons() {
    return calls.waitForPersons();
  }

  /** Whether a person sits in a seat; the moderator's is -1. */
  boolean inPerson(int seat) {
    Manifest.Seat moderator = manifest.moderator();
    return seat < 0
        ? moderator != null && moderator.inPerson()
        : manifest.seats().get(seat).inPerson();
  }

  /** Whether every seat has spoken or failed in the present round. */
  boolean roundAnswered() {
    return answered == seats();
  }

  /** The game; absent where none is played. */
  @Nullable Board game() {
    return game;
  }

  Transcript transcript() {
    return transcript;
  }

  boolean moderated(int number) {
    return moderation.containsKey(number) || failures.containsKey(Calls.moderation(number));
  }

  boolean votesAnswered() {
    return votesAnswered == ballots();
  }

  /** Whether a call has its answer, good or bad. */
  boolean answered(Call call) {
    return failures.containsKey(call.id())
        || switch (call.kind()) {
          case TURN -> transcript.has(call.round(), call.seat());
          case MODERATION -> moderation.containsKey(call.round());
          case NOMINATION -> nominated(call);
          case PROBE -> probes.containsKey(call.id());
          case VOTE -> votes.containsKey(call.id());
          case MOVE -> board().has(call.round(), call.seat());
        };
  }

  /** Whether a seat has spoken in a round, or failed to. */
  boolean answeredTurn(int number, int seat) {
    return transcript.has(number, seat) || failures.containsKey(Calls.turn(number, seat));
  }

  private boolean nominated(Call call) {
    return floor(call.round()).keySet().stream()
        .anyMatch(position -> Calls.nomination(call.round(), position).equals(call.id()));
  }

  private Map<Integer, Integer> floor(int number) {
    return floor.getOrDefault(number, Map.of());
  }

  /**
   * The seats of a round in the order in which they speak: as the moderator gave the floor, and
   * where nobody did, as the scenario has it.
   */
  List<Integer> order(int number) {
    List<Integer> usual =
        SpeakingOrder.of(
            manifest.scenario().deliberation().order(), number, seats(), manifest.seed());
    Map<Integer, Integer> given = floor(number);
    if (given.isEmpty()) {
      return usual;
    }
    Set<Integer> order = new LinkedHashSet<>();
    for (int position = 1; position <= seats(); position++) {
      Integer named = given.get(position);
      if (named == null || !order.add(named)) {
        usual.stream().filter(seat -> !order.contains(seat)).findFirst().ifPresent(order::add);
      }
    }
    return List.copyOf(order);
  }

  /** How many seats have spoken or failed in the present round. */
  int answeredInRound() {
    return answered;
  }

  /** Whether the vote has begun. */
  boolean voting() {
    return votesAnswered > 0 || calls.votes();
  }

  /** The private answers, by round, seat and repeat. */
  List<RunEvent.Probe> probes() {
    return probes.values().stream()
        .sorted(
            Comparator.comparingInt(RunEvent.Probe::round)
                .thenComparingInt(RunEvent.Probe::seat)
                .thenComparingInt(probe -> Calls.repeat(probe.id())))
        .toList();
  }

  boolean underWay(String call) {
    return calls.has(call);
  }

  boolean idle() {
    return calls.none();
  }

  /**
   * Whether no model is at work. A run that is to stop waits for models, because their answers were
   * paid for, and not for persons, who will be asked again.
   */
  boolean settled() {
    return calls.settled();
  }

  /** How often a call went out so far. */
  int attempts(String call) {
    return calls.attempts(call);
  }

  /** The votes cast, by seat and repeat. */
  List<Vote> votes() {
    return votes.values().stream()
        .sorted(
            Comparator.comparingInt(Vote::seat).thenComparingInt(vote -> Calls.repeat(vote.id())))
        .toList();
  }

  /** How many ballots all seats together are asked for. */
  int ballots() {
    return seats() * ballotsEach();
  }

  /**
   * How often each seat is asked for a ballot: where nobody speaks, as often as it would have been
   * asked for a turn and a vote.
   */
  int ballotsEach() {
    Scenario scenario = manifest.scenario();
    return scenario.deliberation().arm() == Arm.VOTE_ONLY
        ? scenario.simulation().maxRounds() + 1
        : 1;
  }

  List<CallFailed> failures() {
    return failures.values().stream()
        .sorted(
            Comparator.comparing((CallFailed failed) -> failed.call().round())
                .thenComparing(failed -> failed.call().seat())
                .thenComparing(failed -> failed.call().id()))
        .toList();
  }

  List<RunEvent.Moderated> moderation() {
    return List.copyOf(moderation.values());
  }

  RunEvent.@Nullable Decided decided() {
    return decided;
  }

  RunEvent.@Nullable Termination termination() {
    return termination;
  }

  /** What came true, 1 or 0; absent while nobody knows. */
  @Nullable Integer outcome() {
    return outcome;
  }

  RunEvent.@Nullable RunFailed failure() {
    return failure;
  }
}
