package io.lida.deliberation;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the arms and the sweep of a scenario must keep to. Pure functions. */
final class StudyRules {
  static final int MOST_REPEATS = 1_000;

  private StudyRules() {}

  static List<String> problems(Scenario scenario) {
    List<String> problems = new ArrayList<>();
    Rules rules = scenario.deliberation();
    if (rules.arms().isEmpty() || Set.copyOf(rules.arms()).size() < rules.arms().size()) {
      problems.add("arms must name one arm or more, each once");
    }
    if (rules.arms().stream().anyMatch(arm -> arm != Arm.DELIBERATION)) {
      controlProblems(problems, scenario);
    }
    if (scenario.sweep() != null) {
      sweepProblems(problems, scenario.sweep(), rules);
    }
    return problems;
  }

  /**
   * Lets a run pass.
   *
   * @throws Fault INVALID_SCENARIO for a study, which is more than one run
   */
  static void refuse(Scenario scenario) {
    if (scenario.isStudy()) {
      throw new Fault(
          FaultCode.INVALID_SCENARIO,
          "this scenario is a study of several runs",
          "it has a sweep, or more than one arm",
          "start it as a study: lida run FILE, or POST /api/v1/studies");
    }
  }

  /**
   * A control costs as many calls as the deliberation only where everybody speaks in each round.
   */
  private static void controlProblems(List<String> problems, Scenario scenario) {
    Rules rules = scenario.deliberation();
    if (rules.mode() != Mode.DEBATE && rules.mode() != Mode.QUORUM) {
      problems.add("arms compare decisions, and nobody votes in mode " + rules.mode().id());
    }
    if (rules.order() != Order.SIMULTANEOUS) {
      problems.add("arms need order: simultaneous, so that each costs the same calls");
    }
    if (rules.moderator() != null) {
      problems.add("arms need a debate without a moderator, who would tell what was said");
    }
    if (rules.arms().contains(Arm.SHUFFLED_REASONS) && scenario.personas().size() < 3) {
      problems.add(
          "arm shuffled_reasons needs three personas or more, to shuffle among two others");
    }
    if (rules.stopOnConsensus() || rules.termination() != null) {
      problems.add("arms need all rounds, so leave out stop_on_consensus and termination");
    }
  }

  private static void sweepProblems(List<String> problems, Scenario.Sweep sweep, Rules rules) {
    if (sweep.repeats() < 1 || sweep.repeats() > MOST_REPEATS) {
      problems.add("sweep.repeats must be from 1 to " + MOST_REPEATS);
    }
    Set<String> answers = answers(rules);
    if (sweep.answer() != null && !answers.contains(sweep.answer())) {
      problems.add("sweep.answer must be one of " + String.join(", ", answers));
    }
  }

  private static Set<String> answers(Rules rules) {
    Stream<String> answers =
        rules.options().isEmpty()
            ? Stream.of("for", "against")
            : rules.options().stream().map(Scenario.Option::id);
    return answers.collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
