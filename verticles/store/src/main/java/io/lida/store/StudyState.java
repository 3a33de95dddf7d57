package io.lida.store;

import io.lida.contract.Scenario;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A study, and how far it is.
 *
 * @param status running, paused, completed or cancelled
 * @param driven whether somebody drives it now
 * @param trouble why it stands still though nobody wished it; absent otherwise
 * @param done how many runs of each arm have ended
 * @param begun the cells that have a run; empty in a list of studies
 */
public record StudyState(
    StudyPlan plan,
    String status,
    boolean driven,
    @Nullable String trouble,
    Map<Scenario.Arm, Integer> done,
    Map<StudyPlan.Cell, Begun> begun) {
  public StudyState {
    done = Collections.unmodifiableMap(new EnumMap<>(done));
    begun = Collections.unmodifiableMap(new LinkedHashMap<>(begun));
  }

  /**
   * The run of a cell.
   *
   * @param end its status when it was seen to have ended; absent before
   */
  public record Begun(String run, @Nullable String end) {}

  /** Whether its runs are to be begun and followed. */
  public boolean running() {
    return status.equals(StudyPlans.RUNNING);
  }

  /** Whether it stands still until it is resumed. */
  public boolean paused() {
    return status.equals(StudyPlans.PAUSED);
  }

  /** How many runs have ended. */
  public int ended() {
    return done.values().stream().mapToInt(Integer::intValue).sum();
  }
}
