package io.lida.science.pooling;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Sources discounted by {@code r_i = rho w_i / max w}; {@code M_k = prod(r_i q_ik + 1 - r_i) - T},
 * {@code T = prod(1 - r_i)}; the bet on k is {@code (M_k + T/K) / Z}, {@code Z = sum M_k + T}, and
 * the conflict {@code 1 - Z}.
 */
record DempsterShafer() implements Rule {
  private static final double NOTHING = 1e-15;

  @Override
  public Map<String, Double> defaults() {
    return Map.of("rho", 0.9);
  }

  @Override
  public Result pool(Opinions opinions, Parameters parameters) {
    double most = Arrays.stream(opinions.weights()).max().orElseThrow();
    int options = opinions.options();
    double[] products = new double[options];
    Arrays.fill(products, 1);
    double ignorance = 1;
    for (int i = 0; i < opinions.count(); i++) {
      double trust = parameters.get("rho") * opinions.weights()[i] / most;
      ignorance *= 1 - trust;
      for (int k = 0; k < options; k++) {
        products[k] *= trust * opinions.distributions()[i][k] + 1 - trust;
      }
    }
    double z = ignorance;
    for (double product : products) {
      z += Math.max(0, product - ignorance);
    }
    if (z < NOTHING) {
      throw new Refusal("total_conflict", "the sources leave nothing possible; lower rho below 1");
    }
    double[] bets = new double[options];
    for (int k = 0; k < options; k++) {
      bets[k] = (Math.max(0, products[k] - ignorance) + ignorance / options) / z;
    }
    return new Result(Rule.normalized(bets), Math.clamp(1 - z, 0, 1), List.of());
  }
}
