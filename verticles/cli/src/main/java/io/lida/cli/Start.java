package io.lida.cli;

import io.lida.contract.Scenario;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The common way of all verbs that start a run or a study. */
final class Start {
  private static final long SEEDS = 1_000_000;

  private Start() {}

  /** Lays the wishes over the scenario, then shows the plan, or introduces and holds the run. */
  static int with(Shell shell, Scenario base, Wishes wishes, String... introduction) {
    Scenario laid =
        Wording.apply(
            base, wishes, wishes.personas == null ? List.of() : Seating.of(shell, wishes.personas));
    Scenario scenario = wishes.as == null ? laid : Sitting.with(laid, wishes.as);
    long seed = seed(shell, wishes.seed);
    if (wishes.dryRun) {
      plan(shell, scenario, seed, wishes.model);
      return 0;
    }
    if (shell.forPeople()) {
      List.of(introduction).forEach(shell.screen()::note);
    }
    if (scenario.isStudy()) {
      return new StudyConduct(shell).start(scenario, seed, wishes.model);
    }
    return new Conduct(shell)
        .requireConsensus(wishes.requireConsensus)
        .as(wishes.as)
        .start(scenario, seed, wishes.model);
  }

  private static void plan(Shell shell, Scenario scenario, long seed, @Nullable String model) {
    Documents.Plan plan = Forecast.of(shell, scenario, seed, model);
    if (shell.forPeople()) {
      plan.notes().forEach(note -> shell.screen().note("note: " + Plain.line(note)));
      Forecast.lines(plan, shell.screen()).forEach(shell.screen()::result);
    } else {
      shell.document(plan);
    }
  }

  /** The seed wished for; else one short enough to be typed again, and seldom the same. */
  static long seed(Shell shell, @Nullable Long wished) {
    if (wished != null) {
      return wished;
    }
    Instant now = shell.world().clock().instant();
    long mixed = (now.getEpochSecond() * 1_000_000_007L + now.getNano()) * 0x9e3779b97f4a7c15L;
    return Math.floorMod(mixed ^ (mixed >>> 29), SEEDS);
  }
}
