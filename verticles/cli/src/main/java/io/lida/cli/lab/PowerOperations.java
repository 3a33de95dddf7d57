package io.lida.cli.lab;

import io.lida.science.Ratio;
import io.lida.science.voting.Jury;
import io.lida.science.voting.WeightedGame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The power of voters, and how often juries are right. */
final class PowerOperations {
  private static final Field WEIGHTS =
      Field.required("weights", "[number]", "the votes of each member");
  private static final Field QUOTA =
      Field.required("quota", "number", "the votes with which a coalition wins");

  private PowerOperations() {}

  static List<Operation> all() {
    return List.of(
        new Operation(
            "jury_probability",
            "the probability that a jury's weighted majority is right",
            "Condorcet 1785; Shapley & Grofman 1984",
            List.of(
                Field.required("competence", "[number]", "how probably each juror is right"),
                Field.optional(
                    "weights",
                    "[number] or string",
                    "of each juror, or \"log_odds\" for the optimal ones; equal by default")),
            PowerOperations::jury),
        new Operation(
            "banzhaf",
            "each member's share of all swings",
            "Banzhaf 1965",
            List.of(WEIGHTS, QUOTA),
            given -> game(given).banzhaf()),
        new Operation(
            "shapley_shubik",
            "the share of orders in which each member is pivotal",
            "Shapley & Shubik 1954",
            List.of(WEIGHTS, QUOTA),
            given -> game(given).shapleyShubik()));
  }

  private static Object jury(Given given) {
    Jury jury = new Jury(given.at("competence").refusing("invalid_probability").vector());
    Optional<double[]> weights =
        given.maybe("weights").map(own -> weights(own.refusing("invalid_weights"), jury));
    boolean equalised =
        weights.isPresent() && Arrays.stream(weights.get()).allMatch(weight -> weight == 0);
    return new Answer(
        weights.map(jury::probability).orElseGet(jury::majorityProbability),
        equalised ? List.of("weights_fallback=equal") : List.of());
  }

  private static double[] weights(Given weights, Jury jury) {
    if (weights.isList()) {
      return weights.vector();
    }
    if (!weights.isText() || !weights.text().equals("log_odds")) {
      throw weights.refusal("must be a list of numbers or \"log_odds\"");
    }
    return jury.logOddsWeights();
  }

  private static WeightedGame game(Given given) {
    List<Ratio> weights =
        given.at("weights").refusing("invalid_weights").list().stream().map(Given::ratio).toList();
    return new WeightedGame(weights, given.at("quota").refusing("invalid_quota").ratio());
  }
}
