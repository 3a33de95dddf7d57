package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The state of a game's world between two rounds; figures by persona are in order of seats. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "game")
@JsonSubTypes({
  @JsonSubTypes.Type(value = World.AgiRace.class, name = "agi_race"),
  @JsonSubTypes.Type(value = World.ChipWar.class, name = "chip_war")
})
public sealed interface World {
  /** How many rounds have been played. */
  int round();

  /** Whether the game is over before its last round. */
  boolean over();

  /**
   * A race.
   *
   * @param progress what each has got to: rounds won so far, in expectation, or steps made
   * @param lead each one's share of the round just played: of the chance to win it, or of the steps
   *     made in it; sums to 1, and is even before the first
   * @param safety the mean safety each has kept so far, 0 to 1
   * @param earned what each has earned so far
   * @param risk of a disaster in the round just played, 0 to 1
   * @param survival the chance that no disaster has happened so far, 0 to 1
   */
  record AgiRace(
      int round,
      boolean over,
      Map<String, Double> progress,
      Map<String, Double> lead,
      Map<String, Double> safety,
      Map<String, Double> earned,
      double risk,
      double survival)
      implements World {
    public AgiRace {
      progress = ordered(progress);
      lead = ordered(lead);
      safety = ordered(safety);
      earned = ordered(earned);
    }
  }

  /**
   * A struggle over chips.
   *
   * @param shares of the market; sum to 1
   * @param budgets what each can still spend; never below 0
   * @param openness of trade in the round just played, from 0, closed, to 1
   */
  record ChipWar(
      int round,
      boolean over,
      Map<String, Double> shares,
      Map<String, Double> budgets,
      double openness)
      implements World {
    public ChipWar {
      shares = ordered(shares);
      budgets = ordered(budgets);
    }
  }

  private static Map<String, Double> ordered(Map<String, Double> figures) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
