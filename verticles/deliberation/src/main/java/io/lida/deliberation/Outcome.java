package io.lida.deliberation;

import io.lida.contract.Ballot;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Decided;
import io.lida.contract.RunEvent.Decision;
import io.lida.contract.RunEvent.Dissent;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.BallotForm;
import io.lida.deliberation.counting.Election;
import io.lida.deliberation.counting.FirstPlaces;
import io.lida.deliberation.counting.Tally;
import io.lida.science.Ratio;
import io.lida.science.voting.VotingRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
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
    Decision decision =
        rules.votingMethod().form() == BallotForm.CHOICE
            ? onProposal(state, rules)
            : onOptions(state, rules);
    return new Decided(decision, Aggregation.of(rules.aggregation(), state));
  }

  private static Decision onProposal(State state, Scenario.Rules rules) {
    List<Tally.Ballot> ballots =
        state.votes().stream()
            .map(vote -> new Tally.Ballot(Objects.requireNonNull(vote.choice()), vote.weight()))
            .toList();
    Tally tally = Tally.of(ballots, rules.votingMethod(), state.ballots(), quorum(rules));
    Ratio threshold = Ratio.parse(rules.consensusThreshold());
    Choice winner = tally.winner();
    Choice leading = tally.leading();
    return new Decision(
        rules.votingMethod().id(),
        threshold.value(),
        winner == Choice.FOR,
        tally.share(),
        winner != null && meets(tally, rules, threshold),
        winner == null ? null : winner.id(),
        winner == null ? List.of() : List.of(winner.id()),
        tally.reason(),
        counts(tally),
        Map.of(),
        leading == null
            ? List.of()
            : dissent(state, vote -> vote.choice() != leading && vote.choice() != Choice.ABSTAIN),
        tally.flags());
  }

  private static Decision onOptions(State state, Scenario.Rules rules) {
    List<String> options = rules.options().stream().map(Scenario.Option::id).toList();
    List<Ballot> ballots =
        state.votes().stream().map(vote -> Objects.requireNonNull(vote.ballot())).toList();
    Ratio threshold = Ratio.parse(rules.consensusThreshold());
    boolean quorate =
        Ratio.of(ballots.size(), state.ballots()).compareTo(quorum(rules)) >= 0
            && !ballots.isEmpty();
    Election election =
        ballots.isEmpty()
            ? new Election(List.of(), Map.of(), null)
            : Election.of(VotingRule.valueOf(rules.votingMethod().name()), options, ballots);
    List<String> winners = election.winners();
    String winner = quorate && winners.size() == 1 ? winners.getFirst() : null;
    double share =
        winners.stream().mapToDouble(option -> FirstPlaces.share(option, ballots)).max().orElse(0);
    String reason =
        ballots.isEmpty()
            ? "no_votes"
            : !quorate
                ? "no_quorum"
                : winners.isEmpty() ? "no_winner" : winners.size() > 1 ? "tie" : null;
    return new Decision(
        rules.votingMethod().id(),
        threshold.value(),
        winner != null,
        share,
        winner != null && share >= threshold.value() - ROUNDING,
        winner,
        quorate ? winners : List.of(),
        reason,
        firstPlaces(options, ballots),
        election.scores(),
        winner == null
            ? List.of()
            : dissent(
                state,
                vote -> !FirstPlaces.of(Objects.requireNonNull(vote.ballot())).contains(winner)),
        List.of());
  }

  private static Map<String, Integer> firstPlaces(List<String> options, List<Ballot> ballots) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String option : options) {
      double share = FirstPlaces.share(option, ballots);
      places.put(option, (int) Math.floor(share * ballots.size() + ROUNDING));
    }
    return places;
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

  /** Who votes the same several times dissents once, with the first reason given. */
  private static List<Dissent> dissent(State state, Predicate<Vote> dissents) {
    Map<Integer, Turn> last = state.transcript().last();
    Map<String, Dissent> named = new LinkedHashMap<>();
    state.votes().stream()
        .filter(dissents)
        .map(vote -> dissent(vote, last.get(vote.seat())))
        .forEach(one -> named.putIfAbsent(one.speaker() + " " + one.choice(), one));
    return List.copyOf(named.values());
  }

  private static Dissent dissent(Vote vote, @Nullable Turn last) {
    return new Dissent(
        vote.speaker(),
        vote.name(),
        Sentences.voted(vote),
        vote.reason(),
        last == null ? null : last.id());
  }

  private static Manifest.Seat seat(State state, Turn turn) {
    return state.manifest().seats().get(turn.seat());
  }
}
