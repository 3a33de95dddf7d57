package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a run from its events alone.
 *
 * @param movement how stances moved; absent before the second round
 * @param fidelity whether personas kept to their cards; absent before anybody spoke
 * @param minority what those who lost said, and what both sides share; absent without a decision
 * @param axes where the personas stood on the belief axes that private questions asked for, in
 *     their order
 */
public record Findings(
    @Nullable Movement movement,
    @Nullable Fidelity fidelity,
    @Nullable Minority minority,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Course> axes) {
  private static final double STILL = 1e-9;

  public Findings {
    axes = axes == null ? List.of() : List.copyOf(axes);
  }

  /** A belief axis over the rounds after which somebody answered on it; 0 is before the first. */
  public record Course(String axis, List<Standing> rounds) {
    public Course {
      rounds = List.copyOf(rounds);
    }

    /** Who moved farthest from their first answer to their last; nobody where all stood still. */
    public Optional<Mover> farthest() {
      Map<String, Double> first = new LinkedHashMap<>();
      Map<String, Double> last = new LinkedHashMap<>();
      for (Standing round : rounds) {
        round.beliefs().forEach(first::putIfAbsent);
        last.putAll(round.beliefs());
      }
      return last.entrySet().stream()
          .map(is -> new Mover(is.getKey(), is.getValue() - first.getOrDefault(is.getKey(), 0.0)))
          .filter(mover -> Math.abs(mover.change()) > STILL)
          .max(Comparator.comparingDouble(mover -> Math.abs(mover.change())));
    }
  }

  /** A persona, and how far it moved on an axis. */
  public record Mover(String speaker, double change) {}

  /**
   * Where those who answered stood on an axis after a round.
   *
   * @param beliefs by persona id, 0 to 1; without those who gave none
   * @param mean of the beliefs
   * @param deviation their standard deviation over those who answered (divisor n)
   * @param polarization 4 Var of the beliefs, from 0 (one voice) to 1 (two poles)
   */
  public record Standing(
      int round, Map<String, Double> beliefs, double mean, double deviation, double polarization) {
    public Standing {
      beliefs = Collections.unmodifiableMap(new LinkedHashMap<>(beliefs));
    }
  }

  /**
   * How stances moved from round to round.
   *
   * @param flips share of the steps of one seat between two rounds in which it changed sides, a
   *     stance within 0.05 of 0 being on neither; 0 to 1
   * @param conformity share of the steps in which a stance moved at all that went towards the mean
   *     of the others; 0 to 1, absent when nobody moved
   * @param collapse 1 less the last standard deviation over the first: 0 where the panel is as
   *     divided as at first, 1 where it speaks with one voice, below 0 where it has drawn apart;
   *     absent where all began alike
   * @param influence how much of the movement mutual influence explains
   * @param apart what changed in public and in private, where private questions were asked
   */
  public record Movement(
      double flips,
      @Nullable Double conformity,
      @Nullable Double collapse,
      @Nullable Influence influence,
      List<Apart> apart) {
    public Movement {
      apart = List.copyOf(apart);
    }
  }

  /**
   * The model of Friedkin and Johnsen with equal weights, fitted to the stances.
   *
   * @param susceptibility by persona id, 0 (never moved by others) to 1 (only by them); without
   *     those on whom nobody had anything to bear
   * @param explained share of the squared movement away from the first stances that the model
   *     accounts for; 1 for all of it, 0 or less for none
   */
  public record Influence(Map<String, Double> susceptibility, double explained) {
    public Influence {
      susceptibility = Collections.unmodifiableMap(new LinkedHashMap<>(susceptibility));
    }
  }

  /**
   * One persona at the table and in private.
   *
   * @param publicChange from the first private answer to the last stance at the table
   * @param privateChange from the first private answer to the last
   * @param gap between the last stance at the table and the last private answer, at least 0
   */
  public record Apart(String speaker, double publicChange, double privateChange, double gap) {}

  /**
   * Whether the models behind the seats kept to the cards.
   *
   * @param personas one by one
   * @param between variance of the first stances over personas
   * @param within mean variance of one persona's repeated private answers; absent without repeats
   * @param warnings in plain words, when personas are noise or have left their cards
   */
  public record Fidelity(
      List<Adherence> personas, double between, @Nullable Double within, List<String> warnings) {
    public Fidelity {
      personas = List.copyOf(personas);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * One persona against its card.
   *
   * @param expected the stance the card's beliefs give on the question as it was read, -1 to 1
   * @param first stated
   * @param last stated
   * @param adherence 1 where the first stance is the expected one, 0 at the other end of the scale
   * @param drift distance from the first stance to the last, 0 to 2
   * @param granted points the persona granted on the way; drift without any has no reason given
   */
  public record Adherence(
      String speaker,
      double expected,
      double first,
      double last,
      double adherence,
      double drift,
      int granted) {}

  /**
   * The minority report.
   *
   * @param bridge what somebody said that speakers of both sides took up; absent if nothing was
   * @param dissents those who voted otherwise, the weightiest and surest first
   */
  public record Minority(@Nullable Bridge bridge, List<Dissenter> dissents) {
    public Minority {
      dissents = List.copyOf(dissents);
    }
  }

  /**
   * A sentence that bridges opinion groups.
   *
   * @param turn where it was said
   * @param support by side, the turns that took it up
   */
  public record Bridge(
      String sentence, String turn, String speaker, Map<String, List<String>> support) {
    public Bridge {
      support = Collections.unmodifiableMap(new LinkedHashMap<>(support));
    }
  }

  /**
   * Somebody who disagrees.
   *
   * @param weight of the vote, times confidence: what the dissents are ranked by
   * @param turns in which the reason was argued: those of the speaker, last first
   */
  public record Dissenter(
      String speaker,
      String name,
      String choice,
      double weight,
      String reason,
      List<String> turns) {
    public Dissenter {
      turns = List.copyOf(turns);
    }
  }
}
