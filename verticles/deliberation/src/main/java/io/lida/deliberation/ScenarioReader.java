package io.lida.deliberation;

import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Game;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Scenario.BeliefUpdate;
import io.lida.contract.Scenario.Beliefs;
import io.lida.contract.Scenario.Budget;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.Output;
import io.lida.contract.Scenario.Participant;
import io.lida.contract.Scenario.Probes;
import io.lida.contract.Scenario.Rules;
import io.lida.contract.Scenario.Similarity;
import io.lida.contract.Scenario.Simulation;
import io.lida.contract.Scenario.Stable;
import io.lida.contract.Scenario.Sweep;
import io.lida.contract.Scenario.Termination;
import io.lida.contract.Scenario.TurnTaking;
import io.lida.contract.Scenario.Visibility;
import io.lida.contract.Scenario.VotingMethod;
import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a scenario as people write it, and checks one that another room made. Thread-safe. */
final class ScenarioReader {
  private static final int MOST_SEATS = 100;
  private static final int MOST_ROUNDS = 50;
  private static final int LONGEST_TOPIC = 32 * 1024;
  private static final int LONGEST_TIMEOUT = 86_400;
  private static final int MOST_OPTIONS = 9;
  private static final int MOST_PHRASES = 50;
  private static final int LONGEST_OPTION = 500;
  private static final int LONGEST_AXIS = 64;
  private static final Pattern SITTER = Pattern.compile("(agent|person)/[a-z0-9_-]{1,64}");
  private static final List<String> FORMATS = List.of("json", "jsonl", "markdown");

  private ScenarioReader() {}

  /**
   * Reads YAML.
   *
   * @param source named in messages
   * @throws Fault INVALID_SCENARIO with every problem and its line and column
   */
  static Scenario read(String source, String yaml) {
    List<String> problems = new ArrayList<>();
    YamlMap root = YamlMap.read(source, yaml, problems);
    Scenario scenario = scenario(root);
    if (problems.isEmpty()) {
      problems.addAll(problems(scenario));
    }
    refuse(source, problems);
    return scenario;
  }

  /**
   * Checks a scenario.
   *
   * @throws Fault INVALID_SCENARIO with every problem
   */
  static void check(Scenario scenario) {
    refuse("the scenario", problems(scenario));
  }

