package io.lida.contract;

/**
 * What somebody held likely in a run whose question has since been answered.
 *
 * @param probability of a yes, 0 to 1: the last stance, from no to yes
 * @param outcome 1 if it came true, else 0
 */
public record Forecast(String run, double probability, int outcome) {
  /** {@code (p - o)^2}, from 0, right and sure, to 1 (Brier 1950). */
  public double brier() {
    return (probability - outcome) * (probability - outcome);
  }
}
