package io.lida.llm.sim;

import io.lida.contract.Ballot;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import io.lida.contract.Reading;
import io.lida.contract.Scenario.BallotForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a speaker thinks of options: how far the card's beliefs speak for each, and how far the
 * deliberation has moved the speaker along or against it.
 *
 * <p>An option's worth is where the card stands on its reading, plus the way the speaker has come
 * on the question times the cosine between the two readings; from -1 to 1.
 */
final class Preference {
  private static final double SAME = 1e-9;
  private static final double HUNDREDTHS = 100;

  /** How sharply one expects others to follow what they find better. */
  private static final double SHARPNESS = 3;

  private final Situation situation;
  private final Map<String, Reading> options;
  private final double stance;
  private final Map<String, Double> worth;

  /** What somebody thinks who stands at a stance on the question. */
  Preference(Situation situation, Map<String, Reading> options, double stance) {
    this.situation = situation;
    this.options = options;
    this.stance = stance;
    this.worth = worth(stance);
  }

  /** The ballot as a model would hand it in. */
  Map<String, Object> ballot(BallotForm form) {
    Map<String, Object> reply = new LinkedHashMap<>();
    switch (form) {
      case RANKING -> reply.put("ranking", levels());
      case APPROVAL -> reply.put("approve", approved());
      case SCORES -> reply.put("scores", marks());
      case GRADES -> reply.put("grades", marks());
      case CREDITS -> reply.put("votes", bought());
      case PREDICTION -> {
        reply.put("vote", best());
        reply.put("expects", expected());
      }
      case CHOICE -> throw new IllegalArgumentException("a choice is no ballot on options");
    }
    reply.put("confidence", Confidence.of(situation, stance));
    reply.put("reason", reason());
    return reply;
  }

  private Map<String, Double> worth(double at) {
    double way = at - Stance.first(situation);
    Map<String, Double> worth = new LinkedHashMap<>();
    options.forEach(
        (id, reading) ->
            worth.put(
                id,
                Math.clamp(reading.stance(situation.card()) + way * alike(reading), -1.0, 1.0)));
    return worth;
  }

  private double alike(Reading option) {
    double product = 0;
    for (Map.Entry<String, Double> axis : option.axes().entrySet()) {
      product += axis.getValue() * situation.reading().axes().getOrDefault(axis.getKey(), 0.0);
    }
    double lengths = length(option) * length(situation.reading());
    return lengths == 0 ? 0 : product / lengths;
  }

  private static double length(Reading reading) {
    return Math.sqrt(reading.axes().values().stream().mapToDouble(w -> w * w).sum());
  }

  private double value(String option) {
    return worth.getOrDefault(option, 0.0);
  }

  private List<String> byWorth() {
    return worth.keySet().stream()
        .sorted(Comparator.comparingDouble((String id) -> -value(id)))
        .toList();
  }

  private String best() {
    return byWorth().getFirst();
  }

  private List<List<String>> levels() {
    List<List<String>> levels = new ArrayList<>();
    double last = Double.NaN;
    for (String id : byWorth()) {
      if (levels.isEmpty() || Math.abs(value(id) - last) > SAME) {
        levels.add(new ArrayList<>());
      }
      levels.getLast().add(id);
      last = value(id);
    }
    return levels;
  }

  private List<String> approved() {
    List<String> good = worth.keySet().stream().filter(id -> Stance.side(value(id)) > 0).toList();
    return good.isEmpty() ? List.of(best()) : good;
  }

  private Map<String, Integer> marks() {
    Map<String, Integer> marks = new LinkedHashMap<>();
    worth.forEach((id, value) -> marks.put(id, (int) Math.round(Ballot.TOP * (1 + value) / 2)));
    return marks;
  }

  /** Spends the whole budget, in the proportion of what the options are worth, rounded down. */
  private Map<String, Double> bought() {
    double squares = worth.values().stream().mapToDouble(v -> v * v).sum();
    double each = squares == 0 ? 0 : Math.sqrt(Ballot.BUDGET / squares);
    Map<String, Double> votes = new LinkedHashMap<>();
    worth.forEach(
        (id, value) -> {
          double whole = Math.floor(Math.abs(value) * each * HUNDREDTHS) / HUNDREDTHS;
          votes.put(id, whole == 0 ? 0 : Math.signum(value) * whole);
        });
    return votes;
  }

  /** Half of what one holds right oneself, half of what somebody of the table's mean would. */
  private Map<String, Double> expected() {
    double mean =
        Stance.last(situation.heard(), situation.round() + 1).values().stream()
            .mapToDouble(Heard::stance)
            .average()
            .orElse(stance);
    Map<String, Double> others = worth(mean);
    double sum = others.values().stream().mapToDouble(v -> Math.exp(SHARPNESS * v)).sum();
    Map<String, Double> expects = new LinkedHashMap<>();
    others.forEach(
        (id, value) ->
            expects.put(
                id,
                Stance.rounded(
                    (id.equals(best()) ? 0.5 : 0) + 0.5 * Math.exp(SHARPNESS * value) / sum)));
    return expects;
  }

  private String reason() {
    String top = best();
    String name = top.replace('_', ' ').replace('-', ' ');
    String figure = Stance.figure(value(top));
    return value(top) > 0
        ? "What I believe speaks for \"" + name + "\" at " + figure + ", more than for any other."
        : "Nothing on the list has my support; \""
            + name
            + "\" troubles me least, at "
            + figure
            + ".";
  }
}
