package io.lida.deliberation;

import io.lida.contract.Ballot;
import io.lida.contract.Retally;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.BallotForm;
import io.lida.contract.Scenario.VotingMethod;
import io.lida.deliberation.counting.Derivation;
import io.lida.deliberation.counting.Election;
import io.lida.deliberation.counting.Tally;
import io.lida.science.Ratio;
import io.lida.science.Refusal;
import io.lida.science.voting.Condorcet;
import io.lida.science.voting.Profile;
import io.lida.science.voting.VotingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was voted and stated in a run, counted again under every rule and pooled by every strategy
 * (D10); see {@link Retally}. Pure functions over the fold of a log.
 */
final class Recounting {
  private final State state;
  private final boolean proposal;
  private final List<String> options;
  private final List<VotingMethod> methods;

  private Recounting(State state) {
    this.state = state;
    Scenario.Rules rules = state.manifest().scenario().deliberation();
    proposal = rules.options().isEmpty();
    options =
        proposal ? Derivation.SIDES : rules.options().stream().map(Scenario.Option::id).toList();
    methods =
        Arrays.stream(VotingMethod.values())
            .filter(method -> proposal || method.form() != BallotForm.CHOICE)
            .toList();
  }

  static Retally of(String run, State state) {
    return new Recounting(state).document(run);
  }

  private Retally document(String run) {
    List<Vote> votes = state.votes();
    List<Counted> counted = methods.stream().map(method -> counted(method, votes)).toList();
    List<Retally.Rule> rules = counted.stream().map(Counted::rule).toList();
    Map<String, List<String>> camps = camps(rules);
    Scenario scenario = state.manifest().scenario();
    return new Retally(
        Retally.SCHEMA,
        run,
        scenario.topic(),
        options,
        new Retally.Chosen(
            scenario.deliberation().votingMethod().id(), scenario.deliberation().aggregation()),
        rules,
        camps.size() == 1,
        camps,
        majorities(votes),
        pivotal(votes, counted),
        Aggregation.all(state));
  }

  /** What a rule says, and the seats of those who turned it. */
  private record Counted(Retally.Rule rule, List<Integer> turning) {}

  private Counted counted(VotingMethod method, List<Vote> votes) {
    Retally.Rule rule = count(method, votes);
    return new Counted(rule, turning(method, votes, rule.winners()));
  }

  private Retally.Rule count(VotingMethod method, List<Vote> votes) {
    return method.form() == BallotForm.CHOICE ? tally(method, votes) : election(method, votes);
  }

