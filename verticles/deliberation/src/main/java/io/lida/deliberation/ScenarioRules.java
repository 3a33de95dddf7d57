package io.lida.deliberation;

import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.Participant;
import io.lida.contract.Scenario.Rules;
import io.lida.contract.Scenario.Similarity;
import io.lida.contract.Scenario.Simulation;
import io.lida.contract.Scenario.Stable;
import io.lida.contract.Scenario.Termination;
import io.lida.contract.Scenario.TurnTaking;
import io.lida.contract.Scenario.VotingMethod;
import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a scenario must keep to, whoever made it. Thread-safe. */
final class ScenarioRules {
  static final int MOST_ROUNDS = 50;
  static final int LONGEST_TOPIC = 32 * 1024;
  static final int LONGEST_TIMEOUT = 86_400;
  static final int LONGEST_OPTION = 500;
  static final List<String> FORMATS = List.of("json", "jsonl", "markdown");
  private static final int MOST_SEATS = 100;
  private static final int MOST_OPTIONS = 9;
  private static final int MOST_PHRASES = 50;
  private static final Pattern SITTER = Pattern.compile("(agent|person)/[a-z0-9_-]{1,64}");

  private ScenarioRules() {}

  /**
   * Checks a scenario.
   *
   * @throws Fault INVALID_SCENARIO with every problem
   */
  static void check(Scenario scenario) {
    refuse("the scenario", problems(scenario));
  }

  /** Refuses a scenario for what is wrong with it, if anything is. */
  static void refuse(String source, List<String> problems) {
    if (problems.isEmpty()) {
      return;
    }
    String title =
        problems.size() == 1
            ? source + ": " + problems.getFirst()
            : source + " has " + problems.size() + " problems";
    String detail = problems.size() == 1 ? "" : String.join("; ", problems);
    throw new Fault(
        FaultCode.INVALID_SCENARIO,
        title,
        detail,
        "correct " + source + "; conf/schema/scenario.schema.json describes every key");
  }

  /** What is wrong with a scenario that could be read. */
  static List<String> problems(Scenario scenario) {
    List<String> problems = new ArrayList<>();
    Simulation simulation = scenario.simulation();
    if (scenario.topic().isBlank()) {
      problems.add("the topic is empty");
    }
    bound(problems, "the topic's length", scenario.topic().length(), LONGEST_TOPIC);
    bound(problems, "max_rounds", simulation.maxRounds(), MOST_ROUNDS);
    bound(problems, "timeout_seconds", simulation.timeoutSeconds(), LONGEST_TIMEOUT);
    bound(problems, "the number of personas", scenario.personas().size(), MOST_SEATS);
    scenario.personas().forEach(seat -> participantProblem(problems, seat));
    if (scenario.personas().stream().map(Participant::id).distinct().count()
        < scenario.personas().size()) {
      problems.add("a persona sits twice; fork it (lida personas fork) to seat it again");
    }
    Rules rules = scenario.deliberation();
    participantProblem(problems, rules.moderator());
    thresholdProblem(problems, rules.consensusThreshold());
    if (!(rules.quorum() >= 0 && rules.quorum() <= 1)) {
      problems.add("quorum must be from 0 to 1");
    }
    Aggregation.problem(rules.aggregation()).ifPresent(problems::add);
    if (!FORMATS.contains(scenario.output().exportFormat())) {
      problems.add("export_format must be one of " + String.join(", ", FORMATS));
    }
    axesProblem(problems, rules.axes());
    problems.addAll(ProbeRules.problems(rules.probes()));
    optionProblems(problems, rules);
    conversationProblems(problems, scenario);
    endProblems(problems, rules.termination());
    problems.addAll(GameReader.problems(scenario));
    problems.addAll(StudyRules.problems(scenario));
    return problems;
  }

  private static void bound(List<String> problems, String what, long value, long most) {
    if (value < 1 || value > most) {
      problems.add(what + " must be from 1 to " + most + ", is " + value);
    }
  }

  private static void participantProblem(List<String> problems, @Nullable Participant seat) {
    if (seat != null && !seat.id().matches("[a-z0-9_.-]{1,64}")) {
      problems.add("a persona's id must be 1 to 64 of a-z, 0-9, _ . and -: \"" + seat.id() + "\"");
    }
    String model = seat == null ? null : seat.model();
    boolean program = model != null && model.startsWith(Agents.AGENT);
    if (model != null && (program || Agents.isPerson(model)) && !SITTER.matcher(model).matches()) {
      problems.add(
          (program ? "an agent's" : "a person's")
              + " name must be 1 to 64 of a-z, 0-9, _ and -: \""
              + model
              + "\"");
    }
  }

