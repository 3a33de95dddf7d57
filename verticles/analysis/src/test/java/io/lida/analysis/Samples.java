package io.lida.analysis;

import io.lida.contract.FaultCode;
import io.lida.contract.Findings;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Usage;
import io.lida.store.StudyPlan;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans, and documents of runs made by hand. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private Samples() {}

  static Scenario scenario(int repeats, @Nullable String answer, Arm... arms) {
    Scenario.Rules rules = Scenario.Rules.usual(Scenario.Mode.DEBATE).in(arms);
    return new Scenario(
        "s",
        "1.0",
        new Scenario.Simulation("Pause?", 1, 60),
        List.of(new Scenario.Participant("a.b", null, null)),
        rules,
        new Scenario.Output(true, "json"),
        null,
        null,
        new Scenario.Sweep(repeats, answer));
  }

  static StudyPlan plan(int repeats, @Nullable String answer, Arm... arms) {
    return new StudyPlan("st-1", "home", scenario(repeats, answer, arms), 7, null, NOON);
  }

  /** A run as it may have ended. */
  record Ended(
      String status,
      @Nullable String winner,
      boolean decided,
      boolean reached,
      @Nullable Double pooled,
      @Nullable Integer outcome,
      String model,
      List<FaultCode> failures,
      int moderated) {
    static Ended won(String winner, double pooled) {
      return new Ended("completed", winner, true, true, pooled, null, "sim/default", List.of(), 4);
    }

    static Ended split(double pooled) {
      return new Ended("completed", null, true, false, pooled, null, "sim/default", List.of(), 4);
    }

    static Ended failed(FaultCode... failures) {
      return new Ended(
          "failed", null, false, false, null, null, "sim/default", List.of(failures), 0);
    }

    Ended resolved(int came) {
      return new Ended(status, winner, decided, reached, pooled, came, model, failures, moderated);
    }

    Ended by(String speaker) {
      return new Ended(
          status, winner, decided, reached, pooled, outcome, speaker, failures, moderated);
    }

    Ended silent(FaultCode... why) {
      return new Ended(
          status, winner, decided, reached, pooled, outcome, model, List.of(why), moderated);
    }

    Ended status(String other) {
      return new Ended(
          other, winner, decided, reached, pooled, outcome, model, failures, moderated);
    }
  }

  static Run run(String id, StudyPlan plan, StudyPlan.Cell cell, Ended end) {
    RunEvent.Decision decision =
        new RunEvent.Decision(
            "majority",
            0.6,
            end.winner() != null,
            0.8,
            end.reached(),
            end.winner(),
            List.of(),
            null,
            Map.of(),
            Map.of(),
            List.of(),
            List.of());
    return new Run(
        Run.SCHEMA,
        id,
        "debate",
        "Pause?",
        plan.in(cell.arm()),
        plan.seed(cell.repeat()),
        end.status(),
        1,
        List.of(new Run.Participant(0, "a.b", "Ada", "a", "b", null, end.model(), 1, "sha256:0")),
        List.of(),
        List.of(),
        end.decided() ? decision : null,
        end.pooled() == null
            ? null
            : new RunEvent.Aggregate("linear.equal", end.pooled(), List.of()),
        List.of(),
        new Usage(4, 100, 50, 0.0, 0, false),
        null,
        end.outcome() == null ? null : new Run.Resolution(end.outcome(), Map.of(), end.pooled()),
        new Findings(null, null, null, List.of()),
        List.of(),
        end.failures().stream().map(Samples::failed).toList(),
        IntStream.range(0, end.moderated()).mapToObj(Samples::moderated).toList(),
        NOON,
        NOON,
        Map.of(),
        List.of(),
        null);
  }

  private static RunEvent.CallFailed failed(FaultCode code) {
    RunEvent.Call call = new RunEvent.Call("r1.s1", RunEvent.CallKind.TURN, 1, 0, 1);
    return new RunEvent.CallFailed(call, "a.b", code.id(), "no answer", "", Usage.NONE);
  }

  /** Stands for any call that was answered. */
  private static RunEvent.Moderated moderated(int number) {
    return new RunEvent.Moderated("r1.m", 1, "m", "M", "so", Usage.NONE, 1);
  }

  /** What is seen of the runs of one arm, a repeat after the other. */
  static List<Observation> seen(StudyPlan plan, Arm arm, Ended... ends) {
    return IntStream.range(0, ends.length)
        .mapToObj(
            at -> {
              StudyPlan.Cell cell = new StudyPlan.Cell(arm, at + 1);
              String id = arm.id() + "-" + (at + 1);
              return Observation.of(cell, run(id, plan, cell, ends[at]));
            })
        .toList();
  }

  @SafeVarargs
  static List<Observation> all(List<Observation>... arms) {
    return Arrays.stream(arms).flatMap(List::stream).toList();
  }
}