  private Retally.Rule tally(VotingMethod method, List<Vote> votes) {
    List<Tally.Ballot> ballots =
        votes.stream()
            .map(vote -> new Tally.Ballot(Objects.requireNonNull(vote.choice()), vote.weight()))
            .toList();
    Tally tally = Tally.of(ballots, method, state.ballots(), Ratio.ZERO);
    Choice winner = tally.winner();
    List<String> flags = new ArrayList<>(tally.flags());
    if (tally.reason() != null) {
      flags.add(tally.reason());
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    Choice leading = tally.leading();
    if (leading != null) {
      scores.put(leading.id(), tally.share());
    }
    return new Retally.Rule(
        method.id(), winner == null ? List.of() : List.of(winner.id()), scores, null, flags);
  }

  private Retally.Rule election(VotingMethod method, List<Vote> votes) {
    Optional<List<Ballot>> ballots = ballots(votes, method.form());
    if (ballots.isEmpty()) {
      return none(method, "missing=" + method.form().id());
    }
    List<String> flags = new ArrayList<>();
    if (derived(votes, method.form())) {
      flags.add("derived=" + method.form().id());
    }
    try {
      Election election = Election.of(VotingRule.valueOf(method.name()), options, ballots.get());
      if (election.winners().size() != 1) {
        flags.add(election.winners().isEmpty() ? "no_winner" : "tie");
      }
      return new Retally.Rule(
          method.id(), election.winners(), election.scores(), election.order(), flags);
    } catch (Refusal refusal) {
      return none(method, refusal.code());
    }
  }

  private static Retally.Rule none(VotingMethod method, String flag) {
    return new Retally.Rule(method.id(), List.of(), Map.of(), null, List.of(flag));
  }

  /** All ballots in a form; empty where one of them does not say enough. */
  private Optional<List<Ballot>> ballots(List<Vote> votes, BallotForm form) {
    Map<Integer, Turn> last = state.transcript().last();
    List<Ballot> ballots = new ArrayList<>();
    for (Vote vote : votes) {
      Optional<Ballot> ballot = ballot(vote, last.get(vote.seat()), form);
      if (ballot.isEmpty()) {
        return Optional.empty();
      }
      ballots.add(ballot.get());
    }
    return Optional.of(ballots);
  }

  private static Optional<Ballot> ballot(Vote vote, @Nullable Turn last, BallotForm form) {
    Choice choice = vote.choice();
    return choice == null
        ? Derivation.of(Objects.requireNonNull(vote.ballot()), form)
        : Derivation.ofChoice(choice, last == null ? null : last.stance(), form);
  }

  private boolean derived(List<Vote> votes, BallotForm form) {
    return proposal
        || votes.stream()
            .anyMatch(vote -> Derivation.form(Objects.requireNonNull(vote.ballot())) != form);
  }

  private static Map<String, List<String>> camps(List<Retally.Rule> rules) {
    Map<String, List<String>> camps = new LinkedHashMap<>();
    for (Retally.Rule rule : rules) {
      if (rule.winners().size() == 1) {
        camps
            .computeIfAbsent(rule.winners().getFirst(), winner -> new ArrayList<>())
            .add(rule.rule());
      }
    }
    return camps;
  }

  private Retally.@Nullable Majorities majorities(List<Vote> votes) {
    Optional<List<Ballot>> ballots = ballots(votes, BallotForm.RANKING);
    if (ballots.isEmpty() || votes.isEmpty()) {
      return null;
    }
    Profile profile = Election.profile(options, ballots.get());
    Map<String, Long> preferred = new LinkedHashMap<>();
    for (String one : options) {
      for (String other : options) {
        if (!one.equals(other)) {
          preferred.put(one + ">" + other, profile.preferring(one, other));
        }
      }
    }
    Condorcet condorcet = Condorcet.of(profile);
    return new Retally.Majorities(
        preferred, condorcet.winner(), condorcet.smithSet(), cycle(profile, condorcet.smithSet()));
  }

  /** Where nobody in the set is unbeaten within it, and somebody is beaten, majorities circle. */
  private static boolean cycle(Profile profile, List<String> smithSet) {
    return smithSet.size() > 1
        && smithSet.stream()
            .allMatch(
                one ->
                    smithSet.stream()
                        .anyMatch(
                            other ->
                                profile.preferring(other, one) > profile.preferring(one, other)));
  }

  /**
   * Those without whom others would win under a rule. No rule asks who cast a ballot, so one voter
   * is left out for all who cast the same.
   */
  private List<Integer> turning(VotingMethod method, List<Vote> votes, List<String> winners) {
    Map<Integer, Turn> last = state.transcript().last();
    Map<Object, Boolean> turns = new HashMap<>();
    List<Integer> turning = new ArrayList<>();
    for (Vote vote : votes) {
      boolean turned =
          turns.computeIfAbsent(
              cast(vote, last.get(vote.seat()), method.form()),
              unheard -> !count(method, without(vote, votes)).winners().equals(winners));
      if (turned) {
        turning.add(vote.seat());
      }
    }
    return turning;
  }

  private static List<Vote> without(Vote left, List<Vote> votes) {
    return votes.stream().filter(vote -> vote != left).toList();
  }

  private static Object cast(Vote vote, @Nullable Turn last, BallotForm form) {
    return form == BallotForm.CHOICE
        ? List.of(Objects.requireNonNull(vote.choice()), vote.weight())
        : ballot(vote, last, form);
  }

  /** Who turned any rule, in the order of the votes. */
  private static List<Retally.Pivotal> pivotal(List<Vote> votes, List<Counted> counted) {
    List<Retally.Pivotal> pivotal = new ArrayList<>();
    for (Vote vote : votes) {
      List<String> turned =
          counted.stream()
              .filter(one -> one.turning().contains(vote.seat()))
              .map(one -> one.rule().rule())
              .toList();
      if (!turned.isEmpty()) {
        pivotal.add(new Retally.Pivotal(vote.speaker(), vote.name(), turned));
      }
    }
    return pivotal;
  }
}
