package io.lida.deliberation;

import io.lida.contract.Axis;
import io.lida.contract.Findings.Course;
import io.lida.contract.Findings.Standing;
import io.lida.contract.RunEvent.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How beliefs moved on the axes that private questions ask for. Pure functions. */
final class Courses {
  private Courses() {}

  /**
   * One course for each axis asked for; a question asked again to see it waver is no step of it.
   */
  static List<Course> of(State state) {
    List<Course> courses = new ArrayList<>();
    for (Axis axis : state.manifest().axes()) {
      Map<Integer, Map<String, Double>> rounds = new TreeMap<>();
      for (Probe probe : state.probes()) {
        Double belief = probe.axes().get(axis.id());
        if (belief != null && Calls.repeat(probe.id()) == 0) {
          rounds
              .computeIfAbsent(probe.round(), round -> new LinkedHashMap<>())
              .put(probe.speaker(), belief);
        }
      }
      List<Standing> standings = new ArrayList<>();
      rounds.forEach((round, beliefs) -> standings.add(standing(round, beliefs)));
      courses.add(new Course(axis.id(), standings));
    }
    return courses;
  }

  private static Standing standing(int round, Map<String, Double> beliefs) {
    double mean =
        beliefs.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double variance =
        beliefs.values().stream()
            .mapToDouble(belief -> (belief - mean) * (belief - mean))
            .average()
            .orElseThrow();
    return new Standing(round, beliefs, mean, Math.sqrt(variance), 4 * variance);
  }
}
