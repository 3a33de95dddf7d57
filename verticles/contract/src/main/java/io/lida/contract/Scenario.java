package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is needed to run a deliberation again: the question, who sits, how they talk, how
 * they decide.
 *
 * <p>The YAML form is described by {@code conf/schema/scenario.schema.json}. A scenario has passed
 * its checks: rounds, seats and thresholds are within their bounds. Immutable.
 */
public record Scenario(
    String name,
    String version,
    Simulation simulation,
    List<Participant> personas,
    Rules deliberation,
    Output output,
    @Nullable Budget budget,
    @Nullable Game game,
    @Nullable Sweep sweep) {

  public Scenario {
    personas = List.copyOf(personas);
  }

  /** Whether this is a study of several runs; a run of its own has one arm and no sweep. */
  @JsonIgnore
  public boolean isStudy() {
    return sweep != null || deliberation.arms().size() > 1;
  }

  /** The question under deliberation. */
  public String topic() {
    return simulation.autoStartTopic();
  }

  /**
   * How long the deliberation may be.
   *
   * @param maxRounds 1 to 50
   * @param timeoutSeconds time in hand, counted only while the run is worked on and not while
   *     nobody but a person is waited for; 1 to 86,400
   */
  public record Simulation(String autoStartTopic, int maxRounds, int timeoutSeconds) {}

  /**
   * Who sits.
   *
   * @param id a card's id, or any id together with a role
   * @param role what a seat without a card stands for; in the seat of a person, their name
   * @param model {@code provider/model}; absent for the card's own, or the default; {@code
   *     agent/name} for a program, {@code person/name} for a person
   */
  public record Participant(String id, @Nullable String role, @Nullable String model) {}

  /** What kind of meeting it is. */
  public enum Mode {
    DEBATE,
    QUORUM,
    /** Two or more talk; nobody votes. */
    CONVERSATION,
    /** The personas play a policy game; nobody votes. */
    GAME;

    /** Lower case, as written in a scenario. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether the speakers of a round hear each other within it. */
  public enum Order {
    SIMULTANEOUS,
    SEQUENTIAL,
    /** As sequential, in another order each round, balanced over rounds and drawn by the seed. */
    LATIN_SQUARE;

    /** Lower case, as written in a scenario. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether speakers know who said what. */
  public enum Visibility {
    NAMED,
    BLIND;

    /** Lower case, as written in a scenario. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The rule that turns votes into a decision: {@code science.md} 1, and the ballot it asks for.
   */
  public enum VotingMethod {
    MAJORITY(BallotForm.CHOICE),
    SUPERMAJORITY(BallotForm.CHOICE),
    UNANIMOUS(BallotForm.CHOICE),
    WEIGHTED(BallotForm.CHOICE),
    PLURALITY(BallotForm.RANKING),
    TWO_ROUND(BallotForm.RANKING),
    BORDA(BallotForm.RANKING),
    CONDORCET(BallotForm.RANKING),
    COPELAND(BallotForm.RANKING),
    MINIMAX(BallotForm.RANKING),
    SCHULZE(BallotForm.RANKING),
    RANKED_PAIRS(BallotForm.RANKING),
    KEMENY(BallotForm.RANKING),
    IRV(BallotForm.RANKING),
    COOMBS(BallotForm.RANKING),
    APPROVAL(BallotForm.APPROVAL),
    SCORE(BallotForm.SCORES),
    STAR(BallotForm.SCORES),
    MAJORITY_JUDGMENT(BallotForm.GRADES),
    QUADRATIC(BallotForm.CREDITS),
    SURPRISINGLY_POPULAR(BallotForm.PREDICTION);

    private final BallotForm form;

    VotingMethod(BallotForm form) {
      this.form = form;
    }

    /** What a voter hands in. */
    public BallotForm form() {
      return form;
    }

    /** Lower case, as written in a scenario. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a voter hands in; all but a choice are about the scenario's options. */
  public enum BallotForm {
    /** For, against or abstain, on the topic as a proposal. */
    CHOICE,
    RANKING,
    APPROVAL,
    SCORES,
    GRADES,
    CREDITS,
    PREDICTION;

    /** Lower case, as in events and documents. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Something that can be chosen.
   *
   * @param id 1 to 40 of a to z, 0 to 9, dash and underscore
   * @param text what it means, in words
   * @param axes how it is to be read, as {@link Rules#axes}; absent to read it from its words
   */
  public record Option(String id, String text, @Nullable Map<String, Double> axes) {
    public Option {
      axes = axes == null ? null : Map.copyOf(axes);
    }
  }

  /** Who says who speaks next in a conversation. */
  public enum TurnTaking {
    ROUND_ROBIN,
    /** The moderator gives the floor to one of those who have not yet spoken in the round. */
    MODERATED;

    /** Lower case, as written in a scenario. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What the panel may know of each other. All but the first are controls, which cost as many calls
   * and tell what the deliberation itself added.
   */
  public enum Arm {
    /** They hear each other. */
    DELIBERATION,
    /**
     * Nobody speaks: each votes at once, and as often as it would have been asked in the
     * deliberation; every ballot counts, with its part of the seat's weight.
     */
    VOTE_ONLY,
    /** Each hears only what it said itself. */
    SELF_CORRECTION,
    /**
     * They hear each other's stances, and for reasons those that another gave in the same round: as
     * many words from the same mouths, without their sense.
     */
    SHUFFLED_REASONS;

    /** Lower case, as written in a scenario. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How simulated personas move when they hear others: {@code science.md} 4.1 to 4.8. */
  public enum BeliefUpdate {
    DEGROOT,
    FRIEDKIN_JOHNSEN,
    HEGSELMANN_KRAUSE,
    DEFFUANT,
    BAYES,
    PRECISION,
    BIASED_ASSIMILATION,
    SOCIAL_JUDGMENT;

    /** Lower case, as written in a scenario. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How beliefs move; the cards' own way where a scenario says nothing. */
  public record Beliefs(BeliefUpdate update) {}

  /**
   * When each persona is asked in private where it stands; what it says nobody else hears.
   *
   * @param axes the belief axes it is asked for beside its stance, each once; mostly none
   */
  public record Probes(
      boolean before,
      boolean between,
      boolean after,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> axes) {
    public Probes {
      axes = axes == null ? List.of() : List.copyOf(axes);
    }

    /** Whether anybody is asked at any time. */
    public boolean asks() {
      return before || between || after;
    }
  }

  /**
   * What ends the talk early, beside rounds, time and budget.
   *
   * @param phrases each ends it as soon as somebody says it, in any case
   * @param similarity ends talk that goes in circles
   * @param stable ends talk in which nobody moves any more
   */
  public record Termination(
      List<String> phrases, @Nullable Similarity similarity, @Nullable Stable stable) {
    public Termination {
      phrases = List.copyOf(phrases);
    }
  }

  /**
   * Talk goes in circles when, over the last turns, both means over all pairs reach their bounds.
   *
   * @param window how many turns, 2 to 50
   * @param jaccard of character trigrams, 0 to 1
   * @param cosine of TF-IDF vectors of words, 0 to 1
   */
  public record Similarity(int window, double jaccard, double cosine) {}

  /**
   * Beliefs are stable when nobody's stance moved by more.
   *
   * @param rounds for so many rounds, 1 to 50
   * @param epsilon 0 to 2
   */
  public record Stable(int rounds, double epsilon) {}

  /**
   * How they talk and decide.
   *
   * @param consensusThreshold the share the leading option needs for a consensus, as written:
   *     {@code 0.7} or {@code 2/3}; above 0, at most 1
   * @param aggregation {@code operator.weighting}, the strategy that pools stated confidence
   * @param moderator the persona who sums up after each round and does not vote
   * @param quorum the share of seats that must cast a vote for a decision, 0 to 1
   * @param stopOnConsensus end before the last round as soon as the stated stances alone would
   *     reach the threshold
   * @param axes how the question is to be read: belief axes with a weight from -1 to 1, positive
   *     where a high belief speaks for a yes; absent to read it from the words of the topic
   * @param options what is voted on by a method whose ballots are not a choice for or against; 2 to
   *     9, or none for a proposal
   * @param turnTaking who says who speaks next; only in a conversation
   * @param probes absent to ask nobody in private
   * @param termination absent to end by rounds, time and budget alone
   * @param beliefs absent to let each card move its own way
   * @param arms what the panel may know of each other; several make a study
   */
  public record Rules(
      Mode mode,
      String consensusThreshold,
      VotingMethod votingMethod,
      String aggregation,
      Order order,
      Visibility visibility,
      @Nullable Participant moderator,
      double quorum,
      boolean stopOnConsensus,
      @Nullable Map<String, Double> axes,
      List<Option> options,
      TurnTaking turnTaking,
      @Nullable Probes probes,
      @Nullable Termination termination,
      @Nullable Beliefs beliefs,
      List<Arm> arms) {
    public Rules {
      axes = axes == null ? null : Map.copyOf(axes);
      options = List.copyOf(options);
      arms = List.copyOf(arms);
    }

    /** The arm of a run, which has one. */
    public Arm arm() {
      return arms.getFirst();
    }

    /** The same rules in these arms. */
    public Rules in(Arm... arms) {
      return new Rules(
          mode,
          consensusThreshold,
          votingMethod,
          aggregation,
          order,
          visibility,
          moderator,
          quorum,
          stopOnConsensus,
          axes,
          options,
          turnTaking,
          probes,
          termination,
          beliefs,
          List.of(arms));
    }

    /** How a meeting of this kind goes when nobody says otherwise. */
    public static Rules usual(Mode mode) {
      return new Rules(
          mode,
          "0.7",
          VotingMethod.WEIGHTED,
          "logarithmic.self_confidence",
          mode == Mode.CONVERSATION ? Order.SEQUENTIAL : Order.SIMULTANEOUS,
          Visibility.NAMED,
          null,
          mode == Mode.QUORUM ? 0.5 : 0,
          false,
          null,
          List.of(),
          TurnTaking.ROUND_ROBIN,
          null,
          null,
          null,
          List.of(Arm.DELIBERATION));
    }
  }

  /** What is left behind; the format is one of json, jsonl and markdown. */
  public record Output(boolean saveTranscript, String exportFormat) {}

  /** The most a run may cost; an absent bound does not bind. */
  public record Budget(@Nullable Double usd, @Nullable Long tokens, @Nullable Integer calls) {}

  /**
   * The same again, to see how far results vary.
   *
   * @param repeats of each arm, each with a seed of its own; 1 to 1,000
   * @param answer what is right, where it is known: for, against, or an option's id
   */
  public record Sweep(int repeats, @Nullable String answer) {}
}
