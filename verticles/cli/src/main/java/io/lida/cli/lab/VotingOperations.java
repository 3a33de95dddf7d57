package io.lida.cli.lab;

import java.util.List;
import java.util.stream.Stream;

/** Votes, ballots and power. */
final class VotingOperations {
  private VotingOperations() {}

  static List<Operation> all() {
    return Stream.of(
            ProposalOperations.all(),
            RankedOperations.all(),
            CardinalOperations.all(),
            PowerOperations.all())
        .flatMap(List::stream)
        .toList();
  }
}
