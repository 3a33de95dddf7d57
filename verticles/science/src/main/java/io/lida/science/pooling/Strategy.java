package io.lida.science.pooling;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An operator with a weighting, one of 169; written {@code operator.weighting}. */
public record Strategy(Operator operator, Weighting weighting) {
  /**
   * Reads an id such as {@code logarithmic.diversity}.
   *
   * @throws Refusal {@code unknown_strategy}
   */
  public static Strategy parse(String id) {
    int dot = id.indexOf('.');
    String operator = dot < 0 ? id : id.substring(0, dot);
    String weighting = dot < 0 ? "" : id.substring(dot + 1);
    return new Strategy(
        Operator.named(operator).orElseThrow(() -> unknown(id)),
        Weighting.named(weighting).orElseThrow(() -> unknown(id)));
  }

  private static Refusal unknown(String id) {
    return new Refusal(
        "unknown_strategy",
        id + " is no strategy; one is written operator.weighting, such as logarithmic.diversity");
  }

  /** All of them, by operator and then weighting. */
  public static List<Strategy> all() {
    List<Strategy> all = new ArrayList<>();
    for (Operator operator : Operator.values()) {
      for (Weighting weighting : Weighting.values()) {
        all.add(new Strategy(operator, weighting));
      }
    }
    return all;
  }

  public String id() {
    return operator.id() + "." + weighting.id();
  }

  /** Pools a panel; the flags of the weighting come first. */
  public Pooled pool(Panel panel, Parameters parameters) {
    return pool(panel, weighting.of(panel), parameters);
  }

  private Pooled pool(Panel panel, Weights weights, Parameters parameters) {
    Pooled pooled = operator.pool(panel.p(), weights.shares(), parameters);
    List<String> flags = Stream.concat(weights.flags().stream(), pooled.flags().stream()).toList();
    return new Pooled(
        pooled.distribution(),
        pooled.operator(),
        pooled.parameters(),
        pooled.weights(),
        pooled.opinions(),
        pooled.conflict(),
        flags);
  }

  /** A panel under every strategy, each weighting computed once. */
  public static Map<Strategy, Pooled> grid(Panel panel, Map<Operator, Parameters> parameters) {
    List<Weights> weights =
        Arrays.stream(Weighting.values()).map(weighting -> weighting.of(panel)).toList();
    Map<Strategy, Pooled> grid = new LinkedHashMap<>();
    for (Strategy strategy : all()) {
      Operator operator = strategy.operator();
      Parameters own = parameters.getOrDefault(operator, Parameters.of(operator));
      Weights shares = weights.get(strategy.weighting().ordinal());
      grid.put(strategy, strategy.pool(panel, shares, own));
    }
    return grid;
  }
}
