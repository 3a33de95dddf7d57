package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of one operator: its defaults, and what differs from them. Immutable.
 *
 * @param values by name, such as {@code alpha}
 */
public record Parameters(Map<String, Double> values) {
  /** The defaults of an operator. */
  public static Parameters of(Operator operator) {
    return of(operator, Map.of());
  }

  /**
   * The defaults of an operator, but for some.
   *
   * @throws Refusal {@code invalid_input} for a name that the operator has not, and for a value out
   *     of its range
   */
  public static Parameters of(Operator operator, Map<String, Double> given) {
    Map<String, Double> values = new LinkedHashMap<>(operator.defaults());
    given.forEach(
        (name, value) -> {
          if (!values.containsKey(name)) {
            throw new Refusal(
                "invalid_input",
                operator.id() + " has no parameter " + name + "; it has " + values.keySet());
          }
          values.put(name, Checks.finite(value, "invalid_input"));
        });
    Parameters parameters = new Parameters(values);
    parameters.check();
    return parameters;
  }

  public Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  double get(String name) {
    return values.getOrDefault(name, Double.NaN);
  }

  private void check() {
    values.forEach(
        (name, value) -> {
          switch (name) {
            case "epsilon" -> range(name, value, Double.MIN_NORMAL, 0.25);
            case "prior" -> range(name, value, Double.MIN_NORMAL, 1 - 1e-12);
            case "rho" -> range(name, value, 0, 1);
            case "delta" -> range(name, value, 0, 0.5);
            case "tau" -> range(name, value, 0, Math.nextDown(0.5));
            case "a" -> range(name, value, 0, 1e6);
            case "r" -> range(name, value, -1e6, 1e6);
            // Alone it is what is cut off at each end, with beta it is a shape.
            case "alpha" ->
                range(
                    name,
                    value,
                    values.containsKey("beta") ? Double.MIN_NORMAL : 0,
                    values.containsKey("beta") ? 1e6 : Math.nextDown(0.5));
            default -> range(name, value, Double.MIN_NORMAL, 1e6);
          }
        });
  }

  private static void range(String name, double value, double least, double most) {
    Checks.within(value, least, most, name, "invalid_input");
  }
}
