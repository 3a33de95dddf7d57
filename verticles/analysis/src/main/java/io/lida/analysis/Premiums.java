package io.lida.analysis;

import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import io.lida.science.Refusal;
import io.lida.science.statistics.Bootstrap;
import io.lida.store.StudyPlan;
import io.lida.store.StudyPlan.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the deliberation added to each control: the mean over the repeats of the difference within a
 * repeat, whose runs share a seed. The interval is drawn from whole repeats, since what happens
 * within one hangs together.
 */
final class Premiums {
  static final double LEVEL = 0.95;

  private Premiums() {}

  /** In the order of controls and measures; without those of which no repeat can say anything. */
  static List<Study.Premium> of(StudyPlan plan, @Nullable String answer, List<Observation> seen) {
    List<Study.Premium> premiums = new ArrayList<>();
    if (!plan.arms().contains(Arm.DELIBERATION)) {
      return premiums;
    }
    Map<Cell, Observation> ended = new HashMap<>();
    seen.stream().filter(Observation::ended).forEach(run -> ended.put(run.cell(), run));
    for (Arm control : controls(plan.scenario())) {
      for (Measure measure : Measure.values()) {
        List<Double> differences = new ArrayList<>();
        for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
          difference(
                  ended.get(new Cell(Arm.DELIBERATION, repeat)),
                  ended.get(new Cell(control, repeat)),
                  measure,
                  answer)
              .ifPresent(differences::add);
        }
        if (!differences.isEmpty()) {
          premiums.add(premium(measure, control, differences, plan.seed()));
        }
      }
    }
    return premiums;
  }

  /** The arms that a deliberation is compared with. */
  static List<Arm> controls(Scenario scenario) {
    return scenario.deliberation().arms().stream().filter(arm -> arm != Arm.DELIBERATION).toList();
  }

  private static OptionalDouble difference(
      @Nullable Observation one,
      @Nullable Observation other,
      Measure measure,
      @Nullable String answer) {
    if (one == null || other == null) {
      return OptionalDouble.empty();
    }
    OptionalDouble here = one.value(measure, answer);
    OptionalDouble there = other.value(measure, answer);
    return here.isPresent() && there.isPresent()
        ? OptionalDouble.of(here.getAsDouble() - there.getAsDouble())
        : OptionalDouble.empty();
  }

  private static Study.Premium premium(
      Measure measure, Arm control, List<Double> differences, long seed) {
    int pairs = differences.size();
    if (pairs < 2) {
      return new Study.Premium(
          measure, control, differences.getFirst(), null, null, LEVEL, null, pairs);
    }
    // One seed for all, so that measures with the same pairs are seen in the same draws.
    Bootstrap drawn =
        Bootstrap.of(differences, Premiums::mean, Bootstrap.DRAWS, new SplittableRandom(seed));
    Bootstrap.Interval interval;
    String kind = "bca";
    try {
      interval = drawn.bca(LEVEL);
    } catch (Refusal undefined) {
      interval = drawn.percentile(LEVEL);
      kind = "percentile";
    }
    return new Study.Premium(
        measure, control, drawn.estimate(), interval.low(), interval.high(), LEVEL, kind, pairs);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
