package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/**
 * A prisoners' dilemma played again and again: how much the future must count for cooperation to
 * hold. A threshold above 1 says that it never does.
 *
 * @param temptation T, above the reward
 * @param reward R, above the punishment
 * @param punishment P, above the sucker's payoff
 * @param sucker S
 */
public record RepeatedDilemma(double temptation, double reward, double punishment, double sucker) {
  public RepeatedDilemma {
    for (double payoff : new double[] {temptation, reward, punishment, sucker}) {
      Checks.finite(payoff, Bimatrix.CODE);
    }
    if (!(temptation > reward && reward > punishment && punishment > sucker)) {
      throw new Refusal(Bimatrix.CODE, "a prisoners' dilemma has T > R > P > S");
    }
  }

  /** The least discount factor at which grim trigger holds: {@code (T-R)/(T-P)} (Friedman 1971). */
  public double grimTrigger() {
    return (temptation - reward) / (temptation - punishment);
  }

  /** The least at which tit for tat does: {@code max((T-R)/(T-P), (T-R)/(R-S))} (Axelrod 1984). */
  public double titForTat() {
    return Math.max(grimTrigger(), (temptation - reward) / (reward - sucker));
  }
}