  private static void refuse(String source, List<String> problems) {
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

  private static Scenario scenario(YamlMap root) {
    String name = root.required("name", root.text("name", 200)).orElse("");
    String version = root.text("version", 40).orElse("1.0");
    Simulation simulation = simulation(root.map("simulation"));
    if (!root.has("simulation")) {
      root.problemWith("simulation", "\"simulation\" is missing");
    }
    List<Participant> seats =
        root.maps("personas").stream().map(ScenarioReader::participant).toList();
    Rules rules = rules(root.map("deliberation"));
    Output output = output(root.map("output"));
    Budget budget = root.has("budget") ? budget(root.map("budget")) : null;
    Game game = root.has("game") ? GameReader.read(root.map("game")) : null;
    Sweep sweep = root.has("sweep") ? sweep(root.map("sweep")) : null;
    root.refuseOthers();
    return new Scenario(name, version, simulation, seats, rules, output, budget, game, sweep);
  }

  private static Simulation simulation(YamlMap map) {
    Optional<String> topic = map.text("auto_start_topic", LONGEST_TOPIC);
    Simulation simulation =
        new Simulation(
            map.required("auto_start_topic", topic).orElse("?"),
            map.whole("max_rounds", 1, MOST_ROUNDS).orElse(3L).intValue(),
            map.whole("timeout_seconds", 1, LONGEST_TIMEOUT).orElse(600L).intValue());
    map.refuseOthers();
    return simulation;
  }

  private static Participant participant(YamlMap map) {
    Participant participant =
        new Participant(
            map.required("id", map.text("id", 64)).orElse("?"),
            map.text("role", 64).orElse(null),
            map.text("model", 200).orElse(null));
    map.refuseOthers();
    return participant;
  }

  private static Rules rules(YamlMap map) {
    Mode mode = map.oneOf("mode", Mode.class).orElse(Mode.DEBATE);
    Rules usual = Rules.usual(mode);
    Rules rules =
        new Rules(
            mode,
            map.text("consensus_threshold", 40).orElse(usual.consensusThreshold()),
            map.oneOf("voting_method", VotingMethod.class).orElse(usual.votingMethod()),
            map.checked("aggregation", Aggregation::problem).orElse(usual.aggregation()),
            map.oneOf("order", Order.class).orElse(usual.order()),
            map.oneOf("visibility", Visibility.class).orElse(usual.visibility()),
            map.has("moderator") ? participant(map.map("moderator")) : null,
            map.number("quorum", 0, 1).orElse(usual.quorum()),
            map.flag("stop_on_consensus").orElse(false),
            map.has("axes") ? axes(map.map("axes")) : null,
            map.has("options")
                ? map.maps("options").stream().map(ScenarioReader::option).toList()
                : List.of(),
            map.oneOf("turn_taking", TurnTaking.class).orElse(usual.turnTaking()),
            map.has("probes") ? probes(map.map("probes")) : null,
            map.has("termination") ? termination(map.map("termination")) : null,
            map.has("beliefs") ? beliefs(map.map("beliefs")) : null,
            map.has("arms") ? map.severalOf("arms", Arm.class) : usual.arms());
    map.refuseOthers();
    return rules;
  }

  private static Probes probes(YamlMap map) {
    Probes probes =
        new Probes(
            map.flag("before").orElse(false),
            map.flag("between").orElse(false),
            map.flag("after").orElse(false),
            map.texts("axes", LONGEST_AXIS));
    ProbeRules.problems(probes).forEach(problem -> map.problemWith("axes", problem));
    map.refuseOthers();
    return probes;
  }

  private static Termination termination(YamlMap map) {
    Termination termination =
        new Termination(
            map.texts("phrases", LONGEST_OPTION),
            map.has("similarity") ? similarity(map.map("similarity")) : null,
            map.has("stable") ? stable(map.map("stable")) : null);
    map.refuseOthers();
    return termination;
  }

  private static Similarity similarity(YamlMap map) {
    Similarity similarity =
        new Similarity(
            map.whole("window", 2, MOST_ROUNDS).orElse(6L).intValue(),
            map.number("jaccard", 0, 1).orElse(0.6),
            map.number("cosine", 0, 1).orElse(0.8));
    map.refuseOthers();
    return similarity;
  }

  private static Stable stable(YamlMap map) {
    Stable stable =
        new Stable(
            map.whole("rounds", 1, MOST_ROUNDS).orElse(1L).intValue(),
            map.number("epsilon", 0, 2).orElse(0.01));
    map.refuseOthers();
    return stable;
  }

  private static Beliefs beliefs(YamlMap map) {
    Beliefs beliefs =
        new Beliefs(
            map.required("update", map.oneOf("update", BeliefUpdate.class))
                .orElse(BeliefUpdate.FRIEDKIN_JOHNSEN));
    map.refuseOthers();
    return beliefs;
  }

  private static Scenario.Option option(YamlMap map) {
    String id = map.required("id", map.text("id", 40)).orElse("?");
    Scenario.Option option =
        new Scenario.Option(
            id,
            map.text("text", LONGEST_OPTION).orElse(id.replace('_', ' ')),
            map.has("axes") ? axes(map.map("axes")) : null);
    map.refuseOthers();
    return option;
  }

  private static Map<String, Double> axes(YamlMap map) {
    Map<String, Double> axes = new LinkedHashMap<>();
    for (String axis : Card.AXES) {
      map.number(axis, -1, 1).ifPresent(weight -> axes.put(axis, weight));
    }
    map.refuseOthers();
    return axes;
  }

  private static Output output(YamlMap map) {
    Output output =
        new Output(
            map.flag("save_transcript").orElse(true),
            map.oneOf("export_format", FORMATS).orElse("json"));
    map.refuseOthers();
    return output;
  }

  private static Budget budget(YamlMap map) {
    Budget budget =
        new Budget(
            map.number("usd", 0, 1e9).orElse(null),
            map.whole("tokens", 1, Long.MAX_VALUE).orElse(null),
            map.whole("calls", 1, Integer.MAX_VALUE).map(Long::intValue).orElse(null));
    map.refuseOthers();
    return budget;
  }

  private static Sweep sweep(YamlMap map) {
    Sweep sweep =
        new Sweep(
            map.whole("repeats", 1, StudyRules.MOST_REPEATS).orElse(10L).intValue(),
            map.text("answer", 40).orElse(null));
    map.refuseOthers();
    return sweep;
  }

  private static List<String> problems(Scenario scenario) {
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
