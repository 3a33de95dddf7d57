package io.lida.deliberation;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Ballot;
import io.lida.contract.Scenario.BallotForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads a ballot on options from a reply. What is not in its form, out of range or about something
 * that is no option makes the ballot unreadable; nothing is guessed. Pure functions.
 */
final class Ballots {
  private static final List<String> GRADES =
      List.of("reject", "poor", "acceptable", "good", "very good", "excellent");

  private Ballots() {}

  /** The ballot; empty when there is none in this form. */
  static Optional<Ballot> of(JsonNode json, BallotForm form, Set<String> options) {
    return switch (form) {
      case CHOICE -> Optional.empty();
      case RANKING -> ranking(json, options).map(Ballot.Ranking::new);
      case APPROVAL ->
          named(json.has("approve") ? json.path("approve") : json.path("vote"), options)
              .map(Ballot.Approval::new);
      case SCORES -> whole(json.path("scores"), options).map(Ballot.Scores::new);
      case GRADES -> whole(json.path("grades"), options).map(Ballot.Grades::new);
      case CREDITS -> credits(json.path("votes"), options);
      case PREDICTION -> prediction(json, options);
    };
  }

  private static Optional<List<List<String>>> ranking(JsonNode json, Set<String> options) {
    JsonNode stated = json.path("ranking");
    if (stated.isMissingNode()) {
      return named(json.path("vote"), options)
          .filter(first -> first.size() == 1)
          .map(first -> List.of(first));
    }
    List<List<String>> levels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode level : stated) {
      Optional<List<String>> ids = named(level, options);
      if (ids.isEmpty() || ids.get().isEmpty() || !ids.get().stream().allMatch(seen::add)) {
        return Optional.empty();
      }
      levels.add(ids.get());
    }
    return levels.isEmpty() ? Optional.empty() : Optional.of(levels);
  }

  /** One id, or a list of different ones. */
  private static Optional<List<String>> named(JsonNode value, Set<String> options) {
    List<String> ids = new ArrayList<>();
    if (value.isTextual()) {
      ids.add(value.asText().strip());
    } else if (value.isArray()) {
      value.forEach(item -> ids.add(item.asText().strip()));
    } else {
      return Optional.empty();
    }
    boolean known = options.containsAll(ids) && new HashSet<>(ids).size() == ids.size();
    return known ? Optional.of(ids) : Optional.empty();
  }

  private static Optional<Map<String, Integer>> whole(JsonNode values, Set<String> options) {
    return numbers(values, options)
        .filter(
            read ->
                read.values().stream()
                    .allMatch(v -> v >= 0 && v <= Ballot.TOP && v == Math.rint(v)))
        .map(
            read -> {
              Map<String, Integer> all = new LinkedHashMap<>();
              options.forEach(id -> all.put(id, read.getOrDefault(id, 0.0).intValue()));
              return all;
            });
  }

  private static Optional<Ballot> credits(JsonNode values, Set<String> options) {
    return numbers(values, options)
        .filter(
            read -> read.values().stream().mapToDouble(v -> v * v).sum() <= Ballot.BUDGET + 1e-9)
        .map(Ballot.Credits::new);
  }

  /** Expectations may be shares or hundredths; they must sum to one whole, give or take 2 %. */
  private static Optional<Ballot> prediction(JsonNode json, Set<String> options) {
    Optional<List<String>> answer = named(json.path("vote"), options);
    Optional<Map<String, Double>> stated = numbers(json.path("expects"), options);
    if (answer.isEmpty() || answer.get().size() != 1 || stated.isEmpty()) {
      return Optional.empty();
    }
    double sum = stated.get().values().stream().mapToDouble(Double::doubleValue).sum();
    boolean negative = stated.get().values().stream().anyMatch(share -> share < 0);
    if (negative || Math.abs(sum - 1) > 0.02 && Math.abs(sum - 100) > 2) {
      return Optional.empty();
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    options.forEach(id -> shares.put(id, stated.get().getOrDefault(id, 0.0) / sum));
    return Optional.of(new Ballot.Prediction(answer.get().getFirst(), shares));
  }

  private static Optional<Map<String, Double>> numbers(JsonNode values, Set<String> options) {
    if (!values.isObject() || values.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> read = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      OptionalDouble number = number(entry.getValue());
      if (!options.contains(entry.getKey()) || number.isEmpty()) {
        return Optional.empty();
      }
      read.put(entry.getKey(), number.getAsDouble());
    }
    return Optional.of(read);
  }

  private static OptionalDouble number(JsonNode value) {
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return OptionalDouble.of(value.doubleValue());
    }
    String text = value.asText("").strip().toLowerCase(java.util.Locale.ROOT);
    int grade = GRADES.indexOf(text);
    if (grade >= 0) {
      return OptionalDouble.of(grade);
    }
    try {
      double number = value.isTextual() ? Double.parseDouble(text) : Double.NaN;
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException words) {
      return OptionalDouble.empty();
    }
  }
}
