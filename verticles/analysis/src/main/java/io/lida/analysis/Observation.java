package io.lida.analysis;

import io.lida.contract.FaultCode;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import io.lida.contract.Usage;
import io.lida.store.StudyPlan.Cell;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a study keeps of one run.
 *
 * @param winner what carried; absent where nothing did
 * @param decided whether the votes were counted
 * @param reached whether they made a consensus
 * @param pooled confidence in a yes; absent where nothing could be pooled
 * @param outcome what came true, 1 or 0, where that was recorded
 * @param simulated whether no model but simulated ones spoke
 */
record Observation(
    Cell cell,
    String run,
    long seed,
    String status,
    @Nullable String winner,
    boolean decided,
    boolean reached,
    @Nullable Double pooled,
    @Nullable Integer outcome,
    boolean simulated,
    Study.Losses losses,
    Usage usage) {
  /** What the document of a run says. */
  static Observation of(Cell cell, Run run) {
    RunEvent.Decision decision = run.decision();
    RunEvent.Aggregate aggregate = run.aggregate();
    Run.Resolution resolution = run.resolution();
    return new Observation(
        cell,
        run.id(),
        run.seed(),
        run.status(),
        decision == null ? null : decision.winner(),
        decision != null,
        decision != null && decision.reached(),
        aggregate == null ? null : aggregate.value(),
        resolution == null ? null : Integer.valueOf(resolution.outcome()),
        run.participants().stream().allMatch(seat -> seat.model().startsWith("sim/")),
        losses(run),
        run.usage());
  }

  /** A run that is not there any more. */
  static Observation removed(Cell cell, String run, long seed) {
    return new Observation(
        cell,
        run,
        seed,
        Drive.REMOVED,
        null,
        false,
        false,
        null,
        null,
        false,
        new Study.Losses(1, 0, 0, 0, 0, 0),
        Usage.NONE);
  }

  private static Study.Losses losses(Run run) {
    int answered =
        run.turns().size() + run.votes().size() + run.probes().size() + run.moderation().size();
    int refusals = 0;
    int timeouts = 0;
    int unreadable = 0;
    int other = 0;
    for (RunEvent.CallFailed failed : run.failures()) {
      if (is(FaultCode.DECLINED, failed)) {
        refusals++;
      } else if (is(FaultCode.TIMEOUT, failed)) {
        timeouts++;
      } else if (is(FaultCode.GARBLED, failed)) {
        unreadable++;
      } else {
        other++;
      }
    }
    boolean lost = Drive.ends(run.status()) && run.decision() == null;
    return new Study.Losses(
        lost ? 1 : 0, answered + run.failures().size(), refusals, timeouts, unreadable, other);
  }

  private static boolean is(FaultCode code, RunEvent.CallFailed failed) {
    return failed.code().equals(code.id());
  }

  /** Whether the run counts: it has ended, well or not. */
  boolean ended() {
    return Drive.ends(status);
  }

  /** What the run came to; empty where it cannot be said of it. */
  OptionalDouble value(Measure measure, @Nullable String answer) {
    return switch (measure) {
      case RIGHT -> answer == null ? OptionalDouble.empty() : yesOrNo(answer.equals(winner));
      case CONSENSUS -> yesOrNo(reached);
      case POOLED -> pooled == null ? OptionalDouble.empty() : OptionalDouble.of(pooled);
      case BRIER -> brier(answer);
    };
  }

  private static OptionalDouble yesOrNo(boolean yes) {
    return OptionalDouble.of(yes ? 1 : 0);
  }

  private OptionalDouble brier(@Nullable String answer) {
    if (pooled == null || answer == null || !Truth.ofAProposal(answer)) {
      return OptionalDouble.empty();
    }
    double miss = pooled - (answer.equals(Truth.YES) ? 1 : 0);
    return OptionalDouble.of(miss * miss);
  }
}
