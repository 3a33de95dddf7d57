package io.lida.llm.sim;

import io.lida.contract.Card;
import io.lida.contract.Game;
import io.lida.contract.Llm.Situation;
import io.lida.contract.Restraint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A player of a policy game: moves as the card's restraint and the others' last moves say, see
 * {@link Restraint}, and gives a reason of the card's own.
 */
record Mover(Situation situation, Game.Table table) {
  /** What a card may argue from in a game. */
  private static final Map<Game.Name, Set<String>> AXES =
      Map.of(
          Game.Name.AGI_RACE,
          Set.of(
              "catastrophic_risk", "pace", "international_coordination", "alignment_tractability"),
          Game.Name.CHIP_WAR,
          Set.of("international_coordination", "state_control", "open_weights"));

  /** A move as a model makes it: a figure, or the name of one. */
  record Move(Object move, String reason) {}

  Move move() {
    double restraint =
        Restraint.now(situation.card(), table.name(), situation.seat(), table.history());
    double value = table.lever().value(restraint);
    String word = word(value);
    return new Move(word == null ? (Object) rounded(value) : word, reason(value, word));
  }

  /** To six decimals, but never beyond what is legal. */
  private double rounded(double value) {
    return Math.clamp(Stance.rounded(value), table.lever().least(), table.lever().most());
  }

  private @Nullable String word(double value) {
    for (Map.Entry<String, Double> point : table.lever().points().entrySet()) {
      if (point.getValue() == value) {
        return point.getKey();
      }
    }
    return null;
  }

  private String reason(double value, @Nullable String word) {
    String figure = word == null ? String.format(Locale.ROOT, "%.2f", value) : word;
    String set = table.lever().name() + " " + figure;
    List<List<Double>> history = table.history();
    String move =
        history.isEmpty()
            ? "I begin with " + set + "."
            : String.format(
                Locale.ROOT,
                "The others showed restraint of %.2f, and I answer with %s.",
                Restraint.ofOthers(situation.seat(), history.getLast()),
                set);
    return move + claim();
  }

  /** One of the card's arguments that bear on the game, another each round. */
  private String claim() {
    List<String> claims =
        situation.card().typicalArguments().stream()
            .filter(argument -> AXES.getOrDefault(table.name(), Set.of()).contains(argument.axis()))
            .map(Card.Argument::claim)
            .toList();
    return claims.isEmpty() ? "" : " " + claims.get((situation.round() - 1) % claims.size());
  }
}
