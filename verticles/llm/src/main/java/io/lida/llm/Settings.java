package io.lida.llm;

import com.fasterxml.jackson.annotation.JsonValue;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code conf/providers.json} says; what it leaves out has the default stated here.
 *
 * @param wordsEvery the shortest time between two messages with words of one call
 * @param agents how long the turn of a program with a seat is waited for; less than the engine
 *     waits for any answer
 * @param persons how long the turn of a person is waited for; less than the engine waits for one
 */
record Settings(
    Timeouts timeouts,
    Retries retries,
    Circuits circuits,
    Duration wordsEvery,
    Waiting agents,
    Waiting persons,
    List<Provider> providers) {
  private static final Duration LONGEST_FOR_AGENTS = Duration.ofMinutes(9);
  private static final Duration LONGEST_FOR_PERSONS = Duration.ofHours(12);

  Settings {
    timeouts = timeouts == null ? Timeouts.defaults() : timeouts;
    retries = retries == null ? Retries.defaults() : retries;
    circuits = circuits == null ? Circuits.defaults() : circuits;
    wordsEvery = wordsEvery == null ? Duration.ofMillis(50) : wordsEvery;
    agents = agents == null ? Waiting.of(Duration.ofMinutes(2)) : agents;
    persons = persons == null ? Waiting.of(Duration.ofHours(1)) : persons;
    agents.check("agents", LONGEST_FOR_AGENTS);
    persons.check("persons", LONGEST_FOR_PERSONS);
    providers = List.copyOf(providers);
    Set<String> ids = new HashSet<>();
    for (Provider provider : providers) {
      require(ids.add(provider.id()), "provider " + provider.id() + " is there twice");
    }
  }

  /**
   * Reads the file.
   *
   * @throws Fault when it cannot be read, is no JSON, or says something unknown
   */
  static Settings read(Path file) {
    try {
      return Wire.strict(Wire.parse(Files.readAllBytes(file)), Settings.class);
    } catch (IOException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG, "cannot read " + file, String.valueOf(unreadable), "");
    } catch (IllegalArgumentException refusal) {
      throw new Fault(
          FaultCode.INVALID_CONFIG, file + " is refused", String.valueOf(refusal.getMessage()), "");
    }
  }

  /** The language spoken on the wire. */
  enum Speech {
    OPENAI,
    ANTHROPIC,
    GEMINI,
    /** The simulated model: no wire. */
    SIM,
    /** A program with a seat, on the bus. */
    AGENT,
    /** A person with a seat, wherever the run is shown. */
    PERSON;

    /** Whether it is found at a URL. */
    boolean remote() {
      return this != SIM && this != AGENT && this != PERSON;
    }

    /** Lower case, as written in the file. */
    @JsonValue
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One provider.
   *
   * @param baseUrl what an override without a path takes its path from
   * @param baseUrlNames environment names that override the base URL, beside {@code
   *     LIDA_<PROVIDER>_BASE_URL}, which comes first
   * @param keyNames environment names of the key, in order
   * @param keyless whether it answers without a key
   * @param timeouts its own; absent for those of all
   * @param completionTokens whether the longest answer is sent as {@code max_completion_tokens}
   * @param fixedTemperature beginnings of model names that refuse a temperature
   */
  record Provider(
      String id,
      Speech wire,
      String baseUrl,
      List<String> baseUrlNames,
      List<String> keyNames,
      boolean keyless,
      Limits limits,
      @Nullable Timeouts timeouts,
      boolean completionTokens,
      List<String> fixedTemperature) {
    Provider {
      require(id != null && id.matches("[a-z][a-z0-9-]*"), "a provider needs an id: " + id);
      require(wire != null, "provider " + id + " needs a wire");
      baseUrl = baseUrl == null ? "" : baseUrl;
      require(
          !wire.remote() || baseUrl.matches("https?://[^/].*"),
          "provider " + id + " needs a base_url");
      baseUrlNames = baseUrlNames == null ? List.of() : List.copyOf(baseUrlNames);
      keyNames = keyNames == null ? List.of() : List.copyOf(keyNames);
      limits = limits == null ? Limits.defaults() : limits;
      fixedTemperature = fixedTemperature == null ? List.of() : List.copyOf(fixedTemperature);
    }
  }

  /**
   * What each model of a provider bears with one credential. Limits per minute depend on the
   * account, so none is shipped.
   *
   * @param initial calls at once to begin with; at most 64 where it is left out
   * @param max calls at once at most; at least 1024 where it is left out
   * @param requestsPerMinute tries in a minute, counted over all processes of one data folder;
   *     absent for no limit
   * @param tokensPerMinute tokens read and written in a minute, counted alike; absent for no limit
   */
  record Limits(
      Integer initial,
      Integer max,
      @Nullable Integer requestsPerMinute,
      @Nullable Integer tokensPerMinute) {
    Limits {
      int least = initial == null ? 1 : initial;
      max = max == null ? Math.max(1024, least) : max;
      initial = initial == null ? Math.min(64, max) : initial;
      require(initial >= 1 && max >= initial, "limits want 1 <= initial <= max");
      require(
          (requestsPerMinute == null || requestsPerMinute >= 1)
              && (tokensPerMinute == null || tokensPerMinute >= 1),
          "limits want requests_per_minute and tokens_per_minute above zero, or not at all");
    }

    static Limits defaults() {
      return atOnce(64, 1024);
    }

    /** Without a limit per minute. */
    static Limits atOnce(int initial, int max) {
      return new Limits(initial, max, null, null);
    }
  }

  /**
   * How long to wait.
   *
   * @param firstByte for the answer to begin; of a plain call only the total counts
   * @param betweenChunks for the next piece of a streamed answer
   * @param total for one try from connect to the last byte
   */
  record Timeouts(Duration connect, Duration firstByte, Duration betweenChunks, Duration total) {
    Timeouts {
      require(
          positive(connect) && positive(firstByte) && positive(betweenChunks) && positive(total),
          "timeouts want connect, first_byte, between_chunks and total, each above zero");
    }

    static Timeouts defaults() {
      return new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(180));
    }
  }

  /** When a circuit opens: this share of at least so many calls failed within the window. */
  record Circuits(double share, int calls, Duration window, Duration open) {
    Circuits {
      require(
          share > 0 && share <= 1 && calls >= 1 && positive(window) && positive(open),
          "circuits want share above 0 and at most 1, calls, window and open above zero");
    }

    static Circuits defaults() {
      return new Circuits(0.5, 10, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
  }

  /**
   * How the turn of somebody with a seat is waited for.
   *
   * @param patience for the turn
   * @param again between two looks whether the turn was handed in; a program is then also told once
   *     more that it owes it
   */
  record Waiting(Duration patience, Duration again) {
    static Waiting of(Duration patience) {
      return new Waiting(patience, Duration.ofSeconds(10));
    }

    void check(String whom, Duration longest) {
      require(
          positive(patience) && patience.compareTo(longest) <= 0 && positive(again),
          whom + " want patience above zero and at most " + longest + ", and again above zero");
    }
  }

  static boolean positive(@Nullable Duration duration) {
    return duration != null && duration.isPositive();
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
