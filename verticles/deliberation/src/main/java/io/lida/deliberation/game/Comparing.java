package io.lida.deliberation.game;

import io.lida.contract.Game;
import io.lida.contract.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was played beside Nash, quantal response and the closed forms ({@code science.md} 5.7). Pure
 * functions.
 */
public final class Comparing {
  private static final double[] PERFECT = {};

  private Comparing() {}

  /** Compares the rounds that were resolved. */
  public static Play.Comparison of(Referee referee, Game game, List<Play.Round> rounds) {
    List<Play.Round> resolved = rounds.stream().filter(round -> round.after() != null).toList();
    List<String> players = referee.figures().players();
    double[][] counts = counts(referee, resolved);
    Optional<Fitting.Found> found = Fitting.of(referee, counts);
    List<Play.Line> lines = new ArrayList<>();
    for (int seat = 0; seat < players.size(); seat++) {
      int place = seat;
      double[] shares = found.map(fit -> fit.shares()[place]).orElse(PERFECT);
      lines.add(line(referee, game, resolved, seat, counts[seat], shares));
    }
    return new Play.Comparison(
        lines, found.map(Fitting.Found::fit).orElse(null), referee.closedForms(resolved));
  }

  private static Play.Line line(
      Referee referee,
      Game game,
      List<Play.Round> rounds,
      int seat,
      double[] counts,
      double[] shares) {
    String speaker = referee.figures().players().get(seat);
    List<Double> levels = referee.levels(seat);
    double all = java.util.Arrays.stream(counts).sum();
    List<Play.Level> steps = new ArrayList<>();
    double mean = 0;
    for (int level = 0; level < counts.length; level++) {
      boolean fitted = shares.length > 0;
      mean += fitted ? shares[level] * levels.get(level) : 0;
      steps.add(
          new Play.Level(
              levels.get(level),
              all == 0 ? 0 : counts[level] / all,
              fitted ? Double.valueOf(shares[level]) : null));
    }
    return new Play.Line(
        speaker,
        game.player(speaker).by(),
        referee.lever(referee.begin(), seat).name(),
        played(rounds, seat),
        referee.nash(seat),
        shares.length > 0 ? Double.valueOf(mean) : null,
        steps,
        earned(rounds, speaker));
  }

  private static @Nullable Double played(List<Play.Round> rounds, int seat) {
    return Means.ofMoves(rounds, move -> move.seat() == seat);
  }

  /** What a player earned over the rounds. */
  public static double earned(List<Play.Round> rounds, String speaker) {
    return rounds.stream().mapToDouble(round -> round.payoffs().getOrDefault(speaker, 0.0)).sum();
  }

  /** How often each seat's moves were nearest to each level. */
  private static double[][] counts(Referee referee, List<Play.Round> rounds) {
    double[][] counts = new double[referee.figures().seats()][];
    for (int seat = 0; seat < counts.length; seat++) {
      counts[seat] = new double[referee.levels(seat).size()];
    }
    for (Play.Round round : rounds) {
      for (Play.Move move : round.moves()) {
        counts[move.seat()][nearest(referee.levels(move.seat()), move.value())]++;
      }
    }
    return counts;
  }

  private static int nearest(List<Double> levels, double value) {
    int best = 0;
    for (int level = 1; level < levels.size(); level++) {
      if (Math.abs(levels.get(level) - value) < Math.abs(levels.get(best) - value)) {
        best = level;
      }
    }
    return best;
  }
}
