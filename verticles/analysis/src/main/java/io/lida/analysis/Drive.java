package io.lida.analysis;

import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.Runs;
import io.lida.contract.Studies;
import io.lida.store.RunIndex;
import io.lida.store.StudyPlan;
import io.lida.store.StudyPlan.Cell;
import io.lida.store.StudyPlans;
import io.lida.store.StudyState;
import io.lida.store.StudyState.Begun;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a study one step on: notes the ends of its runs, goes on with those that stand still,
 * begins others where there is room. Keeps nothing, so that a step may be taken twice, or by two.
 *
 * <p>A run of a study that runs is not left paused: who wants it to stand still pauses the study.
 */
final class Drive {
  /** The status of a run that is not there any more. */
  static final String REMOVED = "removed";

  /**
   * What ends a run as far as a study goes; who resumes a failed one by hand changes its figures.
   */
  private static final Set<String> ENDS =
      Set.of("completed", "failed", "cancelled", "parked", REMOVED);

  private static final Set<String> STILL = Set.of("paused", "interrupted");

  /** Looks that may be missed before a study counts as left. */
  private static final int MISSED = 5;

  private static final Logger LOG = System.getLogger(Drive.class.getName());

  private final Bus bus;
  private final StudyPlans plans;
  private final RunIndex index;
  private final StudyOptions options;

  Drive(Bus bus, StudyPlans plans, RunIndex index, StudyOptions options) {
    this.bus = bus;
    this.plans = plans;
    this.index = index;
    this.options = options;
  }

  /**
   * Where a study stands after a step.
   *
   * @param runs under way
   * @param still whether no further step is wanted
   */
  record Standing(Set<String> runs, boolean still) {}

  /** Whether a run counts as ended. */
  static boolean ends(String status) {
    return ENDS.contains(status);
  }

  /** Takes a step; awaits. */
  Standing on(String study) {
    StudyState state = plans.find(study).await().orElse(null);
    if (state == null) {
      return new Standing(Set.of(), true);
    }
    if (state.running()) {
      plans.drives(study, options.look().multipliedBy(MISSED)).await();
    }
    Map<String, String> underWay = attend(state);
    if (state.running()) {
      return goOn(state, underWay.keySet());
    }
    boolean still = underWay.values().stream().allMatch(status -> rests(state, status));
    return new Standing(underWay.keySet(), still);
  }

  /** Sees to the runs that had not ended; answers those that still have not, with their status. */
  private Map<String, String> attend(StudyState state) {
    Map<String, String> underWay = new HashMap<>();
    int ended = state.ended();
    for (Map.Entry<Cell, Begun> cell : state.begun().entrySet()) {
      String run = cell.getValue().run();
      if (cell.getValue().end() != null) {
        continue;
      }
      String status = status(run);
      if (!ends(status)) {
        steer(state, run, status);
        underWay.put(run, status);
      } else if (end(state, cell.getKey(), run, status, ended + 1)) {
        ended++;
      }
    }
    return underWay;
  }

  /** Begins what there is room for; with nothing left, the study is complete. */
  private Standing goOn(StudyState state, Set<String> underWay) {
    List<Cell> others =
        state.plan().cells().stream().filter(cell -> !state.begun().containsKey(cell)).toList();
    if (others.isEmpty() && underWay.isEmpty()) {
      plans.complete(state.plan().id(), options.retention()).await();
      return new Standing(Set.of(), true);
    }
    int room = Math.max(0, options.runsAtOnce() - underWay.size());
    Set<String> runs = new HashSet<>(underWay);
    runs.addAll(begin(state, others.subList(0, Math.min(room, others.size()))));
    return new Standing(runs, false);
  }

  private String status(String run) {
    return index.find(run).await().map(Runs.Summary::status).orElse(REMOVED);
  }

  /** Answers whether that was not known. */
  private boolean end(StudyState state, Cell cell, String run, String status, int ended) {
    StudyPlan plan = state.plan();
    boolean fresh = plans.ended(plan.id(), cell, run, status).await();
    if (fresh) {
      bus.tellHere(
          Studies.live(plan.id()),
          new Studies.Progress(
              plan.id(), run, cell.arm(), cell.repeat(), ended, plan.cells().size()));
    }
    return fresh;
  }

  private void steer(StudyState state, String run, String status) {
    if (state.running()) {
      if (STILL.contains(status)) {
        quietly(run, bus.request(Deliberation.RESUME, new Deliberation.Resume(run, false)));
      }
    } else {
      stop(state, run, status);
    }
  }

  /** Tells the runs of a study that is paused or cancelled to stop; answers how many. Awaits. */
  int stop(StudyState state) {
    int told = 0;
    for (Begun begun : state.begun().values()) {
      if (begun.end() == null && stop(state, begun.run(), status(begun.run()))) {
        told++;
      }
    }
    return told;
  }

  private boolean stop(StudyState state, String run, String status) {
    if (ends(status) || rests(state, status)) {
      return false;
    }
    quietly(
        run,
        bus.request(
            Deliberation.CONTROL,
            new Deliberation.Control(
                run, state.paused() ? Deliberation.Command.PAUSE : Deliberation.Command.CANCEL)));
    return true;
  }

  /** Whether a run of a study that was stopped is as it should be, though it has not ended. */
  private static boolean rests(StudyState state, String status) {
    return state.paused() && STILL.contains(status);
  }

  /** What is refused now is looked at again: somebody else may have done it. */
  private static void quietly(String run, Future<?> asked) {
    try {
      asked.await();
    } catch (RuntimeException refused) {
      LOG.log(Level.DEBUG, "run " + run + ": " + Fault.of(refused).title());
    }
  }

  /** Begins some cells; answers their runs. A full node is asked again at the next look. */
  private Set<String> begin(StudyState state, List<Cell> cells) {
    List<Future<String>> begun = cells.stream().map(cell -> begin(state, cell)).toList();
    Set<String> runs = new HashSet<>();
    for (Future<String> run : begun) {
      try {
        runs.add(run.await());
      } catch (RuntimeException refused) {
        refused(state.plan().id(), Fault.of(refused));
      }
    }
    return runs;
  }

  /** Begins a cell, or finds the run that it has. */
  Future<String> begin(StudyState state, Cell cell) {
    StudyPlan plan = state.plan();
    String key = "study " + plan.id() + " " + cell.arm().id() + " " + cell.repeat();
    Deliberation.Start start =
        new Deliberation.Start(
            plan.in(cell.arm()), plan.seed(cell.repeat()), plan.model(), false, key, plan.tenant());
    return bus.request(Deliberation.START, start)
        .compose(begun -> plans.begun(plan.id(), cell, begun.run()).map(begun.run()));
  }

  /** What another try would meet again stops the study, and says why. */
  private void refused(String study, Fault fault) {
    LOG.log(Level.WARNING, "study " + study + ": no run begun: " + fault.title());
    if (!fault.code().retriable()) {
      String why = fault.detail().isEmpty() ? fault.title() : fault.title() + ": " + fault.detail();
      plans.pause(study, why).await();
    }
  }
}
