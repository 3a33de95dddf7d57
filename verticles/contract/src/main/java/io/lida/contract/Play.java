package io.lida.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a game was played, as a result document tells it.
 *
 * @param parameters all figures of the form, defaults filled in
 * @param players how each persona played, by id
 * @param totals what each earned over all rounds, by persona id
 * @param comparison with theory; absent until the game is closed
 */
public record Play(
    Game.Name name,
    Game.Form form,
    Map<String, Double> parameters,
    Map<String, Game.Player> players,
    List<Round> rounds,
    Map<String, Double> totals,
    @Nullable Comparison comparison) {
  public Play {
    parameters = ordered(parameters);
    players = ordered(players);
    rounds = List.copyOf(rounds);
    totals = ordered(totals);
  }

  /**
   * A round.
   *
   * @param moves in the order of seats
   * @param after absent until the referee has resolved the round
   * @param payoffs by persona id; empty until then
   */
  public record Round(
      int round,
      List<Move> moves,
      World before,
      @Nullable World after,
      Map<String, Double> payoffs) {
    public Round {
      moves = List.copyOf(moves);
      payoffs = ordered(payoffs);
    }
  }

  /**
   * A move.
   *
   * @param id the id of the call that made it, or would have
   * @param by who or what chose it
   * @param lever the figure that was set
   * @param value to what
   * @param word the name of the value, where it has one
   * @param restraint of the value, from 0, none, to 1, full
   * @param reason the stated one
   * @param flags {@code kept} where no legal move came and the seat's last one, or its first by the
   *     card, stood in
   * @param model what the provider says it ran; absent where no model was asked
   */
  public record Move(
      String id,
      int round,
      int seat,
      String speaker,
      String name,
      Game.By by,
      String lever,
      double value,
      @Nullable String word,
      double restraint,
      String reason,
      List<String> flags,
      @Nullable String model,
      Usage usage,
      long latencyMs) {
    public Move {
      flags = List.copyOf(flags);
    }
  }

  /**
   * What was played beside what theory says.
   *
   * @param players in the order of seats
   * @param fit absent when no move was made
   * @param closedForms thresholds and equilibria that have a formula
   */
  public record Comparison(List<Line> players, @Nullable Fit fit, List<ClosedForm> closedForms) {
    public Comparison {
      players = List.copyOf(players);
      closedForms = List.copyOf(closedForms);
    }
  }

  /**
   * One player.
   *
   * @param played the mean of the moves; absent when there is none
   * @param nash the move of the equilibrium
   * @param qre the mean move of the quantal response equilibrium at the fitted lambda
   * @param levels the moves in steps, and how often each was and should be made
   */
  public record Line(
      String speaker,
      Game.By by,
      String lever,
      @Nullable Double played,
      double nash,
      @Nullable Double qre,
      List<Level> levels,
      double payoff) {
    public Line {
      levels = List.copyOf(levels);
    }
  }

  /**
   * A step of a lever.
   *
   * @param played the share of the player's moves that are nearest to it
   * @param qre the share by the fitted quantal response equilibrium; absent without a fit
   */
  public record Level(double value, double played, @Nullable Double qre) {}

  /**
   * The quantal response equilibrium under which the moves are likeliest.
   *
   * @param lambda from 0, even play, to at most {@code most}
   * @param logLikelihood natural, of all moves
   * @param even the same for even play
   * @param moves how many there are
   */
  public record Fit(double lambda, double most, double logLikelihood, double even, int moves) {}

  /**
   * A figure that has a formula.
   *
   * @param name in words
   * @param value by the formula
   * @param played the same figure of this game; absent where a game shows none
   * @param source of the formula
   */
  public record ClosedForm(
      String id, String name, double value, @Nullable Double played, String source) {}

  private static <T> Map<String, T> ordered(Map<String, T> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
