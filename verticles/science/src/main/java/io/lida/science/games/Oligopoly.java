package io.lida.science.games;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;

/**
 * Firms that choose quantities at a price of {@code a - b Q} and a cost of {@code c} a piece.
 *
 * @param a above c
 * @param b above 0
 * @param c at least 0
 */
public record Oligopoly(double a, double b, double c) {
  private static final int MOST_FIRMS = 10_000;

  public Oligopoly {
    Checks.finite(a, "invalid_input");
    Checks.positive(b, "b", "invalid_input");
    Checks.within(c, 0, Double.MAX_VALUE, "c", "invalid_input");
    if (!(a > c)) {
      throw new Refusal("invalid_input", "without a > c nobody produces");
    }
  }

  /** What the leader and the follower produce, the price, and what each earns. */
  public record Leadership(double leader, double follower, double price, double[] profit) {}

  /** What each firm produces, and the price. */
  public record Market(double[] quantity, double price) {}

  /** All choose at once: {@code (a-c)/(b(n+1))} each (Cournot 1838). */
  public Market cournot(int firms) {
    Checks.within(firms, 1, MOST_FIRMS, "n", "invalid_input");
    double each = (a - c) / (b * (firms + 1.0));
    double[] quantity = new double[firms];
    Arrays.fill(quantity, each);
    return new Market(quantity, a - b * each * firms);
  }

  /** One chooses first: {@code (a-c)/2b}, and the other {@code (a-c)/4b} (von Stackelberg 1934). */
  public Leadership stackelberg() {
    double leader = (a - c) / (2 * b);
    double follower = leader / 2;
    double price = a - b * (leader + follower);
    return new Leadership(
        leader, follower, price, new double[] {(price - c) * leader, (price - c) * follower});
  }
}
