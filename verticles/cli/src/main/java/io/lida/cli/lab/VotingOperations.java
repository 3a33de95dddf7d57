package io.lida.cli.lab;

import io.lida.science.Ratio;
import io.lida.science.voting.WeightedGame;
import java.util.List;

/** Votes, ballots and power. */
final class VotingOperations {
  private static final Field WEIGHTS =
      Field.required("weights", "[number]", "the votes of each member");
  private static final Field QUOTA =
      Field.required("quota", "number", "the votes with which a coalition wins");

  private VotingOperations() {}

  static List<Operation> all() {
    return List.of(
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

  private static WeightedGame game(Given given) {
    List<Ratio> weights =
        given.at("weights").refusing("invalid_weights").list().stream().map(Given::ratio).toList();
    return new WeightedGame(weights, given.at("quota").refusing("invalid_quota").ratio());
  }
}
