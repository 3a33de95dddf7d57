package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.Refusal;
import io.lida.science.causal.LinearModel;
import io.lida.science.causal.MeanDifference;
import io.lida.science.causal.Permutation;
import io.lida.science.causal.Regression;
import io.lida.science.causal.Sensitivity;
import io.lida.science.causal.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a treatment did, and what would have been. */
final class CausalOperations {
  private static final Field TREATED = required("treated", "[number]", "outcomes with it");
  private static final Field CONTROL = required("control", "[number]", "outcomes without it");
  private static final Field LEVEL =
      optional("level", "number", "of the confidence interval, without it 0.95");
  private static final List<Field> UNITS =
      List.of(
          required("t", "[number]", "the treatment, 0 or 1"),
          required("y", "[number]", "the outcome"),
          required("e", "[number]", "how probable the treatment was"));
  private static final int DRAWS = 10_000;

  private CausalOperations() {}

  static List<Operation> all() {
    return Stream.of(StrataOperations.all(), own(), AttributionOperations.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation> own() {
    return List.of(
        new Operation(
            "frontdoor",
            "an effect through a mediator, whatever else treatment and outcome share",
            "Pearl 1995",
            List.of(required("table", "[object]", "rows x, z, p = P(x,z) and y = P(y=1|x,z)")),
            CausalOperations::frontDoor),
        new Operation(
            "diff_in_means_summary",
            "a difference of means from means, deviations and counts",
            "Neyman 1923; Welch 1947",
            List.of(
                required("treated", "object", "mean, sd, n"),
                required("control", "object", "mean, sd, n"),
                LEVEL),
            given ->
                withDegrees(
                    MeanDifference.welch(
                        arm(given.at("treated")),
                        arm(given.at("control")),
                        given.number("level", 0.95)))),
        new Operation(
            "diff_in_means",
            "a difference of means",
            "Neyman 1923; Welch 1947",
            List.of(TREATED, CONTROL, LEVEL),
            given ->
                withDegrees(
                    MeanDifference.welch(
                        MeanDifference.Arm.of(given.at("treated").vector()),
                        MeanDifference.Arm.of(given.at("control").vector()),
                        given.number("level", 0.95)))),
        new Operation(
            "paired_difference",
            "the mean of differences of pairs",
            "Student 1908",
            List.of(required("differences", "[number]", "of the pairs"), LEVEL),
            given ->
                withDegrees(
                    MeanDifference.paired(
                        given.at("differences").vector(), given.number("level", 0.95)))),
        new Operation(
            "regression_adjustment",
            "an outcome on a treatment and a covariate: the constant, the treatment, the covariate",
            "MacKinnon and White 1985; Lin 2013",
            List.of(
                required("y", "[number]", "the outcome"),
                required("t", "[number]", "the treatment"),
                required("x", "[number]", "the covariate"),
                optional("lin", "bool", "adds treatment times centred covariate, without it not")),
            CausalOperations::regression),
        new Operation(
            "ipw_given_propensity",
            "an effect by inverse weighting",
            "Horvitz and Thompson 1952; Hajek 1971",
            UNITS,
            given -> {
              Units units = units(given);
              Map<String, Object> value = new LinkedHashMap<>();
              value.put("horvitz_thompson", units.horvitzThompson());
              value.put("hajek", units.hajek());
              return new Answer(value, trimmed(units.trimmed()));
            }),
        new Operation(
            "aipw_given_nuisance",
            "the doubly robust effect",
            "Robins, Rotnitzky and Zhao 1994",
            Stream.concat(
                    UNITS.stream(),
                    Stream.of(
                        required("mu1", "[number]", "the outcome foreseen with the treatment"),
                        required("mu0", "[number]", "the outcome foreseen without")))
                .toList(),
            given -> {
              Units units = units(given);
              return new Answer(
                  units.doublyRobust(given.at("mu1").vector(), given.at("mu0").vector()),
                  trimmed(units.trimmed()));
            }),
        new Operation(
            "e_value",
            "how strong something unseen must be to explain a risk ratio away",
            "VanderWeele and Ding 2017",
            List.of(required("risk_ratio", "number", "above 0")),
            given -> Sensitivity.eValue(given.at("risk_ratio").number())),
        new Operation(
            "linear_scm_counterfactual",
            "what would have been in a linear model",
            "Pearl 2009, chapter 7",
            List.of(
                required("equations", "object", "coefficients by cause for each variable"),
                required("observed", "object", "a value for each variable"),
                required("do", "object", "what is set instead")),
            CausalOperations::counterfactual),
        new Operation(
            "permutation_test",
            "how often chance alone would part units so far",
            "Fisher 1935",
            List.of(
                TREATED,
                CONTROL,
                optional(
                    "exact",
                    "bool",
                    "true refuses to draw; without it drawn beyond 100,000 splits"),
                optional("draws", "number", "beyond that, without it 10,000"),
                optional("seed", "number", "of the draws, without it 1")),
            CausalOperations::permutation));
  }

  private static Object frontDoor(Given given) {
    List<Sensitivity.Row> rows = new ArrayList<>();
    for (Given row : given.at("table").list()) {
      row.only(List.of("x", "z", "p", "y"));
      rows.add(
          new Sensitivity.Row(
              row.at("x").number(),
              row.at("z").number(),
              row.at("p").refusing("invalid_probability").number(),
              row.at("y").refusing("invalid_probability").number()));
    }
    Sensitivity.FrontDoor found = Sensitivity.frontDoor(rows);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("do1", found.ifTreated());
    value.put("do0", found.ifNot());
    return value;
  }

  private static MeanDifference.Arm arm(Given given) {
    given.only(List.of("mean", "sd", "n"));
    return new MeanDifference.Arm(
        given.at("mean").number(), given.at("sd").number(), given.at("n").number());
  }

  private static Object withDegrees(MeanDifference difference) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("effect", difference.effect());
    value.put("se", difference.interval().map(MeanDifference.Interval::se).orElse(null));
    value.put("df", difference.interval().map(MeanDifference.Interval::df).orElse(null));
    value.put(
        "ci",
        difference
            .interval()
            .map(interval -> new double[] {interval.low(), interval.high()})
            .orElse(null));
    return new Answer(
        value, difference.interval().isPresent() ? List.of() : List.of("interval=none"));
  }

  private static Object regression(Given given) {
    Regression fit =
        Regression.adjusted(
            given.at("y").vector(),
            given.at("t").vector(),
            given.at("x").vector(),
            given.truth("lin", false));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("coefficients", fit.coefficients());
    value.put("se", fit.se());
    value.put("se_hc2", fit.hc2());
    value.put("se_hc3", fit.hc3());
    return value;
  }

  private static Units units(Given given) {
    return new Units(
        given.at("t").vector(),
        given.at("y").vector(),
        given.at("e").refusing("invalid_probability").vector());
  }

  static List<String> trimmed(double count) {
    return count == 0 ? List.of() : List.of("trimmed=" + Math.round(count));
  }

  private static Object counterfactual(Given given) {
    Map<String, Map<String, Double>> equations = new LinkedHashMap<>();
    given.at("equations").object().forEach((name, causes) -> equations.put(name, causes.numbers()));
    LinearModel.Counterfactual found =
        new LinearModel(equations)
            .counterfactual(given.at("observed").numbers(), given.at("do").numbers());
    Map<String, Object> value = new LinkedHashMap<>(found.values());
    value.put("noise", found.noise());
    return value;
  }

  private static Object permutation(Given given) {
    Permutation test =
        Permutation.test(
            given.at("treated").vector(),
            given.at("control").vector(),
            given.maybe("draws").map(draws -> draws.whole(1, 10_000_000)).orElse(DRAWS),
            given.maybe("seed").map(seed -> seed.whole(0L, 1L << 53)).orElse(1L));
    if (given.truth("exact", false) && !test.exact()) {
      throw new Refusal("too_large", "there are more than 100,000 splits; leave out exact");
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("p_two_sided", test.p());
    return new Answer(value, test.exact() ? List.of() : List.of("exact=false"));
  }
}
