package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A persona: who speaks, what they know, what they believe, and how they argue and move.
 *
 * <p>The format is that of {@code conf/schema/card.schema.json}; its ranges are checked where cards
 * are read. Composite and fictional unless {@code publicFigure}; then every rendering says that it
 * is a simulation. Immutable.
 *
 * @param id {@code constituency.disposition}, or any id of {@code [a-z0-9_.-]}
 * @param version counts revisions of one card, from 1
 * @param name how the persona is called in a transcript
 * @param beliefs by axis id; see {@link Belief}
 * @param capabilities what somebody in a workflow can be asked to do; empty for who only
 *     deliberates
 * @param parent the id this card was forked from
 * @param changes what the fork changed, in order
 * @param notes what a reader must know about where the card came from, for instance that it is a
 *     stand-in
 */
public record Card(
    String id,
    int version,
    String name,
    String constituency,
    String disposition,
    boolean composite,
    boolean publicFigure,
    List<String> sources,
    Background background,
    List<Expertise> expertise,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> capabilities,
    Map<String, Belief> beliefs,
    Style style,
    List<Argument> typicalArguments,
    List<RedLine> redLines,
    Dynamics dynamics,
    @Nullable Preference model,
    List<Probe> probes,
    @Nullable String parent,
    List<Change> changes,
    List<String> notes) {

  /** The twelve belief axes in their order; each value runs from 0 to 1. */
  public static final List<String> AXES =
      List.of(
          "catastrophic_risk",
          "timelines",
          "agency_view",
          "alignment_tractability",
          "pace",
          "open_weights",
          "state_control",
          "international_coordination",
          "harm_focus",
          "labour_impact",
          "power_concentration",
          "liability");

  /** Constituency and disposition of who sits in person: neither is known. */
  public static final String PERSON = "person";

  public Card {
    sources = copy(sources);
    expertise = copy(expertise);
    capabilities = copy(capabilities);
    beliefs =
        beliefs == null
            ? Map.of()
            : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(beliefs));
    typicalArguments = copy(typicalArguments);
    redLines = copy(redLines);
    probes = copy(probes);
    changes = copy(changes);
    notes = copy(notes);
  }

  /** The value on an axis, 0.5 where the card is silent. */
  public double belief(String axis) {
    Belief belief = beliefs.get(axis);
    return belief == null ? 0.5 : belief.value();
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * Where the persona comes from.
   *
   * @param backstory first person, may be empty
   */
  public record Background(String summary, String backstory, List<String> career, String region) {
    public Background {
      backstory = backstory == null ? "" : backstory;
      career = copy(career);
      region = region == null ? "" : region;
    }
  }

  /** How much the persona knows of a topic: none, novice, competent, proficient or expert. */
  public record Expertise(String topic, String level) {
    /** The level as a number: 0, 0.25, 0.5, 0.75, 1 (levels of Dreyfus and Dreyfus 1980). */
    public double weight() {
      return switch (level) {
        case "novice" -> 0.25;
        case "competent" -> 0.5;
        case "proficient" -> 0.75;
        case "expert" -> 1;
        default -> 0;
      };
    }
  }

  /**
   * A belief on one axis.
   *
   * @param value 0 to 1, from the axis's first pole to its second
   * @param strength certainty, 0 to 1
   * @param openness willingness to move, 0 to 1
   * @param evidenceThatWouldMove reads after "What would move me is"
   */
  public record Belief(
      double value,
      double strength,
      double openness,
      String evidenceThatWouldMove,
      List<String> sources) {
    public Belief {
      evidenceThatWouldMove = evidenceThatWouldMove == null ? "" : evidenceThatWouldMove;
      sources = copy(sources);
    }
  }

  /**
   * How the persona speaks.
   *
   * @param assertiveness 0 to 1
   * @param maxWords the longest turn in words
   * @param tics verbal habits that may begin a sentence
   */
  public record Style(
      String register, double assertiveness, int maxWords, String evidence, List<String> tics) {
    public Style {
      tics = copy(tics);
    }
  }

  /**
   * An argument the persona likes to make.
   *
   * @param concedes what an honest opponent is right about; reads after "I grant that"
   */
  public record Argument(String axis, String claim, List<String> premises, String concedes) {
    public Argument {
      premises = copy(premises);
      concedes = concedes == null ? "" : concedes;
    }
  }

  /** A bound the persona's vote may not cross: refuses where the belief is {@code op value}. */
  public record RedLine(String axis, String op, double value, String statement) {}

  /**
   * How the persona's beliefs move among others.
   *
   * @param rule {@code friedkin_johnsen}
   * @param susceptibility 0 (never moves) to 1 (only others count)
   * @param epsilon bound of confidence, 0 to 1
   * @param bias exponent of biased assimilation, at least 0
   */
  public record Dynamics(String rule, double susceptibility, double epsilon, double bias) {}

  /** The model that speaks for the persona unless a scenario says otherwise. */
  public record Preference(
      String primary, List<String> fallback, double temperature, @Nullable Long seed) {
    public Preference {
      fallback = copy(fallback);
    }
  }

  /** A question with a known answer, to see whether a model keeps to the card. */
  public record Probe(String question, String axis, double expected, double tolerance) {}

  /** One change of a fork: the place as a JSON pointer, what was there, what is there now. */
  public record Change(String pointer, @Nullable JsonNode from, @Nullable JsonNode to) {}
}