  private static void thresholdProblem(List<String> problems, String threshold) {
    try {
      Ratio ratio = Ratio.parse(threshold);
      if (ratio.compareTo(Ratio.of(0, 1)) <= 0 || ratio.compareTo(Ratio.of(1, 1)) > 0) {
        problems.add("consensus_threshold must be above 0 and at most 1, is " + threshold);
      }
    } catch (Refusal malformed) {
      problems.add("consensus_threshold must be a number such as 0.7 or 2/3, is " + threshold);
    }
  }

  private static void conversationProblems(List<String> problems, Scenario scenario) {
    Rules rules = scenario.deliberation();
    if (rules.mode() == Mode.CONVERSATION) {
      if (scenario.personas().size() < 2) {
        problems.add("a conversation needs two personas or more");
      }
      if (rules.order() == Order.SIMULTANEOUS) {
        problems.add("in a conversation one speaks at a time: order is sequential or latin_square");
      }
      if (rules.stopOnConsensus()) {
        problems.add("nobody votes in a conversation, so stop_on_consensus has no meaning in it");
      }
    }
    if (rules.turnTaking() == TurnTaking.MODERATED) {
      if (rules.mode() != Mode.CONVERSATION) {
        problems.add("turn_taking is for mode conversation");
      }
      if (rules.moderator() == null) {
        problems.add("turn_taking: moderated needs a moderator");
      }
    }
  }

  private static void endProblems(List<String> problems, @Nullable Termination ends) {
    if (ends == null) {
      return;
    }
    if (ends.phrases().size() > MOST_PHRASES || ends.phrases().stream().anyMatch(String::isBlank)) {
      problems.add("termination.phrases are at most " + MOST_PHRASES + ", none of them blank");
    }
    Similarity similar = ends.similarity();
    if (similar != null && (similar.window() < 2 || similar.window() > MOST_ROUNDS)) {
      problems.add("termination.similarity.window must be from 2 to " + MOST_ROUNDS);
    }
    Stable stable = ends.stable();
    if (stable != null && (stable.rounds() < 1 || !(stable.epsilon() >= 0))) {
      problems.add("termination.stable needs at least 1 round and an epsilon of 0 or more");
    }
  }

  private static void optionProblems(List<String> problems, Rules rules) {
    List<Scenario.Option> options = rules.options();
    String method = rules.votingMethod().id();
    if (rules.votingMethod().form() == Scenario.BallotForm.CHOICE) {
      if (!options.isEmpty()) {
        problems.add(
            "voting_method "
                + method
                + " decides on the topic as a proposal and takes no options; rules on options are "
                + Arrays.stream(VotingMethod.values())
                    .filter(other -> other.form() != Scenario.BallotForm.CHOICE)
                    .map(VotingMethod::id)
                    .collect(Collectors.joining(", ")));
      }
      return;
    }
    if (options.size() < 2 || options.size() > MOST_OPTIONS) {
      problems.add(
          "voting_method "
              + method
              + " needs 2 to "
              + MOST_OPTIONS
              + " options, has "
              + options.size()
              + "; list them as options: [{id: pause, text: Pause for a year}, ...]");
    }
    for (Scenario.Option option : options) {
      if (!option.id().matches("[a-z0-9_-]{1,40}")) {
        problems.add(
            "an option's id must be 1 to 40 of a-z, 0-9, _ and -: \"" + option.id() + "\"");
      }
      if (option.text().isBlank() || option.text().length() > LONGEST_OPTION) {
        problems.add("the text of option " + option.id() + " must have 1 to 500 characters");
      }
      axesProblem(problems, option.axes());
    }
    if (rules.stopOnConsensus()) {
      problems.add("stop_on_consensus reads stances on a proposal, and " + method + " has options");
    }
    if (options.stream().map(Scenario.Option::id).distinct().count() < options.size()) {
      problems.add("two options have one id");
    }
  }

  private static void axesProblem(List<String> problems, @Nullable Map<String, Double> axes) {
    if (axes == null) {
      return;
    }
    if (axes.isEmpty() || axes.values().stream().allMatch(weight -> weight == 0)) {
      problems.add("axes must give at least one axis a weight other than 0");
    }
    axes.forEach(
        (axis, weight) -> {
          if (!Card.AXES.contains(axis)) {
            problems.add(
                "unknown axis \"" + axis + "\"; known are " + String.join(", ", Card.AXES));
          } else if (!(Math.abs(weight) <= 1)) {
            problems.add("the weight of axis " + axis + " must be from -1 to 1");
          }
        });
  }
}
