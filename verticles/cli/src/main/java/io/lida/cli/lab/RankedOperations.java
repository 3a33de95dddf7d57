package io.lida.cli.lab;

import io.lida.science.voting.Condorcet;
import io.lida.science.voting.Profile;
import io.lida.science.voting.RankedBallot;
import io.lida.science.voting.RankedRule;
import io.lida.science.voting.SideBySide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules on ranked ballots. */
final class RankedOperations {
  private static final Field BALLOTS =
      Field.required(
          "ballots",
          "[{count: number, ranking: [string or [string]]}]",
          "best first; a list within is a shared rank; options left out share the last; count is 1"
              + " unless given");
  private static final Field OPTIONS =
      Field.optional(
          "options", "[string]", "all that could be ranked; else all that any ballot names");

  private RankedOperations() {}

  static List<Operation> all() {
    return List.of(
        rule(RankedRule.PLURALITY, "most first places", "customary"),
        rule(RankedRule.TWO_ROUND, "the two most placed first, then a runoff", "customary"),
        rule(RankedRule.BORDA, "most points, m-1 for a first place down to 0", "Borda 1781"),
        rule(
            RankedRule.CONDORCET,
            "who beats everyone, or nobody, and the Smith set",
            "Condorcet 1785; Smith 1973"),
        rule(RankedRule.COPELAND, "most pairwise wins, half for a tie", "Copeland 1951"),
        rule(
            RankedRule.MINIMAX,
            "smallest worst defeat by winning votes",
            "Simpson 1969; Kramer 1977"),
        rule(RankedRule.SCHULZE, "strongest paths by winning votes", "Schulze 2011"),
        rule(RankedRule.RANKED_PAIRS, "strongest majorities locked in first", "Tideman 1987"),
        rule(
            RankedRule.KEMENY,
            "the order that most preferences agree with, for at most 9 options",
            "Kemeny 1959; Young 1988"),
        rule(
            RankedRule.IRV,
            "fewest first places are eliminated until a majority",
            "Hare 1859; Ware 1871"),
        rule(RankedRule.COOMBS, "most last places are eliminated until a majority", "Coombs 1964"),
        new Operation(
            "pairwise",
            "ballots that place x above y, as \"x>y\", and the Condorcet winner",
            "Condorcet 1785",
            List.of(BALLOTS, OPTIONS),
            RankedOperations::pairwise),
        new Operation(
            "compare_rules",
            "the winners under all ranked rules, and whether these agree",
            "Arrow 1951",
            List.of(BALLOTS, OPTIONS),
            RankedOperations::compare));
  }

  private static Operation rule(RankedRule rule, String help, String source) {
    return new Operation(
        name(rule),
        help,
        source,
        Ties.with(BALLOTS, OPTIONS),
        given -> Ties.settle(given, rule.tally(profile(given))));
  }

  private static String name(RankedRule rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }

  private static Profile profile(Given given) {
    List<RankedBallot> ballots =
        given.at("ballots").refusing("invalid_ballot").list().stream()
            .map(RankedOperations::ballot)
            .toList();
    return given
        .maybe("options")
        .map(options -> Profile.of(options.texts(), ballots))
        .orElseGet(() -> Profile.of(ballots));
  }

  private static RankedBallot ballot(Given ballot) {
    ballot.only(List.of("count", "ranking"));
    long count = ballot.maybe("count").map(Given::count).orElse(1L);
    return ranking(ballot.at("ranking"), count);
  }

  static RankedBallot ranking(Given ranking, long count) {
    List<List<String>> levels = new ArrayList<>();
    for (Given level : ranking.list()) {
      levels.add(level.isList() ? level.texts() : List.of(level.text()));
    }
    return new RankedBallot(levels, count);
  }

  private static Object pairwise(Given given) {
    Profile profile = profile(given);
    Map<String, Long> matrix = new LinkedHashMap<>();
    for (String x : profile.options()) {
      for (String y : profile.options()) {
        if (!x.equals(y)) {
          matrix.put(x + ">" + y, profile.preferring(x, y));
        }
      }
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("matrix", matrix);
    value.put("condorcet", Condorcet.of(profile).winner());
    return value;
  }

  private static Object compare(Given given) {
    SideBySide sideBySide = SideBySide.of(profile(given));
    Map<String, List<String>> winners = new LinkedHashMap<>();
    sideBySide.winners().forEach((rule, who) -> winners.put(name(rule), who));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("winners", winners);
    value.put("agree", sideBySide.agree());
    return value;
  }
}
