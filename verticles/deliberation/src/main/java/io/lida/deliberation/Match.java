package io.lida.deliberation;

import io.lida.contract.FaultCode;
import io.lida.contract.Game;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Play;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallFailed;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Termination;
import io.lida.contract.World;
import io.lida.deliberation.game.Comparing;
import io.lida.deliberation.game.Conservation;
import io.lida.deliberation.game.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what happens next in a game, from its state alone; {@link Engine} asks it.
 *
 * <p>A round: players whom code speaks for move, the others are asked at once, a seat that gave no
 * legal move keeps its last, and then the referee resolves all moves together.
 */
final class Match {
  private Match() {}

  /**
   * The next step of a run that goes on.
   *
   * @param bound what ends the run now, whatever is under way
   */
  static Intention next(State state, Board board, Optional<Termination> bound, Engine.Wish wish) {
    if (board.closed() != null) {
      return new Intention.Write(
          "end", new RunEvent.RunCompleted(termination(state, board, bound)));
    }
    if (bound.isPresent()) {
      return close(board);
    }
    if (wish != Engine.Wish.GO_ON) {
      return state.settled() ? Engine.pause(state, wish) : new Intention.Wait();
    }
    if (board.resolved() < state.round()) {
      return inRound(state, board);
    }
    boolean over = board.world().over() || state.round() >= rounds(state);
    return over ? close(board) : open(state.round() + 1);
  }

  private static Intention open(int round) {
    return new Intention.Write("round." + round, new RunEvent.RoundOpened(round, Phase.MOVE));
  }

  private static Intention inRound(State state, Board board) {
    List<Integer> silent = new ArrayList<>();
    List<Call> asked = new ArrayList<>();
    for (int seat = 0; seat < state.seats(); seat++) {
      Call call = call(state.round(), seat);
      if (board.has(state.round(), seat)) {
        continue;
      }
      if (board.player(seat).by() != Game.By.MODEL) {
        return write(Moving.byCode(state, board, call));
      }
      if (state.answered(call)) {
        silent.add(seat);
      } else {
        asked.add(call);
      }
    }
    if (!asked.isEmpty()) {
      return Engine.ask(state, asked);
    }
    if (!silent.isEmpty()) {
      return nobodyAnswers(state, board)
          ? Silence.ends(state)
          : write(Moving.kept(state, board, call(state.round(), silent.getFirst())));
    }
    return resolve(state, board);
  }

  private static Call call(int round, int seat) {
    return new Call(Calls.turn(round, seat), CallKind.MOVE, round, seat, 1);
  }

  private static Intention write(Play.Move move) {
    return new Intention.Write("move." + move.id(), new RunEvent.Moved(move));
  }

  /**
   * Whether every player that was asked failed for another reason than what it said: such a round
   * says nothing about the players, and whoever mends the cause plays it again.
   */
  private static boolean nobodyAnswers(State state, Board board) {
    List<CallFailed> failed =
        state.failures().stream()
            .filter(failure -> failure.call().round() == state.round())
            .filter(failure -> !failure.code().equals(FaultCode.GARBLED.id()))
            .toList();
    long asked = 0;
    for (int seat = 0; seat < state.seats(); seat++) {
      asked += board.player(seat).by() == Game.By.MODEL ? 1 : 0;
    }
    return failed.size() == asked;
  }

  private static Intention resolve(State state, Board board) {
    World before = board.world();
    double[] moves = new double[state.seats()];
    for (int seat = 0; seat < moves.length; seat++) {
      Play.Move move = board.move(state.round(), seat);
      moves[seat] = move == null ? 0 : move.value();
    }
    Resolution resolution = board.referee().resolve(before, moves);
    Optional<String> breach = Conservation.breach(before, resolution);
    if (breach.isPresent()) {
      return new Intention.Write("failed", broken(state, breach.get()));
    }
    Map<String, Double> payoffs = new java.util.LinkedHashMap<>();
    List<Manifest.Seat> seats = state.manifest().seats();
    for (int seat = 0; seat < moves.length; seat++) {
      payoffs.put(seats.get(seat).card().id(), resolution.payoffs().get(seat));
    }
    return new Intention.Write(
        "resolved." + state.round(),
        new RunEvent.RoundResolved(state.round(), before, resolution.after(), payoffs));
  }

  private static RunEvent broken(State state, String breach) {
    return new RunEvent.RunFailed(
        FaultCode.INTERNAL.id(),
        "the world of the game does not add up after round " + state.round(),
        breach,
        "report this with the run's log; other parameters may avoid it",
        new Termination("broken_rules", breach));
  }

  private static Intention close(Board board) {
    return new Intention.Write(
        "game",
        new RunEvent.GameClosed(
            board.totals(), Comparing.of(board.referee(), board.game(), board.rounds())));
  }

  private static Termination termination(State state, Board board, Optional<Termination> bound) {
    String played = board.resolved() + " of " + rounds(state) + " rounds";
    if (board.world().over()) {
      return new Termination("game_over", "the race was won after " + played);
    }
    return bound
        .filter(reason -> board.resolved() < rounds(state))
        .orElseGet(() -> new Termination("max_rounds", played));
  }

  private static int rounds(State state) {
    return state.manifest().scenario().simulation().maxRounds();
  }
}
