package io.lida.store;

import io.lida.contract.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study is to run; it never changes.
 *
 * @param seed of the first repeat
 * @param model speaks for every seat, whatever scenario and cards say; absent to let them say
 */
public record StudyPlan(
    String id,
    String tenant,
    Scenario scenario,
    long seed,
    @Nullable String model,
    Instant created) {
  /** One run of a study; {@code repeat} counts from 1. */
  public record Cell(Scenario.Arm arm, int repeat) {}

  /** How often each arm is run; once where nothing is swept. */
  public int repeats() {
    Scenario.Sweep sweep = scenario.sweep();
    return sweep == null ? 1 : sweep.repeats();
  }

  /** The arms, in the order of the scenario. */
  public List<Scenario.Arm> arms() {
    return scenario.deliberation().arms();
  }

  /** The scenario of a run of one arm. */
  public Scenario in(Scenario.Arm arm) {
    return new Scenario(
        scenario.name(),
        scenario.version(),
        scenario.simulation(),
        scenario.personas(),
        scenario.deliberation().in(arm),
        scenario.output(),
        scenario.budget(),
        scenario.game(),
        null);
  }

  /** All cells, a whole repeat after the other, so that what is there can be compared. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int repeat = 1; repeat <= repeats(); repeat++) {
      for (Scenario.Arm arm : arms()) {
        cells.add(new Cell(arm, repeat));
      }
    }
    return cells;
  }

  /** The seed of a repeat, in every arm. */
  public long seed(int repeat) {
    return seed + repeat - 1;
  }
}
