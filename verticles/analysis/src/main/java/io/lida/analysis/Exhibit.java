package io.lida.analysis;

import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import io.lida.store.StudyPlan;
import io.lida.store.StudyPlan.Cell;
import io.lida.store.StudyState;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows studies: in a line, or as a document made of the documents of their runs. */
final class Exhibit {
  private static final String INTERRUPTED = "interrupted";

  /** Documents asked for at the same time, so that a large study is not held in memory whole. */
  private static final int TOGETHER = 16;

  private final Bus bus;

  Exhibit(Bus bus) {
    this.bus = bus;
  }

  static Studies.Summary summary(StudyState state) {
    StudyPlan plan = state.plan();
    return new Studies.Summary(
        plan.id(),
        plan.tenant(),
        plan.scenario().topic(),
        status(state),
        state.ended(),
        plan.cells().size(),
        plan.repeats(),
        state.done(),
        plan.created());
  }

  private static String status(StudyState state) {
    return state.running() && !state.driven() ? INTERRUPTED : state.status();
  }

  /** Awaits the documents of all runs. */
  Study document(StudyState state) {
    List<Observation> seen = new ArrayList<>();
    List<Map.Entry<Cell, StudyState.Begun>> cells = List.copyOf(state.begun().entrySet());
    for (int from = 0; from < cells.size(); from += TOGETHER) {
      List<Future<Observation>> some =
          cells.subList(from, Math.min(from + TOGETHER, cells.size())).stream()
              .map(cell -> observe(state.plan(), cell.getKey(), cell.getValue().run()))
              .toList();
      some.forEach(observation -> seen.add(observation.await()));
    }
    return Reckoning.of(state.plan(), status(state), state.trouble(), seen);
  }

  private Future<Observation> observe(StudyPlan plan, Cell cell, String run) {
    long seed = plan.seed(cell.repeat());
    return bus.request(Deliberation.SHOW, new Deliberation.Show(run))
        .map(document -> Observation.of(cell, document))
        .recover(
            cause ->
                Fault.of(cause).code() == FaultCode.NOT_FOUND
                    ? Future.succeededFuture(Observation.removed(cell, run, seed))
                    : Future.failedFuture(cause));
  }
}
