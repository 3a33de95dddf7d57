package io.lida.deliberation;

import io.lida.contract.RunEvent.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each seat stood over the rounds. Pure functions. */
final class Trajectories {
  private Trajectories() {}

  /**
   * The stance of each seat after each round, from the first; who is silent keeps the stance it
   * had, and who has never spoken is left out.
   */
  static List<Map<Integer, Double>> after(State state) {
    List<Map<Integer, Double>> course = new ArrayList<>();
    Map<Integer, Double> now = new TreeMap<>();
    for (int round : state.transcript().rounds()) {
      for (Turn turn : state.transcript().round(round)) {
        now.put(turn.seat(), turn.stance());
      }
      course.add(new TreeMap<>(now));
    }
    return course;
  }
}
