package io.lida.deliberation.counting;

import io.lida.contract.Ballot;
import io.lida.science.Ratio;
import io.lida.science.Refusal;
import io.lida.science.voting.CardinalRules;
import io.lida.science.voting.Kemeny;
import io.lida.science.voting.MajorityJudgment;
import io.lida.science.voting.Outcome;
import io.lida.science.voting.PairwiseRules;
import io.lida.science.voting.Profile;
import io.lida.science.voting.Quadratic;
import io.lida.science.voting.RankedBallot;
import io.lida.science.voting.RankedPairs;
import io.lida.science.voting.Scores;
import io.lida.science.voting.Star;
import io.lida.science.voting.SurprisinglyPopular;
import io.lida.science.voting.VotingRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ballots on options, counted by one rule of {@code science.md} 1.2.
 *
 * @param winners all that win, in lexicographic order: several in a tie, none where the rule names
 *     nobody
 * @param scores what the rule counted for each option; empty where it gives no figures
 * @param order from best to worst, by rules that make one; else absent
 */
public record Election(
    List<String> winners, Map<String, Double> scores, @Nullable List<String> order) {

  /**
   * Counts.
   *
   * @param options all that could be chosen
   * @param ballots in the form the rule asks for
   * @throws Refusal {@code empty_input} without ballots, {@code invalid_ballot} for one of another
   *     form, and what the rule itself refuses
   */
  public static Election of(VotingRule rule, List<String> options, List<Ballot> ballots) {
    return switch (rule.form()) {
      case RANKING -> ranked(rule, profile(options, ballots));
      case APPROVAL -> scored(CardinalRules.approval(options, approvals(ballots)));
      case SCORES -> rated(rule, rated(options, ballots));
      case GRADES -> graded(options, ballots);
      case CREDITS -> bought(options, ballots);
      case PREDICTION -> predicted(options, ballots);
      case CHOICE -> throw new Refusal("invalid_ballot", rule.id() + " decides on a proposal");
    };
  }

  /** Ranked ballots, for any number of rules. */
  public static Profile profile(List<String> options, List<Ballot> ballots) {
    List<RankedBallot> ranked = new ArrayList<>();
    for (Ballot ballot : ballots) {
      ranked.add(new RankedBallot(of(ballot, Ballot.Ranking.class).levels(), 1));
    }
    return Profile.of(options, ranked);
  }

  private static Election ranked(VotingRule rule, Profile profile) {
    Outcome outcome = rule.ranked().orElseThrow().tally(profile);
    return switch (outcome) {
      case Scores scores -> scored(scores);
      case PairwiseRules.Minimax minimax ->
          new Election(minimax.winners(), doubles(minimax.worstDefeat()), null);
      case RankedPairs pairs -> new Election(pairs.winners(), Map.of(), pairs.order());
      case Kemeny kemeny -> new Election(kemeny.winners(), Map.of(), kemeny.order());
      default -> new Election(outcome.winners(), Map.of(), null);
    };
  }

  private static Election rated(VotingRule rule, List<Map<String, Ratio>> ballots) {
    if (rule == VotingRule.STAR) {
      Star star = Star.of(ballots);
      return new Election(star.winners(), ratios(star.totals()), null);
    }
    return scored(CardinalRules.score(ballots));
  }

  private static Election graded(List<String> options, List<Ballot> ballots) {
    Map<String, double[]> grades = new LinkedHashMap<>();
    for (String option : options) {
      grades.put(
          option,
          ballots.stream()
              .mapToDouble(ballot -> grade(of(ballot, Ballot.Grades.class), option))
              .toArray());
    }
    MajorityJudgment judgment = MajorityJudgment.of(grades);
    return new Election(judgment.winners(), judgment.medians(), null);
  }

  private static double grade(Ballot.Grades ballot, String option) {
    return ballot.grades().getOrDefault(option, 0);
  }

  private static Election bought(List<String> options, List<Ballot> ballots) {
    List<Map<String, Ratio>> votes = new ArrayList<>();
    for (Ballot ballot : ballots) {
      Map<String, Ratio> bought = new LinkedHashMap<>();
      Map<String, Double> stated = of(ballot, Ballot.Credits.class).votes();
      options.forEach(option -> bought.put(option, exact(stated.getOrDefault(option, 0.0))));
      votes.add(bought);
    }
    Quadratic quadratic = Quadratic.of(Ratio.of(Ballot.BUDGET, 1), votes);
    return new Election(quadratic.winners(), ratios(quadratic.totals()), null);
  }

  private static Election predicted(List<String> options, List<Ballot> ballots) {
    double[] answers = new double[options.size()];
    double[] expected = new double[options.size()];
    for (Ballot ballot : ballots) {
      Ballot.Prediction prediction = of(ballot, Ballot.Prediction.class);
      for (int option = 0; option < answers.length; option++) {
        String id = options.get(option);
        answers[option] += prediction.answer().equals(id) ? 1 : 0;
        expected[option] += prediction.expects().getOrDefault(id, 0.0) / ballots.size();
      }
    }
    for (int option = 0; option < expected.length; option++) {
      expected[option] = Math.clamp(expected[option], LEAST_EXPECTED, 1);
    }
    SurprisinglyPopular popular = SurprisinglyPopular.of(options, answers, expected);
    Map<String, Double> ratio = new LinkedHashMap<>();
    for (int option = 0; option < expected.length; option++) {
      ratio.put(options.get(option), popular.ratio()[option]);
    }
    return new Election(popular.winners(), ratio, null);
  }

  /** What nobody expects is floored as in {@code science.md} 3.8. */
  private static final double LEAST_EXPECTED = 1e-6;

  private static List<List<String>> approvals(List<Ballot> ballots) {
    return ballots.stream().map(ballot -> of(ballot, Ballot.Approval.class).approved()).toList();
  }

  private static List<Map<String, Ratio>> rated(List<String> options, List<Ballot> ballots) {
    List<Map<String, Ratio>> rated = new ArrayList<>();
    for (Ballot ballot : ballots) {
      Map<String, Integer> scores = of(ballot, Ballot.Scores.class).scores();
      Map<String, Ratio> whole = new LinkedHashMap<>();
      options.forEach(option -> whole.put(option, Ratio.of(scores.getOrDefault(option, 0), 1)));
      rated.add(whole);
    }
    return rated;
  }

  private static <B extends Ballot> B of(Ballot ballot, Class<B> form) {
    if (!form.isInstance(ballot)) {
      throw new Refusal(
          "invalid_ballot", "a ballot is not of the form " + form.getSimpleName().toLowerCase());
    }
    return form.cast(ballot);
  }

  private static Election scored(Scores scores) {
    return new Election(scores.winners(), ratios(scores.scores()), null);
  }

  private static Ratio exact(double votes) {
    return Ratio.parse(java.math.BigDecimal.valueOf(votes).toPlainString());
  }

  private static Map<String, Double> ratios(Map<String, Ratio> exact) {
    Map<String, Double> values = new LinkedHashMap<>();
    exact.forEach((option, value) -> values.put(option, value.value()));
    return values;
  }

  private static Map<String, Double> doubles(Map<String, Long> counts) {
    Map<String, Double> values = new LinkedHashMap<>();
    counts.forEach((option, count) -> values.put(option, count.doubleValue()));
    return values;
  }
}
