package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.causal.Attribution;
import io.lida.science.pooling.Operator;
import io.lida.science.pooling.Parameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Who brought an outcome about. */
final class AttributionOperations {
  private static final Field OPERATOR = required("operator", "string", "as for pool");
  private static final Field P = required("p", "[number]", "probabilities of a yes");
  private static final Field SEED = optional("seed", "number", "beyond 12 players, without it 1");
  private static final int PAIRS = 2_000;

  private AttributionOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "shapley",
            "each player's share of what all are worth",
            "Shapley 1953; Castro, Gomez and Tejada 2009",
            List.of(
                required("players", "[string]", "by name"),
                required("worth", "object", "of coalitions, names joined by commas; absent is 0"),
                SEED),
            AttributionOperations::shapley),
        new Operation(
            "shapley_pool",
            "each opinion's share of a pooled probability",
            "Shapley 1953",
            List.of(
                OPERATOR,
                P,
                optional("empty", "number", "what nobody's opinion is, without it 0.5"),
                SEED),
            given -> {
              double[] p = probabilities(given);
              return answer(p.length, pooled(given, p), given);
            }),
        new Operation(
            "leave_one_out",
            "by how much a pooled probability changes without each",
            "leave-one-out",
            List.of(OPERATOR, P),
            given -> {
              double[] p = probabilities(given);
              return Attribution.leaveOneOut(p.length, pooled(given, p));
            }));
  }

  private static Object shapley(Given given) {
    List<String> players = given.at("players").texts();
    Map<Long, Double> worth = new HashMap<>();
    given
        .at("worth")
        .object()
        .forEach((names, value) -> worth.put(coalition(value, names, players), value.number()));
    return answer(players.size(), coalition -> worth.getOrDefault(coalition, 0.0), given);
  }

  private static long coalition(Given at, String names, List<String> players) {
    long coalition = 0;
    for (String name : names.isBlank() ? new String[0] : names.split(",")) {
      int place = players.indexOf(name.strip());
      if (place < 0) {
        throw at.refusal("is for " + name.strip() + ", who is no player");
      }
      coalition |= 1L << place;
    }
    return coalition;
  }

  private static Object answer(int players, ToDoubleFunction<Long> worth, Given given) {
    long seed = given.maybe("seed").map(own -> own.whole(0L, 1L << 53)).orElse(1L);
    Attribution found = Attribution.shapley(players, worth, PAIRS, seed);
    boolean exact = Arrays.stream(found.se()).allMatch(se -> se == 0);
    return new Answer(found.values(), exact ? List.of() : List.of("exact=false"));
  }

  private static double[] probabilities(Given given) {
    return given.at("p").refusing("invalid_probability").vector();
  }

  /** What a coalition's opinions come to, each weighing the same. */
  private static ToDoubleFunction<Long> pooled(Given given, double[] p) {
    Given name = given.at("operator");
    Operator operator =
        Operator.named(name.text()).orElseThrow(() -> name.refusal("must be an operator of pool"));
    Parameters usual = Parameters.of(operator);
    double empty = given.number("empty", 0.5);
    return coalition -> {
      double[] weights = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        weights[i] = coalition >> i & 1;
      }
      return coalition == 0 ? empty : operator.pool(p, weights, usual).yes();
    };
  }
}
