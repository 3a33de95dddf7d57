package io.lida.science.games;

import io.lida.science.Checks;

/**
 * A contest for a prize won with probability {@code x_i^r / sum x^r} (Tullock 1980).
 *
 * @param players at least 2
 * @param prize above 0
 * @param r how much effort decides, above 0
 */
public record Contest(int players, double prize, double r) {
  public Contest {
    Checks.within(players, 2, 1_000_000, "n", "invalid_input");
    Checks.positive(prize, "the prize", "invalid_input");
    Checks.positive(r, "r", "invalid_input");
  }

  /** What each spends in the symmetric equilibrium: {@code r (n-1) V / n^2}. */
  public double effort() {
    return r * (players - 1) * prize / ((double) players * players);
  }

  /** Which share of the prize all spend together. */
  public double dissipation() {
    return players * effort() / prize;
  }

  /** Whether nobody would rather spend nothing: {@code r <= n/(n-1)}. */
  public boolean holds() {
    return r <= players / (players - 1.0);
  }
}
