package io.lida.cli;

import io.lida.contract.Event;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Play;
import io.lida.contract.RunEvent;
import io.lida.contract.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run so far, folded from its log for those who watch. Not thread-safe. */
final class Course {
  private final String run;
  private final Map<String, RunEvent.Call> open = new LinkedHashMap<>();
  private final List<RunEvent.Turn> turns = new ArrayList<>();
  private final List<RunEvent.Vote> votes = new ArrayList<>();
  private final List<Play.Move> moves = new ArrayList<>();
  private final List<Double> before = new ArrayList<>();
  private final List<Double> now = new ArrayList<>();
  private final List<List<Double>> history = new ArrayList<>();
  private @Nullable Manifest manifest;
  private int round;
  private Phase phase = Phase.OPENING;
  private int heardInRound;
  private int closedRound;
  private RunEvent.@Nullable Decided decided;
  private RunEvent.@Nullable GameClosed closed;
  private @Nullable RunEvent end;
  private Usage usage = Usage.NONE;

  Course(String run) {
    this.run = run;
  }

  /** Takes the next event in. */
  void apply(Event event) {
    RunEvent payload = event.payload();
    if (!(payload instanceof RunEvent.RunResolved)) {
      end = null;
    }
    switch (payload) {
      case RunEvent.RunStarted started -> begin(started.manifest());
      case RunEvent.RunResumed resumed -> open.clear();
      case RunEvent.RoundOpened opened -> openRound(opened);
      case RunEvent.CallsAsked asked -> asked.calls().forEach(call -> open.put(call.id(), call));
      case RunEvent.TurnSpoken spoken -> hear(spoken.turn());
      case RunEvent.Moderated moderated -> {
        open.remove(moderated.call());
        usage = usage.plus(moderated.usage());
      }
      case RunEvent.FloorGiven given -> {
        open.remove(given.call());
        usage = usage.plus(given.usage());
      }
      case RunEvent.Probed probed -> {
        open.remove(probed.probe().id());
        usage = usage.plus(probed.probe().usage());
      }
      case RunEvent.VoteCast cast -> {
        open.remove(cast.vote().id());
        votes.add(cast.vote());
        usage = usage.plus(cast.vote().usage());
      }
      case RunEvent.Moved moved -> {
        open.remove(moved.move().id());
        moves.add(moved.move());
        usage = usage.plus(moved.move().usage());
      }
      case RunEvent.RoundResolved resolved -> {}
      case RunEvent.GameClosed gameClosed -> closed = gameClosed;
      case RunEvent.CallFailed failed -> {
        open.remove(failed.call().id());
        usage = usage.plus(failed.usage());
        if (failed.call().kind() == RunEvent.CallKind.TURN) {
          heardInRound++;
        }
      }
      case RunEvent.Decided decision -> decided = decision;
      case RunEvent.RunPaused paused -> finish(paused);
      case RunEvent.RunCompleted completed -> finish(completed);
      case RunEvent.RunResolved resolved -> {}
      case RunEvent.RunCancelled cancelled -> finish(cancelled);
      case RunEvent.RunFailed failed -> finish(failed);
    }
    if (roundIsHeard()) {
      closedRound = round;
      for (int seat = 0; seat < now.size(); seat++) {
        history.get(seat).add(now.get(seat));
      }
    }
  }

  private void begin(Manifest begun) {
    manifest = begun;
    for (Manifest.Seat seat : begun.seats()) {
      double stance = begun.reading().stance(seat.card());
      before.add(stance);
      now.add(stance);
      history.add(new ArrayList<>(List.of(stance)));
    }
  }

  private void openRound(RunEvent.RoundOpened opened) {
    round = opened.round();
    phase = opened.phase();
    heardInRound = 0;
    for (int seat = 0; seat < now.size(); seat++) {
      before.set(seat, now.get(seat));
    }
  }

  private void hear(RunEvent.Turn turn) {
    open.remove(turn.id());
    turns.add(turn);
    usage = usage.plus(turn.usage());
    heardInRound++;
    if (turn.seat() >= 0 && turn.seat() < now.size()) {
      now.set(turn.seat(), turn.stance());
    }
  }

  private void finish(RunEvent ending) {
    open.clear();
    end = ending;
  }

  private boolean roundIsHeard() {
    return phase != Phase.VOTE
        && phase != Phase.MOVE
        && round > closedRound
        && heardInRound >= now.size()
        && round > 0;
  }

  String run() {
    return run;
  }

  /** The manifest; absent before the first event. */
  @Nullable Manifest manifest() {
    return manifest;
  }

  /** The round last opened, from 1; 0 before. */
  int round() {
    return round;
  }

  /** The round whose last voice was heard last. */
  int closedRound() {
    return closedRound;
  }

  /** The calls that models are at work on, in the order of seats. */
  List<RunEvent.Call> open() {
    return open.values().stream().sorted(Comparator.comparingInt(RunEvent.Call::seat)).toList();
  }

  List<RunEvent.Turn> turns() {
    return List.copyOf(turns);
  }

  List<RunEvent.Vote> votes() {
    return votes.stream().sorted(Comparator.comparingInt(RunEvent.Vote::seat)).toList();
  }

  /** The moves of a round of a game, in the order of seats. */
  List<Play.Move> moves(int number) {
    return moves.stream()
        .filter(move -> move.round() == number)
        .sorted(Comparator.comparingInt(Play.Move::seat))
        .toList();
  }

  /** How a game ended; absent before, and where none is played. */
  RunEvent.@Nullable GameClosed closed() {
    return closed;
  }

  /** Where a seat stood when the round began. */
  double before(int seat) {
    return before.get(seat);
  }

  /** Where a seat stands. */
  double now(int seat) {
    return now.get(seat);
  }

  /** Where a seat stood at first and after each round. */
  List<Double> history(int seat) {
    return List.copyOf(history.get(seat));
  }

  RunEvent.@Nullable Decided decided() {
    return decided;
  }

  /** The event that ended or stopped the run; absent while it goes on. */
  @Nullable RunEvent end() {
    return end;
  }

  Usage usage() {
    return usage;
  }
}
