package io.lida.science.games;

import io.lida.science.Checks;

/**
 * Control of chip exports by a leader, and how much a follower then builds by itself. A project
 * model, meant as an illustration and not as a forecast.
 *
 * <p>{@code U_L = S x - R x^2/2 - d y} and {@code U_F = A(1-x) + (g + theta x) y - k y^2/2}, with
 * control x from 0 to 1 and effort y of at least 0.
 *
 * @param security S, what control gains
 * @param revenue R, what it costs; above 0
 * @param substitution d, what the follower's effort costs the leader
 * @param base g, the follower's drive without control
 * @param spur theta, how much control spurs it
 * @param effortCost k, above 0
 */
public record ExportControl(
    double security,
    double revenue,
    double substitution,
    double base,
    double spur,
    double effortCost) {
  public ExportControl {
    String code = "invalid_input";
    Checks.finite(security, code);
    Checks.positive(revenue, "R", code);
    Checks.finite(substitution, code);
    Checks.finite(base, code);
    Checks.finite(spur, code);
    Checks.positive(effortCost, "k", code);
  }

  /** The leader's choice: {@code clamp((S - d theta/k)/R, 0, 1)}. */
  public double control() {
    return Math.clamp((security - substitution * spur / effortCost) / revenue, 0, 1);
  }

  /** The follower's answer: {@code max(0, (g + theta x)/k)}. */
  public double effort() {
    return Math.max(0, (base + spur * control()) / effortCost);
  }

  /** The leader's choice when nobody goes first: {@code clamp(S/R, 0, 1)}. */
  public double simultaneousControl() {
    return Math.clamp(security / revenue, 0, 1);
  }

  /** The follower's best answer to a control: {@code max(0, (g + theta x)/k)}. */
  public double answer(double control) {
    return Math.max(0, (base + spur * control) / effortCost);
  }

  /** What the leader earns. */
  public double leader(double control, double effort) {
    return security * control - revenue * control * control / 2 - substitution * effort;
  }

  /**
   * What the follower earns.
   *
   * @param imports A, what free imports are worth to it
   */
  public double follower(double control, double effort, double imports) {
    return imports * (1 - control)
        + (base + spur * control) * effort
        - effortCost * effort * effort / 2;
  }
}
