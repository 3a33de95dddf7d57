package io.lida.deliberation.game;

import io.lida.contract.Card;
import io.lida.contract.Game;
import io.lida.contract.Restraint;
import java.util.List;
import java.util.Locale;

/**
 * How a player moves whom no model speaks for.
 *
 * <p>Strategies are about restraint: full restraint is safe, or sharing, or no control and no
 * effort; a move with less than half of it counts as unsafe. Pure: what is drawn comes from {@code
 * draw}.
 *
 * @param history for each round played, the restraint of each seat
 * @param draw a number from 0 up to 1, of this call alone
 */
public record Strategy(
    Referee referee,
    Game.Table table,
    int seat,
    Card card,
    Game.Player player,
    List<List<Double>> history,
    double draw) {
  private static final double HALF = 0.5;

  /** The move. */
  public Chosen move() {
    return switch (player.by()) {
      case NASH -> nash();
      case QRE -> quantal(player.lambda() == null ? 0 : player.lambda());
      case TIT_FOR_TAT -> titForTat();
      case GRIM ->
          with(
              history.stream().anyMatch(this::othersUnsafe) ? 0 : 1,
              history.stream().anyMatch(this::othersUnsafe)
                  ? "Somebody was unsafe once, and that is not forgotten."
                  : "Nobody has been unsafe yet.");
      case ALWAYS_SAFE -> with(1, "Always safe.");
      case ALWAYS_UNSAFE -> with(0, "Always unsafe.");
      case CONDITIONALLY_SAFE -> conditionallySafe();
      case DYNAMICS, MODEL -> dynamics();
    };
  }

  private Chosen with(double restraint, String reason) {
    return new Chosen(table.lever().value(restraint), reason);
  }

  private Chosen nash() {
    double restraint = table.lever().restraint(referee.nash(seat));
    return with(restraint, "The move of the equilibrium.");
  }

  private Chosen quantal(double lambda) {
    double[] lambdas = Lambdas.upTo(lambda);
    List<double[][]> path = referee.quantal(lambdas);
    double[] shares = path.getLast()[seat];
    double sum = 0;
    int level = 0;
    while (level < shares.length - 1 && draw >= (sum += shares[level])) {
      level++;
    }
    double restraint = table.lever().restraint(referee.levels(seat).get(level));
    return with(
        restraint,
        String.format(
            Locale.ROOT,
            "Drawn from the quantal response at lambda %.3g, where this move has a chance of %.2f.",
            lambdas[path.size() - 1],
            shares[level]));
  }

  private Chosen titForTat() {
    if (history.isEmpty()) {
      return with(1, "Safe at first.");
    }
    double theirs = Restraint.ofOthers(seat, history.getLast());
    return with(
        theirs, String.format(Locale.ROOT, "As the others did last: restraint %.2f.", theirs));
  }

  private Chosen conditionallySafe() {
    boolean betrayed = !history.isEmpty() && othersUnsafe(history.getLast());
    return with(
        betrayed ? 0 : 1,
        betrayed ? "Somebody was unsafe in the last round." : "Safe while the others are.");
  }

  private boolean othersUnsafe(List<Double> round) {
    for (int other = 0; other < round.size(); other++) {
      if (other != seat && round.get(other) < HALF) {
        return true;
      }
    }
    return false;
  }

  private Chosen dynamics() {
    double restraint = Restraint.now(card, table.name(), seat, history);
    return with(
        restraint,
        String.format(
            Locale.ROOT,
            "The card's restraint is %.2f, and with what the others did it comes to %.2f.",
            Restraint.first(card, table.name()),
            restraint));
  }
}
