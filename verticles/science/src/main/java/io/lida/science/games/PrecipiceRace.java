package io.lida.science.games;

import io.lida.science.Checks;

/**
 * Teams race to build AGI, each trading safety for speed (Armstrong, Bostrom and Shulman 2016).
 *
 * <p>Capability is uniform on [0, mu]; safety s is from 0 to 1; the highest {@code c - s} wins and
 * brings disaster with probability {@code 1 - s}. A safe win is worth 1, another's {@code 1 - e}.
 *
 * @param teams at least 2
 * @param mu how much capability counts beside safety, above 0
 * @param enmity e, from 0 to 1
 */
public record PrecipiceRace(int teams, double mu, double enmity) {
  public PrecipiceRace {
    Checks.within(teams, 2, 1_000_000, "teams", "invalid_input");
    Checks.positive(mu, "mu", "invalid_input");
    Checks.within(enmity, 0, 1, "enmity", "invalid_input");
  }

  /** The safety of all who know nothing of capabilities: {@code min(1, mu/(n e))}. */
  public double safetyWithoutInformation() {
    return enmity == 0 ? 1 : Math.min(1, mu / (teams * enmity));
  }

  /** The risk of disaster then. */
  public double riskWithoutInformation() {
    return 1 - safetyWithoutInformation();
  }

  /** Safety per unit of own capability when only that is known: {@code s(c) = min(1, c/k)}. */
  public double slope() {
    return 1 / k();
  }

  /** The risk of disaster then: {@code 1 - n mu/((n+1) k)}, or {@code (k/mu)^n/(n+1)} above k. */
  public double riskWithPrivateInformation() {
    double k = k();
    return mu <= k ? 1 - teams * mu / ((teams + 1) * k) : Math.pow(k / mu, teams) / (teams + 1);
  }

  private double k() {
    return teams * enmity - enmity + 1;
  }

  /** The risk when all capabilities are known and the leader's safety is {@code min(1, gap/e)}. */
  public double riskWithPublicInformation() {
    if (enmity == 0) {
      return 0;
    }
    double m = Math.min(enmity, mu);
    return 1 - mu / (enmity * (teams + 1)) * (1 - Math.pow(1 - m / mu, teams + 1));
  }
}
