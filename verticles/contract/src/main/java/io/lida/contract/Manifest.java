package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a run but the models' answers, as it was when the run began.
 *
 * @param tenant whose run it is
 * @param scenarioDigest SHA-256 of the scenario, {@code sha256:} and 64 hex digits
 * @param seed everything random in the run comes from it
 * @param reading how the question was read
 * @param options how each option was read, by its id and in the order of the scenario; empty for a
 *     proposal
 * @param axes the belief axes that private questions ask for, in the order of the scenario
 * @param seats the participants in speaking order
 * @param moderator who sums up; does not vote
 * @param records what the personas forecast in earlier runs that were resolved, by persona id and
 *     newest first; empty unless the strategy looks at records
 * @param versions of the engine and of what it runs on
 * @param notes what a reader of the result must know
 * @param trace the {@link Trace} of the request that began the run; absent in older logs
 */
public record Manifest(
    String tenant,
    Scenario scenario,
    String scenarioDigest,
    long seed,
    Reading reading,
    Map<String, Reading> options,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Axis> axes,
    List<Seat> seats,
    @Nullable Seat moderator,
    Map<String, List<Forecast>> records,
    Map<String, String> versions,
    String host,
    List<String> notes,
    @Nullable String trace) {
  public Manifest {
    options = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(options));
    axes = axes == null ? List.of() : List.copyOf(axes);
    seats = List.copyOf(seats);
    records = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(records));
    versions = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(versions));
    notes = List.copyOf(notes);
  }

  /**
   * A persona with a model behind it.
   *
   * @param card the whole card, so that a changed file does not change a run
   * @param digest SHA-256 of the card, {@code sha256:} and 64 hex digits
   * @param model {@code provider/model} asked for
   * @param weight the share in a weighted vote; shares sum to 1
   */
  public record Seat(
      @JsonSerialize(using = CardOnce.class) Card card,
      @Nullable String role,
      String digest,
      String model,
      double weight) {
    /** Whether a person sits here. */
    public boolean inPerson() {
      return Agents.isPerson(model);
    }
  }
}
