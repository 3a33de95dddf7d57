package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pool of language models can be asked, and what it tells. */
public final class Llm {
  private Llm() {}

  /** Completes a prompt; the answer may take as long as retries need. */
  public static final Ask<Complete, Completion> COMPLETE =
      new Ask<>("lida.llm.complete", Complete.class, Completion.class, Duration.ofMinutes(10));

  /** The patience of {@link #COMPLETE} where a person answers: longer than any is waited for. */
  public static final Duration IN_PERSON = Duration.ofHours(13);

  /** Counts the tokens of a text as a model would see it. */
  public static final Ask<Count, Counted> COUNT =
      new Ask<>("lida.llm.count", Count.class, Counted.class, Duration.ofSeconds(5));

  /** Lists the providers, where they are and whether a key is known. */
  public static final Ask<ListProviders, Providers> PROVIDERS =
      new Ask<>("lida.llm.providers", ListProviders.class, Providers.class, Duration.ofSeconds(5));

  /**
   * A circuit breaker changed its state; told on its own node, where the monitor makes a notice of
   * it.
   */
  public static final Topic<CircuitChanged> CIRCUIT =
      new Topic<>("lida.llm.circuit", CircuitChanged.class);

  /** The words of a run as models speak them; coalesced, and lost without harm. */
  public static Topic<Words> words(String run) {
    return new Topic<>("lida.run." + run + ".tokens", Words.class);
  }

  /**
   * A model call.
   *
   * @param tenant whose run it is
   * @param run the run it belongs to
   * @param call the call's id within the run; asking twice with the same id is safe and may cost
   *     twice
   * @param model {@code provider/model}
   * @param prompt what a text model reads
   * @param brief the same situation as data; what the simulated model reads
   * @param stream whether words are wanted on {@link #words} while they come
   */
  public record Complete(
      String tenant,
      String run,
      String call,
      String model,
      Prompt prompt,
      Brief brief,
      Sampling sampling,
      boolean stream) {}

  /**
   * A prompt.
   *
   * @param system who the model is; holds no text of other speakers
   * @param user the situation and the task
   */
  public record Prompt(String system, String user) {}

  /**
   * How the answer is drawn.
   *
   * @param temperature 0 to 2
   * @param maxTokens the longest answer, in tokens
   * @param seed passed on where a provider takes one
   */
  public record Sampling(double temperature, int maxTokens, @Nullable Long seed) {}

  /** What a call asks for. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Brief.Speak.class, name = "speak"),
    @JsonSubTypes.Type(value = Brief.Vote.class, name = "vote"),
    @JsonSubTypes.Type(value = Brief.Moderate.class, name = "moderate"),
    @JsonSubTypes.Type(value = Brief.Nominate.class, name = "nominate"),
    @JsonSubTypes.Type(value = Brief.Probe.class, name = "probe"),
    @JsonSubTypes.Type(value = Brief.Move.class, name = "move")
  })
  public sealed interface Brief {
    /** What the speaker knows. */
    Situation situation();

    /** A turn in a round is wanted: {@code stance, confidence, argument, concedes, cites}. */
    record Speak(Situation situation) implements Brief {}

    /**
     * A vote is wanted: {@code vote, confidence, reason}, or instead of {@code vote} a ballot.
     *
     * @param form what is to be handed in
     * @param options what is voted on, as it was read; empty for a choice
     * @param data what else is to be said with the vote
     * @param repeat 0, or more when the same is asked again and every answer counts
     */
    record Vote(
        Situation situation,
        Scenario.BallotForm form,
        Map<String, Reading> options,
        List<Datum> data,
        int repeat)
        implements Brief {
      public Vote {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        data = List.copyOf(data);
      }
    }

    /** A summing-up is wanted: {@code argument}. */
    record Moderate(Situation situation) implements Brief {}

    /**
     * The next speaker is wanted: {@code next, reason}.
     *
     * @param candidates those who may be named, as they are called in what was heard
     */
    record Nominate(Situation situation, List<String> candidates) implements Brief {
      public Nominate {
        candidates = List.copyOf(candidates);
      }
    }

    /**
     * A private answer is wanted: {@code stance, confidence, reason}, and {@code axes}.
     *
     * @param repeat 0, or more when the same is asked again to see how much answers vary
     * @param axes those on which a belief from 0 to 1 is wanted too; mostly none
     */
    record Probe(
        Situation situation,
        int repeat,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Axis> axes)
        implements Brief {
      public Probe {
        axes = axes == null ? List.of() : List.copyOf(axes);
      }
    }

    /** A move in a game is wanted: {@code move, reason}. */
    record Move(Situation situation, Game.Table table) implements Brief {}
  }

  /** What a strategy may want to know of a voter beside the vote. */
  public enum Datum {
    /** {@code expects_yes}: the share of the others expected to vote yes. */
    EXPECTATION,
    /** {@code trust}: how far each other seat is trusted, by its name in what was heard. */
    TRUST;

    /** Lower case, as in messages. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one speaker knows at one moment.
   *
   * @param seed the run's seed
   * @param seat the speaker's place, from 0
   * @param seats how many sit at the table
   * @param round from 1; for a vote the last round held
   * @param update how simulated personas move
   * @param heard the turns the speaker may see, in order, own ones included
   */
  public record Situation(
      long seed,
      String topic,
      Reading reading,
      Card card,
      int seat,
      int seats,
      int round,
      int rounds,
      Phase phase,
      Scenario.Mode mode,
      Scenario.BeliefUpdate update,
      List<Heard> heard) {}

  /**
   * A turn as another speaker sees it.
   *
   * @param speaker the name, or the neutral label of a blind debate
   * @param own whether the one who hears it said it
   */
  public record Heard(
      String turn,
      int round,
      int seat,
      String speaker,
      boolean own,
      double stance,
      double confidence,
      String text) {}

  /**
   * An answer.
   *
   * @param text what the model said
   * @param model what the provider says it ran
   * @param finish why the model stopped, in the provider's word
   * @param usage what this call cost, lost tries included
   * @param latencyMs from the ask to the last word of the try that succeeded
   */
  public record Completion(String text, String model, String finish, Usage usage, long latencyMs) {}

  /** Words of a call as they come; {@code at} counts characters said before. */
  public record Words(String run, String call, int at, String text) {}

  /** A text whose tokens are to be counted. */
  public record Count(String model, String text) {}

  /** So many tokens; {@code estimated} unless the provider's own tokenizer counted. */
  public record Counted(int tokens, boolean estimated) {}

  /** Asks for all providers. */
  public record ListProviders() {}

  /** All providers in the order of the configuration. */
  public record Providers(List<Provider> providers) {}

  /**
   * A provider.
   *
   * @param key where its key comes from, such as {@code env ANTHROPIC_API_KEY}; absent without a
   *     key
   * @param keyless whether it answers without a key
   * @param keyNames the environment names under which a key is looked for
   */
  public record Provider(
      String id,
      String baseUrl,
      String baseUrlOrigin,
      boolean keyless,
      @Nullable String key,
      List<String> keyNames,
      Map<String, String> circuits) {}

  /** A circuit breaker's new state: closed, open or half_open. */
  public record CircuitChanged(String provider, String model, String state, Instant at) {}
}
