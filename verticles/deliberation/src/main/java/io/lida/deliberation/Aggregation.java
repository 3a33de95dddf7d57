package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent.Aggregate;
import io.lida.contract.RunEvent.Probe;
import io.lida.contract.RunEvent.Vote;
import io.lida.deliberation.Opinions.Opinion;
import io.lida.science.Refusal;
import io.lida.science.pooling.Panel;
import io.lida.science.pooling.Parameters;
import io.lida.science.pooling.Pooled;
import io.lida.science.pooling.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The {@link Opinions} in the end, pooled to one probability of a yes by any of the 169 strategies.
 *
 * <p>A weighting gets what the run has: stated confidence, expertise, how many rounds ago somebody
 * last spoke (which halves what is said), the group of each, and how alike two are, 1 on one model
 * and else by the angle between their beliefs; and what {@link Evidence} had gathered:
 * expectations, trust, repeated answers, the record of earlier runs. What is still missing the
 * result says.
 */
final class Aggregation {
  private static final double[] UNKNOWN = {};
  private static final double[][] NO_ROWS = {};

  private Aggregation() {}

  /** What is wrong with the name of a strategy, if anything is. */
  static Optional<String> problem(String strategy) {
    try {
      Strategy.parse(strategy);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(
          "aggregation must be operator.weighting; operators are "
              + ids(Strategy.all().stream().map(known -> known.operator().id()).toList())
              + "; weightings are "
              + ids(Strategy.all().stream().map(known -> known.weighting().id()).toList()));
    }
  }

  private static String ids(List<String> ids) {
    return ids.stream().distinct().collect(Collectors.joining(", "));
  }

  /** Pools what has been said so far. */
  static Aggregate of(String strategy, State state) {
    List<Opinion> said = Opinions.of(state);
    return said.isEmpty()
        ? new Aggregate(strategy, null, List.of("empty_input"))
        : pooled(Strategy.parse(strategy), panel(said, state));
  }

  /** Pools what has been said so far by each of the 169 strategies. */
  static List<Aggregate> all(State state) {
    List<Opinion> said = Opinions.of(state);
    if (said.isEmpty()) {
      return List.of();
    }
    Panel panel = panel(said, state);
    return Strategy.all().stream().map(strategy -> pooled(strategy, panel)).toList();
  }

  private static Aggregate pooled(Strategy strategy, Panel panel) {
    try {
      Pooled pooled = strategy.pool(panel, Parameters.of(strategy.operator()));
      return new Aggregate(strategy.id(), pooled.yes(), pooled.flags());
    } catch (Refusal refusal) {
      return new Aggregate(strategy.id(), null, List.of(refusal.code()));
    }
  }

  private static Panel panel(List<Opinion> said, State state) {
    List<Manifest.Seat> seats =
        said.stream().map(one -> state.manifest().seats().get(one.seat())).toList();
    Records records = Records.of(state.manifest().records(), said);
    return new Panel(
        said.stream().mapToDouble(Opinion::probability).toArray(),
        seats.stream().mapToDouble(Manifest.Seat::weight).toArray(),
        said.stream().mapToDouble(Opinion::confidence).toArray(),
        records.meanBrier(),
        records.resolved(),
        variances(said, state),
        said.stream().mapToDouble(one -> state.round() - one.round()).toArray(),
        expectations(said, state),
        new double[0][][],
        UNKNOWN,
        trust(said, state),
        records.history(),
        records.outcomes(),
        similarity(seats),
        seats.stream().map(seat -> seat.card().constituency()).toList(),
        Panel.Settings.USUAL);
  }

  /** Of the answers each gave when asked the same again; NaN for who gave fewer than two. */
  private static double[] variances(List<Opinion> said, State state) {
    Map<Integer, List<Double>> answers = new HashMap<>();
    for (Probe probe : state.probes()) {
      if (Calls.repeat(probe.id()) > 0) {
        answers
            .computeIfAbsent(probe.seat(), seat -> new ArrayList<>())
            .add((1 + probe.stance()) / 2);
      }
    }
    return answers.isEmpty()
        ? UNKNOWN
        : said.stream()
            .mapToDouble(one -> variance(answers.getOrDefault(one.seat(), List.of())))
            .toArray();
  }

  private static double variance(List<Double> answers) {
    if (answers.size() < 2) {
      return Double.NaN;
    }
    double mean = answers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double squares = answers.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return squares / (answers.size() - 1);
  }

  private static double[] expectations(List<Opinion> said, State state) {
    Map<Integer, Double> stated = new HashMap<>();
    for (Vote vote : state.votes()) {
      if (vote.expectsYes() != null) {
        stated.put(vote.seat(), vote.expectsYes());
      }
    }
    return stated.isEmpty()
        ? UNKNOWN
        : said.stream().mapToDouble(one -> stated.getOrDefault(one.seat(), Double.NaN)).toArray();
  }

  /** Rows of those who stated any trust; who stated none trusts only themselves. */
  private static double[][] trust(List<Opinion> said, State state) {
    Map<Integer, Map<String, Double>> stated = new HashMap<>();
    for (Vote vote : state.votes()) {
      if (vote.trust() != null) {
        stated.put(vote.seat(), vote.trust());
      }
    }
    if (stated.isEmpty()) {
      return NO_ROWS;
    }
    double[][] rows = new double[said.size()][said.size()];
    for (int i = 0; i < rows.length; i++) {
      Map<String, Double> row = stated.getOrDefault(said.get(i).seat(), Map.of());
      for (int j = 0; j < rows.length; j++) {
        rows[i][j] = i == j ? 1 : row.getOrDefault(said.get(j).speaker(), 0.0);
      }
    }
    return rows;
  }

  private static double[][] similarity(List<Manifest.Seat> seats) {
    double[][] alike = new double[seats.size()][seats.size()];
    for (int i = 0; i < alike.length; i++) {
      for (int j = 0; j < alike.length; j++) {
        Manifest.Seat one = seats.get(i);
        Manifest.Seat other = seats.get(j);
        alike[i][j] = one.model().equals(other.model()) ? 1 : cosine(beliefs(one), beliefs(other));
      }
    }
    return alike;
  }

  private static double[] beliefs(Manifest.Seat seat) {
    return Card.AXES.stream().mapToDouble(seat.card()::belief).toArray();
  }

  private static double cosine(double[] one, double[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    double lengths = Math.sqrt(squares(one) * squares(other));
    return lengths == 0 ? 0 : Math.clamp(product / lengths, -1, 1);
  }

  private static double squares(double[] values) {
    return Arrays.stream(values).map(value -> value * value).sum();
  }
}
