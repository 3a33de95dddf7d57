package io.lida.science.games;

import io.lida.science.Checks;

/**
 * A race for AI supremacy in rounds, in which developers may skip safety (Han, Pereira, Santos and
 * Lenaerts 2020).
 *
 * @param b what a round is worth
 * @param c what safety costs in it
 * @param s how many times faster who skips safety is; at least 1
 * @param prize B, for who is there first
 * @param rounds W, how many a safe developer needs; at least s
 * @param disaster p_r, the risk of a winner who skipped safety
 * @param found p_fo, the chance that skipping is found out in a round
 */
public record RegulationRace(
    double b, double c, double s, double prize, double rounds, double disaster, double found) {
  private static final String CODE = "invalid_input";

  public RegulationRace {
    Checks.within(b, 0, Double.MAX_VALUE, "b", CODE);
    Checks.within(c, 0, Double.MAX_VALUE, "c", CODE);
    Checks.within(s, 1, Double.MAX_VALUE, "s", CODE);
    Checks.within(prize, 0, Double.MAX_VALUE, "B", CODE);
    Checks.positive(rounds, "W", CODE);
    Checks.within(disaster, 0, 1, "p_r", "invalid_probability");
    Checks.within(found, 0, 1, "pfo", "invalid_probability");
  }

  /**
   * Between these risks skipping safety pays each though it harms all.
   *
   * @param collective above it all are better off safe: {@code 1 - 1/s}
   * @param riskDominance above it safety also spreads by itself: {@code 1 - 1/(3s)}
   */
  public record DilemmaZone(double collective, double riskDominance) {}

  /** The zone for a prize much larger than what rounds are worth. */
  public static DilemmaZone dilemmaZone(double s) {
    Checks.within(s, 1, Double.MAX_VALUE, "s", CODE);
    return new DilemmaZone(1 - 1 / s, 1 - 1 / (3 * s));
  }

  /**
   * Average payoffs of those who are always safe, always unsafe, and safe until the other is not,
   * in this order, by row against column.
   */
  public double[][] payoffs() {
    double bothSafe = -c + b / 2;
    double safeAlone = -c + (1 - found) * b / (s + 1) + found * b;
    double unsafeAlone = (1 - found) * s * b / (s + 1);
    double bothUnsafe = (1 - found * found) * b / 2;
    double survives = 1 - disaster;
    double turns = s / rounds;
    double later = rounds / s - 1;
    double peace = prize / (2 * rounds) + bothSafe;
    double[] safe = {peace, safeAlone, peace};
    double[] unsafe = {
      survives * (s * prize / rounds + unsafeAlone),
      survives * (s * prize / (2 * rounds) + bothUnsafe),
      survives * (s * prize / rounds + turns * (unsafeAlone + later * bothUnsafe))
    };
    double[] conditional = {peace, turns * (safeAlone + later * bothUnsafe), peace};
    return new double[][] {safe, unsafe, conditional};
  }
}
