package io.lida.cli.lab;

import io.lida.science.pooling.Panel;
import io.lida.science.pooling.Weighting;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The panel behind one weighting, of which only what that one looks at need be there. */
final class Schemes {
  private static final double[] NOBODY = {};

  private Schemes() {}

  static Panel panel(Weighting weighting, Given given) {
    double[] expertise = given.maybe("expertise").map(own -> expertise(own, given)).orElse(NOBODY);
    double[] p =
        given
            .maybe("p")
            .map(own -> own.refusing("invalid_probability").vector())
            .orElseGet(() -> undecided(size(weighting, given, expertise)));
    double[] outcomes = vector(given, "outcomes");
    return new Panel(
        p,
        expertise,
        vector(given, "confidence"),
        vector(given, "mean_brier"),
        vector(given, "resolved"),
        vector(given, "variance"),
        vector(given, "age"),
        vector(given, "predicted_yes"),
        given.maybe("quantiles").map(PanelReader::cube).orElse(new double[0][][]),
        vector(given, "realizations"),
        given.maybe("trust").map(own -> own.refusing("invalid_weights").matrix()).orElse(rows()),
        given
            .maybe("history")
            .map(own -> PanelReader.byForecaster(own, outcomes.length))
            .orElse(rows()),
        outcomes,
        given.maybe("similarity").map(Given::matrix).orElse(rows()),
        given.maybe("roles").map(Given::texts).orElse(List.of()),
        new Panel.Settings(
            given.number("kappa", Panel.Settings.USUAL.kappa()),
            given.number("epsilon", given.number("epsilon_variance", 1e-4)),
            given.number("cutoff", Panel.Settings.USUAL.cutoff()),
            given.number("half_life", Panel.Settings.USUAL.halfLife())));
  }

  /** How many there are: as said, or by whatever list is there. */
  private static int size(Weighting weighting, Given given, double[] expertise) {
    if (given.has("n")) {
      return given.at("n").whole(1, 100_000);
    }
    if (expertise.length > 0) {
      return expertise.length;
    }
    return List.of(
            "confidence",
            "mean_brier",
            "variance",
            "age",
            "trust",
            "similarity",
            "roles",
            "predicted_yes",
            "quantiles",
            "history")
        .stream()
        .filter(given::has)
        .mapToInt(field -> given.at(field).list().size())
        .filter(size -> size > 0)
        .findFirst()
        .orElseThrow(() -> given.refusal("has nothing that " + weighting.id() + " looks at"));
  }

  /** Levels by topic, weighed by the question's mix, or one number for each. */
  private static double[] expertise(Given own, Given given) {
    List<Given> experts = own.list();
    if (experts.isEmpty() || !experts.getFirst().isObject()) {
      return own.vectorWithGaps();
    }
    Map<String, Double> mix = given.maybe("topic_mix").map(Given::numbers).orElse(Map.of());
    Set<String> topics = new LinkedHashSet<>(mix.keySet());
    if (mix.isEmpty()) {
      experts.forEach(expert -> topics.addAll(expert.object().keySet()));
    }
    return experts.stream()
        .mapToDouble(
            expert -> {
              Map<String, Double> levels = expert.numbers();
              return topics.stream()
                  .mapToDouble(
                      topic ->
                          mix.getOrDefault(topic, 1.0 / topics.size())
                              * levels.getOrDefault(topic, 0.0))
                  .sum();
            })
        .toArray();
  }

  private static double[] vector(Given given, String field) {
    return given.maybe(field).map(Given::vectorWithGaps).orElse(NOBODY);
  }

  private static double[][] rows() {
    return new double[0][];
  }

  private static double[] undecided(int opinions) {
    double[] p = new double[opinions];
    Arrays.fill(p, 0.5);
    return p;
  }
}
