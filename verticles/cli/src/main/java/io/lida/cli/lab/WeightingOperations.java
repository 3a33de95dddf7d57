package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.pooling.Contribution;
import io.lida.science.pooling.Cooke;
import io.lida.science.pooling.Panel;
import io.lida.science.pooling.TruthSerum;
import io.lida.science.pooling.Weighting;
import io.lida.science.pooling.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much each opinion counts. */
final class WeightingOperations {
  private static final double[] USUAL_PROBABILITIES = {0.05, 0.45, 0.45, 0.05};

  private WeightingOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "cooke",
            "calibration and information of experts on seed questions",
            "Cooke 1991",
            List.of(
                required("quantiles", "[[[number]]]", "by expert, question and quantile"),
                required("realizations", "[number]", "of the questions"),
                optional(
                    "probabilities", "[number]", "between quantiles, without it .05 .45 .45 .05"),
                optional("overshoot", "number", "how far the range is widened, without it 0.1"),
                optional("cutoff", "number", "the least calibration that counts, without it 0")),
            WeightingOperations::cooke),
        new Operation(
            "weights",
            "the shares of opinions under one weighting",
            "science of each scheme, see lida lab --describe weights_all",
            Stream.of(
                    Stream.of(
                        required(
                            "scheme",
                            "string",
                            Arrays.stream(Weighting.values())
                                .map(Weighting::id)
                                .collect(Collectors.joining(", "))),
                        optional("n", "number", "how many opinions, where nothing else says so"),
                        optional("topic_mix", "object", "the question's topics and their shares"),
                        optional("epsilon", "number", "of inverse_variance, without it 0.0001")),
                    PanelReader.FIELDS.stream())
                .flatMap(fields -> fields)
                .toList(),
            WeightingOperations::weights),
        new Operation(
            "bts",
            "scores of the Bayesian truth serum",
            "Prelec 2004; Martinie, Wilkening and Howe 2020",
            List.of(
                required("answers", "[number]", "of each, by number from 0"),
                required("predictions", "[[number]]", "by respondent, the share of each answer"),
                optional("alpha", "number", "how much predictions count, without it 1")),
            WeightingOperations::truthSerum),
        new Operation(
            "contribution_weights",
            "by how much the group's score falls without each",
            "Budescu and Chen 2015",
            List.of(
                required("forecasts", "[[number]]", "by forecaster and question"),
                required("outcomes", "[number]", "of the questions, 0 or 1")),
            WeightingOperations::contribution),
        new Operation(
            "weights_all",
            "the shares of a panel under all 13 weightings",
            "Dawes 1979; French 1985; Koriat 2012; Brier 1950; Bates and Granger 1969; Cooke 1991;"
                + " DeGroot 1974; Prelec 2004; Budescu and Chen 2015; Brown 1959; Leinster and"
                + " Cobbold 2012; Shannon 1948; Holt and Smith 1979",
            Stream.concat(
                    PanelReader.FIELDS.stream(),
                    Stream.of(
                        optional("panel", "object", "the same fields in an object of their own")))
                .toList(),
            WeightingOperations::all));
  }

  private static Object cooke(Given given) {
    Cooke cooke =
        Cooke.of(
            PanelReader.cube(given.at("quantiles").refusing("invalid_quantiles")),
            given.at("realizations").vector(),
            given.maybe("probabilities").map(Given::vector).orElse(USUAL_PROBABILITIES),
            given.number("overshoot", 0.1),
            given.number("cutoff", 0));
    Weights weights = cooke.weights();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("calibration", cooke.calibration());
    value.put("information", cooke.information());
    value.put("weights", weights.shares());
    return new Answer(value, weights.flags());
  }

  private static Object truthSerum(Given given) {
    int[] answers =
        given.at("answers").list().stream().mapToInt(one -> one.whole(0, 1_000)).toArray();
    double[] scores =
        TruthSerum.scores(
            answers,
            given.at("predictions").refusing("invalid_probability").matrix(),
            given.number("alpha", 1));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("scores", scores);
    value.put("weights", TruthSerum.weights(scores).shares());
    return value;
  }

  private static Object contribution(Given given) {
    double[] outcomes = given.at("outcomes").refusing("invalid_probability").vector();
    Contribution found =
        Contribution.of(PanelReader.byForecaster(given.at("forecasts"), outcomes.length), outcomes);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put(
        "contribution",
        Arrays.stream(found.contribution())
            .mapToObj(one -> Double.isNaN(one) ? null : one)
            .toList());
    value.put("weights", found.weights().shares());
    return new Answer(value, found.weights().flags());
  }

  private static Object weights(Given given) {
    Given scheme = given.at("scheme");
    Weighting weighting =
        Weighting.named(scheme.text())
            .orElseThrow(
                () ->
                    scheme.refusal(
                        "must be one of "
                            + Arrays.stream(Weighting.values())
                                .map(Weighting::id)
                                .collect(Collectors.joining(", "))));
    Weights weights = weighting.of(Schemes.panel(weighting, given));
    return new Answer(weights.shares(), weights.flags());
  }

  private static Object all(Given given) {
    Panel panel = PanelReader.read(given);
    Map<String, Object> value = new LinkedHashMap<>();
    Set<String> flags = new LinkedHashSet<>();
    for (Weighting weighting : Weighting.values()) {
      Weights weights = weighting.of(panel);
      value.put(weighting.id(), weights.shares());
      weights.flags().forEach(flag -> flags.add(weighting.id() + ": " + flag));
    }
    return new Answer(value, List.copyOf(flags));
  }
}
