package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Fault;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a scenario as people write it. Thread-safe. */
final class ScenarioReader {
  private static final int LONGEST_AXIS = 64;

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
      problems.addAll(ScenarioRules.problems(scenario));
    }
    ScenarioRules.refuse(source, problems);
    return scenario;
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
    Optional<String> topic = map.text("auto_start_topic", ScenarioRules.LONGEST_TOPIC);
    Simulation simulation =
        new Simulation(
            map.required("auto_start_topic", topic).orElse("?"),
            map.whole("max_rounds", 1, ScenarioRules.MOST_ROUNDS).orElse(3L).intValue(),
            map.whole("timeout_seconds", 1, ScenarioRules.LONGEST_TIMEOUT).orElse(600L).intValue());
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
            map.texts("phrases", ScenarioRules.LONGEST_OPTION),
            map.has("similarity") ? similarity(map.map("similarity")) : null,
            map.has("stable") ? stable(map.map("stable")) : null);
    map.refuseOthers();
    return termination;
  }

  private static Similarity similarity(YamlMap map) {
    Similarity similarity =
        new Similarity(
            map.whole("window", 2, ScenarioRules.MOST_ROUNDS).orElse(6L).intValue(),
            map.number("jaccard", 0, 1).orElse(0.6),
            map.number("cosine", 0, 1).orElse(0.8));
    map.refuseOthers();
    return similarity;
  }

  private static Stable stable(YamlMap map) {
    Stable stable =
        new Stable(
            map.whole("rounds", 1, ScenarioRules.MOST_ROUNDS).orElse(1L).intValue(),
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
            map.text("text", ScenarioRules.LONGEST_OPTION).orElse(id.replace('_', ' ')),
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
            map.oneOf("export_format", ScenarioRules.FORMATS).orElse("json"));
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
}
