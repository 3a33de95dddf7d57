package io.lida.analysis;

import io.lida.contract.Scenario;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is right, where it is known. */
final class Truth {
  static final String YES = "for";
  static final String NO = "against";

  private Truth() {}

  static boolean ofAProposal(String answer) {
    return answer.equals(YES) || answer.equals(NO);
  }

  /**
   * What the scenario says; else the outcome that was recorded of a run, for all of them ask one
   * question. Absent when neither is there, or when the outcomes contradict each other.
   */
  static @Nullable String of(Scenario scenario, List<Observation> seen) {
    Scenario.Sweep sweep = scenario.sweep();
    if (sweep != null && sweep.answer() != null) {
      return sweep.answer();
    }
    List<Integer> outcomes = outcomes(scenario, seen);
    return outcomes.size() == 1 ? (outcomes.getFirst() == 1 ? YES : NO) : null;
  }

  /** Whether it was recorded of one run that it came true, and of another that it did not. */
  static boolean disputed(Scenario scenario, List<Observation> seen) {
    return outcomes(scenario, seen).size() > 1;
  }

  /** Each outcome once; none on options, which are neither true nor false. */
  private static List<Integer> outcomes(Scenario scenario, List<Observation> seen) {
    return scenario.deliberation().options().isEmpty()
        ? seen.stream().map(Observation::outcome).filter(Objects::nonNull).distinct().toList()
        : List.of();
  }
}
