package io.lida.deliberation.game;

import io.lida.contract.Play;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The lambda by maximum likelihood: first along growing steps, then evenly between the neighbours
 * of the best. Pure functions.
 */
final class Fitting {
  /** In units of one over the largest difference between payoffs. */
  private static final double MOST = 100;

  private static final int FINE = 40;

  private Fitting() {}

  /**
   * The fit.
   *
   * @param shares of each seat's levels at the lambda that was found
   */
  record Found(Play.Fit fit, double[][] shares) {}

  /**
   * Fits the moves of all seats together.
   *
   * @param counts for each seat, how often each of its levels was played
   */
  static Optional<Found> of(Referee referee, double[][] counts) {
    double moves = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
    double spread = spread(referee);
    if (moves == 0 || spread == 0) {
      return Optional.empty();
    }
    double[] coarse = Arrays.stream(Lambdas.upTo(MOST)).map(step -> step / spread).toArray();
    List<double[][]> path = referee.quantal(coarse);
    int best = best(path, counts);
    double from = coarse[Math.max(0, best - 1)];
    double to = coarse[Math.min(path.size() - 1, best + 1)];
    double[] way = Arrays.copyOf(coarse, Math.max(1, best));
    double[] fine = Lambdas.between(from, to, FINE);
    double[] whole = Arrays.copyOf(way, way.length + fine.length);
    System.arraycopy(fine, 0, whole, way.length, fine.length);
    List<double[][]> closer = referee.quantal(whole);
    int found = best(closer, counts);
    return Optional.of(
        new Found(
            new Play.Fit(
                whole[found],
                coarse[path.size() - 1],
                likelihood(closer.get(found), counts),
                likelihood(path.getFirst(), counts),
                (int) moves),
            closer.get(found)));
  }

  private static int best(List<double[][]> path, double[][] counts) {
    int best = 0;
    for (int step = 1; step < path.size(); step++) {
      if (likelihood(path.get(step), counts) > likelihood(path.get(best), counts)) {
        best = step;
      }
    }
    return best;
  }

  private static double likelihood(double[][] shares, double[][] counts) {
    double sum = 0;
    for (int seat = 0; seat < counts.length; seat++) {
      for (int level = 0; level < counts[seat].length; level++) {
        // Nothing that was played may be impossible, only very unlikely.
        double share = Math.max(shares[seat][level], 1e-300);
        sum += counts[seat][level] == 0 ? 0 : counts[seat][level] * Math.log(share);
      }
    }
    return sum;
  }

  /** The largest difference that the first seat's payoff shows when all others do the same. */
  private static double spread(Referee referee) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int seats = referee.figures().seats();
    for (int own = 0; own < referee.levels(0).size(); own++) {
      for (int others = 0; others < referee.levels(1).size(); others++) {
        double[] moves = new double[seats];
        Arrays.fill(moves, referee.levels(1).get(others));
        moves[0] = referee.levels(0).get(own);
        double payoff = referee.stage(moves)[0];
        least = Math.min(least, payoff);
        most = Math.max(most, payoff);
      }
    }
    return most - least;
  }
}
