package io.lida.deliberation;

import io.lida.contract.Manifest;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Decided;
import io.lida.contract.RunEvent.Decision;
import io.lida.contract.RunEvent.Dissent;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Scenario;
import io.lida.science.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a deliberation came to: the decision by its method, the dissent, the pooled confidence. */
final class Outcome {
  /** A stance this near to 0 is for neither side. */
  static final double NEUTRAL = 0.05;

  private static final double ROUNDING = 1e-12;

  private Outcome() {}

  /** Counts the votes and pools the last stances. */
  static Decided of(State state) {
    Scenario.Rules rules = state.manifest().scenario().deliberation();
    List<Tally.Ballot> ballots =
        state.votes().stream().map(vote -> new Tally.Ballot(vote.choice(), vote.weight())).toList();
    Tally tally = Tally.of(ballots, rules.votingMethod(), state.seats(), quorum(rules));
    Ratio threshold = Ratio.parse(rules.consensusThreshold());
    Decision decision =
        new Decision(
            rules.votingMethod().id(),
            threshold.value(),
            tally.winner() == Choice.FOR,
            tally.share(),
            tally.winner() != null && meets(tally, rules, threshold),
            tally.winner(),
            tally.reason(),
            counts(tally),
            dissent(state, tally.leading()),
            tally.flags());
    return new Decided(decision, Aggregation.of(rules.aggregation(), state));
  }

  /** Whether the stances last stated, taken as votes, would reach the consensus threshold. */
  static boolean stancesAgree(State state) {
    Scenario.Rules rules = state.manifest().scenario().deliberation();
    List<Tally.Ballot> ballots =
        state.transcript().last().values().stream()
            .map(turn -> new Tally.Ballot(choice(turn.stance()), seat(state, turn).weight()))
            .toList();
    Tally tally = Tally.of(ballots, rules.votingMethod(), state.seats(), quorum(rules));
    return tally.winner() != null && meets(tally, rules, Ratio.parse(rules.consensusThreshold()));
  }

  /** The side a stance is on. */
  static Choice choice(double stance) {
    return stance > NEUTRAL ? Choice.FOR : stance < -NEUTRAL ? Choice.AGAINST : Choice.ABSTAIN;
  }

  private static Ratio quorum(Scenario.Rules rules) {
    return Ratio.parse(java.math.BigDecimal.valueOf(rules.quorum()).toPlainString());
  }

  /** Counts are compared exactly; only a weighted share is a rounded number. */
  private static boolean meets(Tally tally, Scenario.Rules rules, Ratio threshold) {
    if (rules.votingMethod() == Scenario.VotingMethod.WEIGHTED) {
      return tally.share() >= threshold.value() - ROUNDING;
    }
    int yes = tally.counts().getOrDefault(Choice.FOR, 0);
    int no = tally.counts().getOrDefault(Choice.AGAINST, 0);
    return Ratio.of(Math.max(yes, no), yes + no).compareTo(threshold) >= 0;
  }

  private static Map<String, Integer> counts(Tally tally) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Choice choice : Choice.values()) {
      counts.put(choice.id(), tally.counts().getOrDefault(choice, 0));
    }
    return counts;
  }

  private static List<Dissent> dissent(State state, @Nullable Choice leading) {
    if (leading == null) {
      return List.of();
    }
    Map<Integer, Turn> last = state.transcript().last();
    return state.votes().stream()
        .filter(vote -> vote.choice() != leading && vote.choice() != Choice.ABSTAIN)
        .map(vote -> dissent(vote, last.get(vote.seat())))
        .toList();
  }

  private static Dissent dissent(Vote vote, @Nullable Turn last) {
    return new Dissent(
        vote.speaker(), vote.name(), vote.choice(), vote.reason(), last == null ? null : last.id());
  }

  private static Manifest.Seat seat(State state, Turn turn) {
    return state.manifest().seats().get(turn.seat());
  }
}
