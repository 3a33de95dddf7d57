package io.lida.cli.lab;

import io.lida.science.Ratio;
import io.lida.science.voting.CardinalRules;
import io.lida.science.voting.MajorityJudgment;
import io.lida.science.voting.Outcome;
import io.lida.science.voting.Quadratic;
import io.lida.science.voting.Star;
import io.lida.science.voting.SurprisinglyPopular;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules on ballots that approve, score, grade, buy or predict. */
final class CardinalOperations {
  private static final Field SCORES =
      Field.required(
          "ballots", "[{<name>: number}]", "scores 0 to 5 of each voter; 0 for what is left out");

  private CardinalOperations() {}

  static List<Operation> all() {
    return List.of(
        rule(
            "approval",
            "most approvals",
            "Brams & Fishburn 1978",
            CardinalOperations::approval,
            Field.required("ballots", "[[string]]", "what each voter approves of"),
            Field.optional(
                "options",
                "[string]",
                "all that could be approved; else all that any ballot names")),
        rule(
            "score",
            "highest sum of scores",
            "Smith 2000",
            given -> CardinalRules.score(ballots(given)),
            SCORES),
        rule(
            "star",
            "of the two highest sums, whom more ballots prefer",
            "Equal Vote Coalition 2014",
            given -> Star.of(ballots(given)),
            SCORES),
        rule(
            "majority_judgment",
            "highest lower median grade; ties by taking median grades away",
            "Balinski & Laraki 2011",
            CardinalOperations::judgment,
            Field.required("grades", "{<name>: [number]}", "the grade from every voter")),
        rule(
            "quadratic",
            "most net votes, of which v cost v squared credits",
            "Lalley & Weyl 2018",
            given -> Quadratic.of(given.at("credits").ratio(), ballots(given)),
            Field.required("credits", "number", "what each voter may spend"),
            Field.required(
                "ballots", "[{<name>: number}]", "votes of each voter, negative against")),
        rule(
            "surprisingly_popular",
            "largest ratio of actual to predicted share",
            "Prelec, Seung & McCoy 2017",
            CardinalOperations::surprising,
            Field.required(
                "answers",
                "[number]",
                "the count or share of each option; or, if that are more or fewer than options, the"
                    + " place of each respondent's option, from 0"),
            Field.required(
                "mean_prediction", "[number]", "the mean predicted share of each option"),
            Field.optional("options", "[string]", "their names; else their places, from 0")));
  }

  private static Operation rule(
      String name, String help, String source, Function<Given, Outcome> rule, Field... fields) {
    return new Operation(
        name, help, source, Ties.with(fields), given -> Ties.settle(given, rule.apply(given)));
  }

  private static Outcome approval(Given given) {
    List<List<String>> ballots =
        given.at("ballots").refusing("invalid_ballot").list().stream().map(Given::texts).toList();
    Collection<String> options =
        given
            .maybe("options")
            .<Collection<String>>map(Given::texts)
            .orElseGet(
                () ->
                    ballots.stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toCollection(TreeSet::new)));
    return CardinalRules.approval(options, ballots);
  }

  private static List<Map<String, Ratio>> ballots(Given given) {
    return given.at("ballots").refusing("invalid_ballot").list().stream()
        .map(CardinalOperations::ballot)
        .toList();
  }

  private static Map<String, Ratio> ballot(Given ballot) {
    Map<String, Ratio> ratings = new LinkedHashMap<>();
    ballot.object().forEach((option, rating) -> ratings.put(option, rating.ratio()));
    return ratings;
  }

  private static Outcome judgment(Given given) {
    Map<String, double[]> grades = new LinkedHashMap<>();
    given
        .at("grades")
        .refusing("invalid_ballot")
        .object()
        .forEach((option, grade) -> grades.put(option, grade.vector()));
    return MajorityJudgment.of(grades);
  }

  private static Outcome surprising(Given given) {
    double[] predicted = given.at("mean_prediction").refusing("invalid_probability").vector();
    Given answers = given.at("answers").refusing("invalid_ballot");
    List<String> options =
        given
            .maybe("options")
            .map(Given::texts)
            .orElseGet(
                () -> IntStream.range(0, predicted.length).mapToObj(Integer::toString).toList());
    boolean perOption = answers.list().size() == options.size();
    return SurprisinglyPopular.of(
        options, perOption ? answers.vector() : counts(answers, options.size()), predicted);
  }

  private static double[] counts(Given answers, int options) {
    double[] counts = new double[options];
    answers.list().forEach(answer -> counts[answer.whole(0, options - 1)]++);
    return counts;
  }
}
