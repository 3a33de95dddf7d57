package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.discovery.Covariance;
import io.lida.science.discovery.DirectLingam;
import io.lida.science.discovery.Ges;
import io.lida.science.discovery.Graph;
import io.lida.science.discovery.Graph.Edge;
import io.lida.science.discovery.Pc;
import io.lida.science.discovery.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which variables cause which. */
final class DiscoveryOperations {
  private static final Field VARIABLES = required("variables", "[string]", "by name");
  private static final String GRAPH = "directed and undirected, lists of pairs of names";

  private enum Algorithm {
    PC,
    GES
  }

  private DiscoveryOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "cpdag",
            "what all graphs of causes with the independences of a covariance have in common",
            "Colombo and Maathuis 2014; Meek 1995; Chickering 2002",
            List.of(
                VARIABLES,
                required("covariance", "[[number]]", "rows and columns in their order"),
                required("n", "number", "of observations, at least ten for each variable"),
                optional("alpha", "number", "of the tests of pc, without it 0.01"),
                optional("penalty", "number", "of an edge of ges, without it 1"),
                optional(
                    "algorithms",
                    "[string]",
                    "pc, ges; all must find the graph, or differs says what they find; without it"
                        + " both")),
            DiscoveryOperations::cpdag),
        new Operation(
            "structural_hamming_distance",
            "how many pairs of variables are joined differently in two graphs",
            "Tsamardinos, Brown and Aliferis 2006",
            List.of(VARIABLES, required("g1", "object", GRAPH), required("g2", "object", GRAPH)),
            given -> graph(given, "g1").distance(graph(given, "g2"))),
        new Operation(
            "direct_lingam",
            "an order of causes and their coefficients, by what is not Gaussian",
            "Shimizu et al. 2011",
            List.of(
                VARIABLES,
                required("data", "[[number]]", "a row for each observation"),
                optional("penalty", "number", "of a cause that is kept, without it 2")),
            DiscoveryOperations::directLingam));
  }

  private static Object cpdag(Given given) {
    Covariance covariance =
        Covariance.of(
            given.at("variables").texts(),
            given.at("covariance").refusing("invalid_covariance").matrix(),
            given.at("n").number());
    List<String> flags = new ArrayList<>();
    Map<Algorithm, Graph> found = new LinkedHashMap<>();
    for (Algorithm algorithm : algorithms(given)) {
      found.put(algorithm, search(algorithm, covariance, given, flags));
    }
    Graph first = found.values().iterator().next();
    Map<String, Object> value = edges(first);
    Map<String, Object> differs = new LinkedHashMap<>();
    found.forEach(
        (algorithm, graph) -> {
          if (!graph.equals(first)) {
            Map<String, Object> other = edges(graph);
            other.put("distance", first.distance(graph));
            differs.put(name(algorithm), other);
          }
        });
    if (!differs.isEmpty()) {
      value.put("algorithm", name(found.keySet().iterator().next()));
      value.put("differs", differs);
      flags.add("agreed=false");
    }
    return new Answer(value, flags);
  }

  private static Iterable<Algorithm> algorithms(Given given) {
    List<Algorithm> algorithms =
        given
            .maybe("algorithms")
            .map(own -> own.list().stream().map(one -> one.choice(Algorithm.class)).toList())
            .orElse(List.of(Algorithm.values()));
    if (algorithms.isEmpty()) {
      throw given.at("algorithms").refusing("empty_input").refusal("names no algorithm");
    }
    return new LinkedHashSet<>(algorithms);
  }

  private static Graph search(
      Algorithm algorithm, Covariance covariance, Given given, List<String> flags) {
    return switch (algorithm) {
      case PC -> {
        Pc found = Pc.search(covariance, given.number("alpha", Pc.ALPHA));
        if (!found.conflicts().isEmpty()) {
          flags.add("conflicts=" + found.conflicts().size());
        }
        yield found.graph();
      }
      case GES -> Ges.search(covariance, given.number("penalty", Ges.PENALTY)).graph();
    };
  }

  private static String name(Algorithm algorithm) {
    return algorithm.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> edges(Graph graph) {
    Map<String, Object> edges = new LinkedHashMap<>();
    edges.put("directed", pairs(graph.directed()));
    edges.put("undirected", pairs(graph.undirected()));
    return edges;
  }

  private static List<List<String>> pairs(List<Edge> edges) {
    return edges.stream().map(edge -> List.of(edge.from(), edge.to())).toList();
  }

  private static Graph graph(Given given, String field) {
    Given graph = given.at(field).only(List.of("directed", "undirected"));
    return new Graph(
        given.at("variables").texts(), edges(graph, "directed"), edges(graph, "undirected"));
  }

  private static List<Edge> edges(Given graph, String field) {
    return graph.maybe(field).map(Given::list).orElse(List.of()).stream()
        .map(DiscoveryOperations::edge)
        .toList();
  }

  private static Edge edge(Given pair) {
    List<String> ends = pair.texts();
    if (ends.size() != 2) {
      throw pair.refusal("must be a pair of names");
    }
    return new Edge(ends.getFirst(), ends.getLast());
  }

  private static Object directLingam(Given given) {
    Sample sample = Sample.of(given.at("variables").texts(), given.at("data").matrix());
    DirectLingam found = DirectLingam.search(sample, given.number("penalty", DirectLingam.PENALTY));
    Map<String, Double> coefficients = new LinkedHashMap<>();
    found
        .coefficients()
        .forEach(
            (effect, causes) ->
                causes.forEach((cause, weight) -> coefficients.put(cause + "->" + effect, weight)));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("order", found.order());
    value.put("coefficients", coefficients);
    return value;
  }
}
