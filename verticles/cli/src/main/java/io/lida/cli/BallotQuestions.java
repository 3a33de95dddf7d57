package io.lida.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Ballot;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Asks for a ballot on options, in the form that the voting method counts. */
final class BallotQuestions {
  private static final double WHOLE = 100;
  private static final double ROUNDING = 2;

  private final Questions ask;
  private final List<Scenario.Option> options;
  private final List<String> ids;

  BallotQuestions(Questions ask, List<Scenario.Option> options) {
    this.ask = ask;
    this.options = options;
    this.ids = options.stream().map(Scenario.Option::id).toList();
  }

  /** The fields of the ballot; empty when the person passes. */
  Map<String, JsonNode> ballot(Scenario.BallotForm form) {
    for (int at = 0; at < options.size(); at++) {
      Scenario.Option option = options.get(at);
      ask.say("  " + (at + 1) + " " + option.id() + ": " + Plain.line(option.text()));
    }
    return switch (form) {
      case CHOICE -> Map.of();
      case RANKING -> ranking();
      case APPROVAL -> approval();
      case SCORES -> each("scores", "points, 0 to " + Ballot.TOP);
      case GRADES -> each("grades", "0 reject, 1 poor, 2 acceptable, 3 good, 4 very good, 5 best");
      case CREDITS -> credits();
      case PREDICTION -> prediction();
    };
  }

  private Map<String, JsonNode> ranking() {
    while (true) {
      String said = ask.line("best first, such as 2 1=3");
      if (said.isEmpty()) {
        return Map.of();
      }
      List<List<String>> levels = new ArrayList<>();
      Set<String> seen = new LinkedHashSet<>();
      boolean fits = true;
      for (String level : said.strip().split("[\\s,>]+")) {
        List<String> equal = named(level.split("="));
        fits &= !equal.isEmpty() && equal.stream().allMatch(seen::add);
        levels.add(equal);
      }
      if (fits) {
        return Map.of("ranking", Wire.tree(levels));
      }
      ask.say("  each option once, by its number or id, = between those held equal");
    }
  }

  private Map<String, JsonNode> approval() {
    while (true) {
      String said = ask.line("which of them would do, such as 1 3");
      if (said.isEmpty()) {
        return Map.of();
      }
      List<String> approved = named(said.strip().split("[\\s,]+"));
      if (!approved.isEmpty()) {
        return Map.of("approve", Wire.tree(approved));
      }
      ask.say("  numbers or ids of the options above are wanted");
    }
  }

  /** The options meant, each once; empty when a word names none. */
  private List<String> named(String... words) {
    Set<String> named = new LinkedHashSet<>();
    for (String word : words) {
      String id = Questions.named(word, ids);
      if (id == null) {
        return List.of();
      }
      named.add(id);
    }
    return List.copyOf(named);
  }

  private Map<String, JsonNode> each(String field, String scale) {
    while (true) {
      Map<String, Double> given = numbers(scale, 0, Ballot.TOP);
      if (given.isEmpty()) {
        return Map.of();
      }
      if (given.values().stream().allMatch(value -> value == Math.rint(value))) {
        return Map.of(field, Wire.tree(given));
      }
      ask.say("  whole numbers are wanted");
    }
  }

  private Map<String, JsonNode> credits() {
    ask.say("  " + Ballot.BUDGET + " credits buy votes: v votes cost v times v, below 0 against");
    while (true) {
      Map<String, Double> votes = numbers("votes", -10, 10);
      double cost = votes.values().stream().mapToDouble(vote -> vote * vote).sum();
      if (cost <= Ballot.BUDGET) {
        return votes.isEmpty() ? Map.of() : Map.of("votes", Wire.tree(votes));
      }
      ask.say("  that costs " + Figures.plain(cost) + " of " + Ballot.BUDGET + " credits");
    }
  }

  private Map<String, JsonNode> prediction() {
    String answer = ask.choice("which do you hold right", ids);
    if (answer == null) {
      return Map.of();
    }
    while (true) {
      Map<String, Double> expects = numbers("% of the panel expected to say so", 0, WHOLE);
      double sum = expects.values().stream().mapToDouble(Double::doubleValue).sum();
      if (Math.abs(sum - WHOLE) <= ROUNDING) {
        return Map.of("vote", Wire.tree(answer), "expects", Wire.tree(expects));
      }
      ask.say("  they should make 100 %, and make " + Figures.plain(sum));
    }
  }

  /** A number for each option, 0 where Enter leaves it; empty when it leaves the first. */
  private Map<String, Double> numbers(String what, double least, double most) {
    Map<String, Double> given = new LinkedHashMap<>();
    for (String id : ids) {
      OptionalDouble number = ask.number("  " + id + ", " + what, least, most);
      if (number.isEmpty() && given.isEmpty()) {
        return Map.of();
      }
      given.put(id, number.orElse(0));
    }
    return given;
  }
}
