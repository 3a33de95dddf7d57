package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy game: which one, by which rules, and who plays how. Immutable.
 *
 * @param form the rules the referee keeps; each game has two
 * @param parameters figures of the form that are not at their default, by name
 * @param players how a persona plays, by its id; one that is left out is played by its model
 */
public record Game(
    Name name, Form form, Map<String, Double> parameters, Map<String, Player> players) {
  private static final Player BY_MODEL = new Player(By.MODEL, null);

  public Game {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    players = Collections.unmodifiableMap(new TreeMap<>(players));
  }

  /** How a persona plays. */
  public Player player(String persona) {
    return players.getOrDefault(persona, BY_MODEL);
  }

  /** What it is about. */
  public enum Name {
    CHIP_WAR,
    AGI_RACE;

    /** Lower case, as written in a scenario. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The rules: which model of {@code science.md} 5 the referee computes. */
  public enum Form {
    /** AGI race: each round is a race of its own between safety and speed (5.4). */
    PRECIPICE(Name.AGI_RACE),
    /** AGI race: rounds of development towards one prize, with a regulator (5.5). */
    REGULATION(Name.AGI_RACE),
    /** Chip war: the first persona controls exports, the second builds its own chips (5.6 i). */
    EXPORT_CONTROL(Name.CHIP_WAR),
    /** Chip war: blocs share or restrict, again and again (5.6 ii). */
    BLOC(Name.CHIP_WAR);

    private final Name game;

    Form(Name game) {
      this.game = game;
    }

    /** The game it belongs to. */
    public Name game() {
      return game;
    }

    /** The form of a game where nobody says otherwise. */
    public static Form usual(Name game) {
      return game == Name.AGI_RACE ? PRECIPICE : EXPORT_CONTROL;
    }

    /** Lower case, as written in a scenario. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who or what chooses the moves of a persona. */
  public enum By {
    MODEL,
    /** The card: its beliefs and how far it follows others; see {@link Restraint}. */
    DYNAMICS,
    NASH,
    QRE,
    TIT_FOR_TAT,
    GRIM,
    ALWAYS_SAFE,
    ALWAYS_UNSAFE,
    CONDITIONALLY_SAFE;

    /** Lower case, as written in a scenario. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How a persona plays.
   *
   * @param lambda how little a quantal response errs, from 0 for even play; absent but for QRE
   */
  public record Player(By by, @Nullable Double lambda) {}

  /**
   * What a player may do: set one figure.
   *
   * @param name of the figure
   * @param least the smallest legal value
   * @param most the largest legal value now
   * @param points the only legal values, by name; empty where any between least and most will do
   * @param safe the value of full restraint
   * @param unsafe the value of none
   * @param meaning in words
   */
  public record Lever(
      String name,
      double least,
      double most,
      Map<String, Double> points,
      double safe,
      double unsafe,
      String meaning) {
    private static final double ROUNDING = 1e-9;

    public Lever {
      points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /** Whether a value may be set. */
    public boolean allows(double value) {
      return points.isEmpty()
          ? value >= least - ROUNDING && value <= most + ROUNDING
          : points.values().stream().anyMatch(point -> Math.abs(point - value) <= ROUNDING);
    }

    /** How much restraint a value shows, from 0 to 1. */
    public double restraint(double value) {
      return Math.clamp((value - unsafe) / (safe - unsafe), 0, 1);
    }

    /** The legal value that comes nearest to so much restraint; in a tie the more restrained. */
    public double value(double restraint) {
      double wanted = unsafe + restraint * (safe - unsafe);
      if (points.isEmpty()) {
        return Math.clamp(wanted, least, most);
      }
      double best = safe;
      for (double point : points.values()) {
        if (Math.abs(point - wanted) < Math.abs(best - wanted) - ROUNDING) {
          best = point;
        }
      }
      return best;
    }
  }

  /**
   * The game as one player sees it: what is settled, and nothing of what others do now.
   *
   * @param parameters all figures of the form, defaults filled in
   * @param world as it stands
   * @param lever what this player may set
   * @param seats the players' names in the order of seats
   * @param history for each round played, the restraint of each seat, 0 to 1
   */
  public record Table(
      Name name,
      Form form,
      Map<String, Double> parameters,
      World world,
      Lever lever,
      List<String> seats,
      List<List<Double>> history) {
    public Table {
      parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
      seats = List.copyOf(seats);
      history = history.stream().map(List::copyOf).toList();
    }
  }
}
