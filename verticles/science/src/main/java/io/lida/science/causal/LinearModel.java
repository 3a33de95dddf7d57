package io.lida.science.causal;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A linear structural model: each variable is a sum of its causes, each times a coefficient, and of
 * noise (Pearl 2009, chapter 7).
 *
 * @param equations coefficients by cause for each variable; empty for one without causes
 */
public record LinearModel(Map<String, Map<String, Double>> equations) {
  /** What would have been, and the noise that the observation implies. */
  public record Counterfactual(Map<String, Double> values, Map<String, Double> noise) {}

  public LinearModel {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    equations.forEach((name, causes) -> copy.put(name, Map.copyOf(causes)));
    equations = copy;
    if (equations.isEmpty()) {
      throw new Refusal("empty_input", "the model has no variable");
    }
    for (Map<String, Double> causes : equations.values()) {
      for (String cause : causes.keySet()) {
        if (!equations.containsKey(cause)) {
          throw new Refusal("unknown_variable", cause + " has no equation; give it {}");
        }
      }
    }
  }

  /**
   * Solves the noise from an observation, replaces the equations of some variables by values, and
   * lets the rest follow.
   *
   * @throws Refusal {@code missing_field} for a variable that was not observed, {@code cyclic}
   */
  public Counterfactual counterfactual(Map<String, Double> observed, Map<String, Double> forced) {
    for (String name : forced.keySet()) {
      if (!equations.containsKey(name)) {
        throw new Refusal("unknown_variable", "do names " + name + ", which has no equation");
      }
    }
    Map<String, Double> noise = new LinkedHashMap<>();
    equations.forEach(
        (name, causes) -> noise.put(name, value(observed, name) - sum(causes, observed)));
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : order()) {
      Double forcedTo = forced.get(name);
      double natural = sum(equations.getOrDefault(name, Map.of()), values);
      values.put(name, forcedTo != null ? forcedTo : natural + noise.getOrDefault(name, 0.0));
    }
    Map<String, Double> asWritten = new LinkedHashMap<>();
    equations.keySet().forEach(name -> asWritten.put(name, values.getOrDefault(name, 0.0)));
    return new Counterfactual(asWritten, noise);
  }

  private static double value(Map<String, Double> observed, String name) {
    Double value = observed.get(name);
    if (value == null) {
      throw new Refusal("missing_field", name + " was not observed");
    }
    return value;
  }

  private static double sum(Map<String, Double> causes, Map<String, Double> values) {
    double sum = 0;
    for (Map.Entry<String, Double> cause : causes.entrySet()) {
      sum += cause.getValue() * value(values, cause.getKey());
    }
    return sum;
  }

  /** Causes before effects. */
  private List<String> order() {
    List<String> order = new ArrayList<>();
    while (order.size() < equations.size()) {
      int before = order.size();
      equations.forEach(
          (name, causes) -> {
            if (!order.contains(name) && order.containsAll(causes.keySet())) {
              order.add(name);
            }
          });
      if (order.size() == before) {
        throw new Refusal("cyclic", "the equations go in a circle");
      }
    }
    return order;
  }
}
