package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Scenario.Probes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the private questions of a scenario must keep to. Pure functions. */
final class ProbeRules {
  private ProbeRules() {}

  static List<String> problems(@Nullable Probes probes) {
    List<String> problems = new ArrayList<>();
    if (probes == null || probes.axes().isEmpty()) {
      return problems;
    }
    Set<String> named = new LinkedHashSet<>();
    for (String axis : probes.axes()) {
      if (!Card.AXES.contains(axis)) {
        problems.add("unknown axis \"" + axis + "\"" + YamlMap.suggestion(axis, Card.AXES));
      } else if (!named.add(axis)) {
        problems.add("probes.axes names " + axis + " twice");
      }
    }
    if (!probes.asks()) {
      problems.add(
          "probes.axes are asked for in private questions, and there are none: set before, between"
              + " or after to true");
    }
    return problems;
  }
}
