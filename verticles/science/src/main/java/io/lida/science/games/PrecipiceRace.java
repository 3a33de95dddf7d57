package io.lida.science.games;

import io.lida.science.Checks;
import java.util.List;
import java.util.TreeSet;

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
  private static final int MOST_PLAYERS = 8;

  /** Four points are exact up to degree 7, which eight teams have. */
  private static final double[] NODES = {
    -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
  };

  private static final double[] WEIGHTS = {
    0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
  };

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

  /**
   * How likely each is to win when each knows only the safety that all keep: {@code P(c_i - s_i >
   * c_j - s_j for all j)}. Exact, for the integrand is a polynomial between the points where a team
   * falls behind for sure; sums to 1.
   *
   * @param safety of each team, from 0 to 1; at most 8 teams
   */
  public double[] chances(double[] safety) {
    Checks.length(safety, teams, "safety", "invalid_input");
    Checks.within(teams, 2, MOST_PLAYERS, "teams", "too_large");
    double[] chances = new double[teams];
    for (int team = 0; team < teams; team++) {
      chances[team] = chance(safety, team);
    }
    return chances;
  }

  /** What each expects: {@code s_i P_i + (1 - e) sum_(j != i) s_j P_j}, from 0 to 1. */
  public double[] payoffs(double[] safety) {
    double[] chances = chances(safety);
    double safe = 0;
    for (int team = 0; team < teams; team++) {
      safe += safety[team] * chances[team];
    }
    double[] payoffs = new double[teams];
    for (int team = 0; team < teams; team++) {
      double own = safety[team] * chances[team];
      payoffs[team] = own + (1 - enmity) * (safe - own);
    }
    return payoffs;
  }

  /** The integral over the team's own capability, in parts of mu, by Gauss and Legendre. */
  private double chance(double[] safety, int team) {
    TreeSet<Double> cuts = new TreeSet<>(List.of(0.0, 1.0));
    for (double other : safety) {
      double ahead = (other - safety[team]) / mu;
      cuts.add(Math.clamp(-ahead, 0, 1));
      cuts.add(Math.clamp(1 - ahead, 0, 1));
    }
    double sum = 0;
    double from = 0;
    for (double to : cuts) {
      for (int node = 0; node < NODES.length; node++) {
        double at = (from + to) / 2 + (to - from) / 2 * NODES[node];
        sum += (to - from) / 2 * WEIGHTS[node] * behind(safety, team, at);
      }
      from = to;
    }
    return sum;
  }

  /** The chance that all others are behind a team whose capability is {@code at * mu}. */
  private double behind(double[] safety, int team, double at) {
    double product = 1;
    for (int other = 0; other < teams; other++) {
      if (other != team) {
        product *= Math.clamp(at + (safety[other] - safety[team]) / mu, 0, 1);
      }
    }
    return product;
  }
}
