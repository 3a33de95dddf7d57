package io.lida.deliberation;

import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.RunEvent.Vote;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where each seat stands on the proposal in the end: what it last said at the table, or, where
 * nobody speaks, what its ballots say. Pure functions.
 */
final class Opinions {
  private Opinions() {}

  /**
   * Where one stands.
   *
   * @param round in which it was said
   * @param stance -1 (no) to 1 (yes)
   * @param confidence 0 to 1
   */
  record Opinion(int seat, String speaker, int round, double stance, double confidence) {
    /** Of a yes: the stance on the scale of a probability. */
    double probability() {
      return (1 + stance) / 2;
    }

    private static Opinion of(Turn turn) {
      return new Opinion(
          turn.seat(), turn.speaker(), turn.round(), turn.stance(), turn.confidence());
    }

    /**
     * A ballot for is a stance as far on that side as its voter is sure; the mean of all counts.
     */
    private static Opinion of(List<Vote> ballots) {
      Vote first = ballots.getFirst();
      return new Opinion(
          first.seat(),
          first.speaker(),
          0,
          ballots.stream().mapToDouble(Opinion::side).average().orElse(0),
          ballots.stream().mapToDouble(Vote::confidence).average().orElse(0));
    }

    private static double side(Vote ballot) {
      return ballot.choice() == Choice.FOR
          ? ballot.confidence()
          : ballot.choice() == Choice.AGAINST ? -ballot.confidence() : 0;
    }
  }

  /** By seat, those who said or voted anything; ballots on options say nothing on the proposal. */
  static List<Opinion> of(State state) {
    Map<Integer, Turn> said = state.transcript().last();
    if (!said.isEmpty()) {
      return said.values().stream().map(Opinion::of).toList();
    }
    Map<Integer, List<Vote>> ballots =
        state.votes().stream()
            .filter(vote -> vote.choice() != null)
            .collect(Collectors.groupingBy(Vote::seat, TreeMap::new, Collectors.toList()));
    return ballots.values().stream().map(Opinion::of).toList();
  }
}
