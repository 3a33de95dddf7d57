package io.lida.deliberation;

import io.lida.contract.RunEvent.Aggregate;
import io.lida.contract.Skill;
import io.lida.science.Refusal;
import io.lida.science.pooling.Strategy;
import io.lida.science.statistics.Forecasts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How right each strategy would have been, run by run; see {@link Skill}. Pure functions. */
final class Judging {
  private static final String FALLBACK = "weights_fallback=equal";
  private static final String MEAN = "linear.equal";

  private Judging() {}

  /**
   * A run whose outcome is known.
   *
   * @param pooled its opinions by each of the 169 strategies, in their usual order
   */
  record Case(int outcome, List<Aggregate> pooled) {
    private double mean() {
      return pooled.stream()
          .filter(aggregate -> aggregate.strategy().equals(MEAN))
          .map(Aggregate::value)
          .mapToDouble(value -> value == null ? Double.NaN : value)
          .sum();
    }
  }

  /** Empty while nobody knows what came true, and where nobody said anything on the proposal. */
  static Optional<Case> judged(State state) {
    Integer outcome = state.outcome();
    return outcome == null || Opinions.of(state).isEmpty()
        ? Optional.empty()
        : Optional.of(new Case(outcome, Aggregation.all(state)));
  }

  static Skill skill(int read, List<Case> cases) {
    List<Strategy> strategies = cases.isEmpty() ? List.of() : Strategy.all();
    List<Skill.OfStrategy> judged = new ArrayList<>();
    for (int strategy = 0; strategy < strategies.size(); strategy++) {
      judged.add(skill(strategies.get(strategy).id(), strategy, cases));
    }
    Double baseRate =
        cases.isEmpty() ? null : cases.stream().mapToInt(Case::outcome).average().orElseThrow();
    return new Skill(Skill.SCHEMA, read, cases.size(), baseRate, judged);
  }

  private static Skill.OfStrategy skill(String id, int strategy, List<Case> cases) {
    List<Case> said =
        cases.stream().filter(one -> one.pooled().get(strategy).value() != null).toList();
    if (said.isEmpty()) {
      return new Skill.OfStrategy(id, 0, null, null, null, 0);
    }
    double[] outcomes = said.stream().mapToDouble(Case::outcome).toArray();
    double[] constant = new double[outcomes.length];
    Arrays.fill(constant, Arrays.stream(outcomes).average().orElseThrow());
    double[] own =
        said.stream()
            .map(one -> one.pooled().get(strategy).value())
            .mapToDouble(value -> value == null ? Double.NaN : value)
            .toArray();
    Forecasts forecasts = new Forecasts(own, outcomes);
    Forecasts mean = new Forecasts(said.stream().mapToDouble(Case::mean).toArray(), outcomes);
    long fallbacks =
        said.stream().filter(one -> one.pooled().get(strategy).flags().contains(FALLBACK)).count();
    return new Skill.OfStrategy(
        id,
        said.size(),
        forecasts.brier(),
        over(forecasts, new Forecasts(constant, outcomes)),
        over(forecasts, mean),
        (int) fallbacks);
  }

  /** Nothing is better than a reference that misses nothing. */
  private static @Nullable Double over(Forecasts forecasts, Forecasts reference) {
    try {
      return forecasts.skill(reference);
    } catch (Refusal undefined) {
      return null;
    }
  }
}
