package io.lida.deliberation;

import io.lida.contract.Game;
import io.lida.contract.Manifest;
import io.lida.contract.Play;
import io.lida.contract.RunEvent;
import io.lida.contract.World;
import io.lida.deliberation.game.Comparing;
import io.lida.deliberation.game.Parameter;
import io.lida.deliberation.game.Referee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A game so far: the part of a run's state that only games have. Not thread-safe. */
final class Board {
  private final Manifest manifest;
  private final Game game;
  private final Referee referee;
  private final List<RunEvent.RoundResolved> resolved = new ArrayList<>();
  private final Map<Integer, Play.@Nullable Move[]> moves = new TreeMap<>();
  private World world;
  private RunEvent.@Nullable GameClosed closed;

  private Board(Manifest manifest, Game game) {
    this.manifest = manifest;
    this.game = game;
    this.referee =
        Referee.of(game, manifest.seats().stream().map(seat -> seat.card().id()).toList());
    this.world = referee.begin();
  }

  /** The board of a run; absent where no game is played. */
  static @Nullable Board of(Manifest manifest) {
    Game game = manifest.scenario().game();
    return game == null ? null : new Board(manifest, game);
  }

  void moved(Play.Move move) {
    row(move.round())[move.seat()] = move;
  }

  void resolved(RunEvent.RoundResolved round) {
    resolved.add(round);
    world = round.after();
  }

  void closed(RunEvent.GameClosed event) {
    closed = event;
  }

  private Play.@Nullable Move[] row(int round) {
    return moves.computeIfAbsent(round, opened -> new Play.Move[manifest.seats().size()]);
  }

  Game game() {
    return game;
  }

  Referee referee() {
    return referee;
  }

  /** The world after the last round that was resolved. */
  World world() {
    return world;
  }

  /** How many rounds were resolved. */
  int resolved() {
    return resolved.size();
  }

  RunEvent.@Nullable GameClosed closed() {
    return closed;
  }

  boolean has(int round, int seat) {
    return move(round, seat) != null;
  }

  Play.@Nullable Move move(int round, int seat) {
    return row(round)[seat];
  }

  Game.Player player(int seat) {
    return game.player(manifest.seats().get(seat).card().id());
  }

  /** The restraint of each seat in each round that was resolved. */
  List<List<Double>> history() {
    return resolved.stream()
        .map(round -> played(round.round()).map(Play.Move::restraint).toList())
        .toList();
  }

  /** The moves of a round that were made, in the order of seats. */
  private Stream<Play.Move> played(int round) {
    return Stream.of(row(round)).filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  /** What a player knows when it is to move. */
  Game.Table table(int seat) {
    return new Game.Table(
        game.name(),
        game.form(),
        referee.figures().parameters(),
        world,
        referee.lever(world, seat),
        manifest.seats().stream().map(other -> other.card().name()).toList(),
        history());
  }

  /** The rounds so far, the last of which may not be resolved. */
  List<Play.Round> rounds() {
    List<Play.Round> rounds = new ArrayList<>();
    for (RunEvent.RoundResolved round : resolved) {
      rounds.add(
          new Play.Round(
              round.round(),
              played(round.round()).toList(),
              round.before(),
              round.after(),
              round.payoffs()));
    }
    int next = resolved.size() + 1;
    if (moves.containsKey(next) && played(next).findAny().isPresent()) {
      rounds.add(new Play.Round(next, played(next).toList(), world, null, Map.of()));
    }
    return rounds;
  }

  /** What each has earned, by persona. */
  Map<String, Double> totals() {
    List<Play.Round> rounds = rounds();
    Map<String, Double> totals = new LinkedHashMap<>();
    referee.figures().players().forEach(id -> totals.put(id, Comparing.earned(rounds, id)));
    return totals;
  }

  /** The game as the result document tells it. */
  Play play() {
    Map<String, Game.Player> players = new LinkedHashMap<>();
    referee.figures().players().forEach(id -> players.put(id, game.player(id)));
    return new Play(
        game.name(),
        game.form(),
        Parameter.filled(game),
        players,
        rounds(),
        totals(),
        closed == null ? null : closed.comparison());
  }
}
