package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;
import static io.lida.cli.lab.Field.required;

import io.lida.science.dynamics.Agreement;
import io.lida.science.dynamics.BoundedConfidence;
import io.lida.science.dynamics.Degroot;
import io.lida.science.dynamics.FriedkinJohnsen;
import io.lida.science.dynamics.Polarization;
import io.lida.science.dynamics.Updates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How beliefs move, and how far apart they stand. */
final class DynamicsOperations {
  private static final Field W = required("W", "[[number]]", "who hears whom; rows sum to 1");
  private static final Field X0 = required("x0", "[number]", "opinions at the start");
  private static final Field SUSCEPTIBILITY =
      required("susceptibility", "[number]", "from 0, never moves, to 1, no opinion of their own");
  private static final int MOST_STEPS = 1_000_000;

  private DynamicsOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "degroot_limit",
            "where opinions end that are averaged over and over",
            "DeGroot 1974",
            List.of(W, X0),
            given -> limit(Degroot.limit(w(given), vector(given, "x0")))),
        new Operation(
            "degroot_step",
            "opinions after some averagings",
            "DeGroot 1974",
            List.of(W, X0, optional("steps", "number", "how many, without it 1")),
            given ->
                Degroot.steps(
                    w(given),
                    vector(given, "x0"),
                    given.maybe("steps").map(steps -> steps.whole(0, MOST_STEPS)).orElse(1))),
        new Operation(
            "friedkin_johnsen_limit",
            "where opinions end that remember where they began",
            "Friedkin and Johnsen 1990, 1999",
            List.of(W, SUSCEPTIBILITY, X0),
            given -> limit(friedkinJohnsen(given).limit(vector(given, "x0")))),
        new Operation(
            "friedkin_johnsen_control",
            "who settles whose opinion: (I - LW)^-1 (I - L)",
            "Friedkin and Johnsen 1990, 1999",
            List.of(W, SUSCEPTIBILITY),
            given -> friedkinJohnsen(given).control()),
        new Operation(
            "hegselmann_krause",
            "where opinions end when only near ones are heard",
            "Hegselmann and Krause 2002",
            List.of(X0, required("epsilon", "number or [number]", "how near, the bound included")),
            DynamicsOperations::hegselmannKrause),
        new Operation(
            "deffuant_step",
            "two who meet move towards each other, if they are near enough",
            "Deffuant, Neau, Amblard and Weisbuch 2000",
            List.of(
                required("x", "[number]", "the two opinions"),
                required("epsilon", "number", "how near, the bound excluded"),
                optional("mu", "number", "how much of the difference, without it 0.5")),
            given ->
                BoundedConfidence.deffuant(
                    vector(given, "x"), number(given, "epsilon"), given.number("mu", 0.5))),
        new Operation(
            "bayes_update",
            "a belief after evidence, by its likelihood ratio",
            "Bayes; Bissiri, Holmes and Walker 2016",
            List.of(
                required("prior", "number", "the belief before, from 0 to 1"),
                required("likelihood_ratio", "number", "of the evidence, above 0"),
                optional("learning_rate", "number", "how much it counts, without it 1")),
            given ->
                Updates.bayes(
                    given.at("prior").refusing("invalid_probability").number(),
                    number(given, "likelihood_ratio"),
                    given.number("learning_rate", 1))),
        new Operation(
            "precision_update",
            "two normal estimates made one",
            "Kalman 1960",
            List.of(
                required("mean", "number", "of the belief"),
                required("variance", "number", "of the belief, above 0"),
                required("message", "number", "what is heard"),
                required("message_variance", "number", "of what is heard, above 0")),
            given ->
                Updates.precision(
                    new Updates.Estimate(number(given, "mean"), number(given, "variance")),
                    new Updates.Estimate(
                        number(given, "message"), number(given, "message_variance")))),
        new Operation(
            "biased_assimilation_step",
            "each takes support of its own side for more than it is",
            "Dandekar, Goel and Lee 2013",
            List.of(
                required("x", "[number]", "opinions, from 0 to 1"),
                required("W", "[[number]]", "weights, at least 0"),
                required("b", "[number]", "biases, at least 0")),
            given ->
                Updates.biasedAssimilation(
                    given.at("x").refusing("invalid_probability").vector(),
                    w(given),
                    vector(given, "b"))),
        new Operation(
            "social_judgment_step",
            "one opinion after each of others: drawn by near ones, put off by far ones",
            "Sherif and Hovland 1961; Jager and Amblard 2005",
            List.of(
                required("x", "number", "the opinion, from 0 to 1"),
                required("others", "[number]", "each heard for itself"),
                required("assimilate", "number", "nearer than this draws"),
                required("contrast", "number", "further than this puts off"),
                required("mu", "number", "how much of the difference")),
            DynamicsOperations::socialJudgment),
        new Operation(
            "polarization",
            "how far apart opinions stand",
            "Esteban and Ray 1994; van der Eijk 2001; Pfister et al. 2013",
            List.of(
                required(
                    "measure",
                    "string",
                    "normalized_variance, esteban_ray, bimodality_coefficient, agreement_A or"
                        + " spread"),
                optional("x", "[number]", "opinions; for all measures but agreement_A"),
                optional("alpha", "number", "of esteban_ray, above 0 to 1.6, without it 1"),
                optional("counts", "[number]", "how many gave each rating; for agreement_A")),
            DynamicsOperations::polarization));
  }

  private static Object limit(Degroot.Limit limit) {
    if (limit.opinions().isPresent()) {
      return limit.opinions().get();
    }
    Map<String, Object> circling = new LinkedHashMap<>();
    circling.put("converged", false);
    circling.put("period", limit.period());
    return circling;
  }

  private static FriedkinJohnsen friedkinJohnsen(Given given) {
    return new FriedkinJohnsen(
        w(given), given.at("susceptibility").refusing("invalid_probability").vector());
  }

  private static Object hegselmannKrause(Given given) {
    Given epsilon = given.at("epsilon");
    double[] bounds = epsilon.isList() ? epsilon.vector() : new double[] {epsilon.number()};
    BoundedConfidence.Course course =
        BoundedConfidence.hegselmannKrause(vector(given, "x0"), bounds);
    List<String> flags = course.converged() ? List.of() : List.of("converged=false");
    return new Answer(course.opinions(), flags);
  }

  private static Object socialJudgment(Given given) {
    double[] others = vector(given, "others");
    double[] after = new double[others.length];
    for (int i = 0; i < others.length; i++) {
      after[i] =
          Updates.socialJudgment(
              number(given, "x"),
              others[i],
              number(given, "assimilate"),
              number(given, "contrast"),
              number(given, "mu"));
    }
    return after;
  }

  private static Object polarization(Given given) {
    String measure = given.at("measure").text();
    return switch (measure) {
      case "normalized_variance" -> Polarization.normalizedVariance(vector(given, "x"));
      case "esteban_ray" -> Polarization.estebanRay(vector(given, "x"), given.number("alpha", 1));
      case "bimodality_coefficient" -> Polarization.bimodality(vector(given, "x"));
      case "spread" -> Polarization.spread(vector(given, "x"));
      case "agreement_A" -> Agreement.of(vector(given, "counts"));
      default ->
          throw given
              .at("measure")
              .refusal(
                  "must be one of normalized_variance, esteban_ray, bimodality_coefficient,"
                      + " agreement_A, spread");
    };
  }

  private static double[][] w(Given given) {
    return given.at("W").refusing("invalid_weights").matrix();
  }

  private static double[] vector(Given given, String field) {
    return given.at(field).vector();
  }

  private static double number(Given given, String field) {
    return given.at(field).number();
  }
}
