package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.pooling.Operator;
import io.lida.science.pooling.Panel;
import io.lida.science.pooling.Parameters;
import io.lida.science.pooling.Pooled;
import io.lida.science.pooling.Strategy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opinions made one. */
final class PoolingOperations {
  private static final String SOURCES =
      "Stone 1961; Genest and Zidek 1986; Cooke 1991; Jose and Winkler 2008; Ranjan and Gneiting"
          + " 2010; Dempster 1967";
  private static final Field OPERATOR = required("operator", "string", names());
  private static final Field WEIGHTS =
      optional("weights", "[number]", "at least 0, equal without them");

  private PoolingOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "pool",
            "several probabilities of a yes made one",
            SOURCES,
            List.of(
                OPERATOR,
                required("p", "[number]", "probabilities of a yes"),
                WEIGHTS,
                optional("params", "object", "the operator's parameters by name")),
            PoolingOperations::pool),
        new Operation(
            "pool_distribution",
            "several distributions over the same options made one",
            SOURCES,
            List.of(
                OPERATOR,
                required("q", "[[number]]", "distributions, each summing to 1"),
                WEIGHTS,
                optional("params", "object", "the operator's parameters by name")),
            PoolingOperations::poolDistributions),
        new Operation(
            "strategy_grid",
            "a panel under all 169 strategies, by operator and weighting",
            SOURCES,
            Stream.concat(
                    PanelReader.FIELDS.stream(),
                    Stream.of(
                        optional("panel", "object", "the same fields in an object of their own"),
                        optional("params", "object", "parameters by operator and name")))
                .toList(),
            PoolingOperations::grid));
  }

  private static String names() {
    return Arrays.stream(Operator.values()).map(Operator::id).collect(Collectors.joining(", "));
  }

  private static Object pool(Given given) {
    double[] p = given.at("p").refusing("invalid_probability").vector();
    Operator operator = operator(given);
    Pooled pooled = operator.pool(p, weights(given, p.length), parameters(operator, given));
    return new Answer(pooled.yes(), pooled.flags());
  }

  private static Object poolDistributions(Given given) {
    double[][] q = given.at("q").refusing("invalid_probability").matrix();
    Operator operator = operator(given);
    Pooled pooled =
        operator.poolDistributions(q, weights(given, q.length), parameters(operator, given));
    if (operator != Operator.DEMPSTER_SHAFER) {
      return new Answer(pooled.distribution(), pooled.flags());
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("pooled", pooled.distribution());
    value.put("conflict", pooled.conflict());
    return new Answer(value, pooled.flags());
  }

  private static Object grid(Given given) {
    Map<Operator, Parameters> parameters = new EnumMap<>(Operator.class);
    given
        .maybe("params")
        .ifPresent(
            all ->
                all.object()
                    .forEach(
                        (name, own) ->
                            parameters.put(
                                named(own, name), Parameters.of(named(own, name), own.numbers()))));
    Panel panel = PanelReader.read(given);
    Map<String, Map<String, Double>> values = new LinkedHashMap<>();
    Set<String> flags = new LinkedHashSet<>();
    Strategy.grid(panel, parameters)
        .forEach(
            (strategy, pooled) -> {
              values
                  .computeIfAbsent(strategy.operator().id(), id -> new LinkedHashMap<>())
                  .put(strategy.weighting().id(), pooled.yes());
              flags.addAll(pooled.flags());
            });
    return new Answer(values, List.copyOf(flags));
  }

  private static Operator named(Given at, String name) {
    return Operator.named(name).orElseThrow(() -> at.refusal("is for no operator; " + names()));
  }

  private static Operator operator(Given given) {
    Given name = given.at("operator");
    return Operator.named(name.text()).orElseThrow(() -> name.refusal("must be one of " + names()));
  }

  private static Parameters parameters(Operator operator, Given given) {
    return Parameters.of(operator, given.maybe("params").map(Given::numbers).orElse(Map.of()));
  }

  private static double[] weights(Given given, int opinions) {
    return given
        .maybe("weights")
        .map(weights -> weights.refusing("invalid_weights").vector())
        .orElseGet(
            () -> {
              double[] equal = new double[opinions];
              Arrays.fill(equal, 1);
              return equal;
            });
  }
}
