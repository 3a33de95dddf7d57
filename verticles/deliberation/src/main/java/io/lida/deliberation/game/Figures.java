package io.lida.deliberation.game;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * The figures of a game by name, and its players in the order of seats.
 *
 * @param parameters all of the form, defaults filled in
 */
public record Figures(Map<String, Double> parameters, List<String> players) {
  public Figures {
    parameters = Map.copyOf(parameters);
    players = List.copyOf(players);
  }

  /** The figure with this name. */
  double get(String name) {
    Double figure = parameters.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no figure is called " + name);
    }
    return figure;
  }

  int seats() {
    return players.size();
  }

  /** Something of each player, by id and in the order of seats. */
  Map<String, Double> each(IntToDoubleFunction figure) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (int seat = 0; seat < players.size(); seat++) {
      figures.put(players.get(seat), figure.applyAsDouble(seat));
    }
    return figures;
  }

  /** One player's figure in a map by id. */
  double of(Map<String, Double> figures, int seat) {
    return figures.getOrDefault(players.get(seat), 0.0);
  }
}
