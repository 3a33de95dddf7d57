package io.lida.analysis;

import io.lida.contract.Scenario;
import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import io.lida.contract.Usage;
import io.lida.store.StudyPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds what was seen of the runs of a study into its document. Pure functions. */
final class Reckoning {
  private static final String NONE = "none";

  private Reckoning() {}

  /**
   * The document.
   *
   * @param trouble why the study stands still though nobody wished it; absent otherwise
   * @param seen one for each run that was begun, in the order of the cells
   */
  static Study of(StudyPlan plan, String status, @Nullable String trouble, List<Observation> seen) {
    Scenario scenario = plan.scenario();
    String answer = Truth.of(scenario, seen);
    List<Study.Arm> arms = plan.arms().stream().map(arm -> arm(arm, answer, seen)).toList();
    List<Study.Premium> premiums = Premiums.of(plan, answer, seen);
    return new Study(
        Study.SCHEMA,
        plan.id(),
        scenario.topic(),
        scenario,
        plan.seed(),
        status,
        plan.repeats(),
        answer,
        arms,
        premiums,
        plan.created(),
        new Remarks(plan, arms, premiums, seen).all(answer, trouble));
  }

  private static Study.Arm arm(Scenario.Arm arm, @Nullable String answer, List<Observation> all) {
    List<Observation> own = all.stream().filter(one -> one.cell().arm() == arm).toList();
    List<Observation> ended = own.stream().filter(Observation::ended).toList();
    Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      ended.stream()
          .map(run -> run.value(measure, answer))
          .filter(OptionalDouble::isPresent)
          .mapToDouble(OptionalDouble::getAsDouble)
          .average()
          .ifPresent(mean -> measures.put(measure, mean));
    }
    Map<String, Integer> winners = new TreeMap<>();
    ended.forEach(
        run -> winners.merge(run.winner() == null ? NONE : run.winner(), 1, Integer::sum));
    List<Study.Repeat> repeats = new ArrayList<>();
    for (Observation run : own) {
      repeats.add(
          new Study.Repeat(run.cell().repeat(), run.run(), run.seed(), run.status(), run.winner()));
    }
    return new Study.Arm(
        arm,
        repeats,
        ended.size(),
        measures,
        winners,
        own.stream().map(Observation::losses).reduce(NOTHING, Reckoning::plus),
        own.stream().map(Observation::usage).reduce(Usage.NONE, Usage::plus));
  }

  private static final Study.Losses NOTHING = new Study.Losses(0, 0, 0, 0, 0, 0);

  private static Study.Losses plus(Study.Losses one, Study.Losses other) {
    return new Study.Losses(
        one.runs() + other.runs(),
        one.calls() + other.calls(),
        one.refusals() + other.refusals(),
        one.timeouts() + other.timeouts(),
        one.unreadable() + other.unreadable(),
        one.other() + other.other());
  }
}
