package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a study came to, {@code lida.study/v1}: figures of each arm over its repeats, and what the
 * deliberation added to each control, with an interval.
 *
 * <p>Nothing is left out of a denominator: a run that ended without a decision counts as one that
 * was not right and reached no consensus. A run that has not ended counts nowhere yet.
 *
 * @param status running, paused, completed, cancelled or interrupted
 * @param repeats planned of each arm
 * @param answer what is right, where it is known: for, against, or an option's id; as the scenario
 *     says, or as the outcome of one of the runs was recorded
 * @param premiums deliberation less control, by measure; empty without a deliberation and a control
 */
@JsonPropertyOrder({
  "schema",
  "id",
  "topic",
  "scenario",
  "seed",
  "status",
  "repeats",
  "answer",
  "arms",
  "premiums",
  "created",
  "notes"
})
public record Study(
    String schema,
    String id,
    String topic,
    Scenario scenario,
    long seed,
    String status,
    int repeats,
    @Nullable String answer,
    List<Arm> arms,
    List<Premium> premiums,
    Instant created,
    List<String> notes) {
  /** The document's name. */
  public static final String SCHEMA = "lida.study/v1";

  public Study {
    arms = List.copyOf(arms);
    premiums = List.copyOf(premiums);
    notes = List.copyOf(notes);
  }

  /** What is measured of each run, by its name; of the runs of an arm, the mean is stated. */
  public enum Measure {
    /** 1 if the panel's winner is the right answer, else 0; only where the answer is known. */
    RIGHT,
    /** {@code (p - outcome)^2} of the pooled confidence in a yes; lower is better. */
    BRIER,
    /** 1 if the consensus threshold was reached, else 0. */
    CONSENSUS,
    /** The pooled confidence in a yes, 0 to 1. */
    POOLED;

    /** Lower case, as in documents. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One arm over its repeats.
   *
   * @param runs one for each repeat that was begun, in their order
   * @param ended how many of them have ended, well or not: the denominator
   * @param measures means over the runs that have ended, by measure; of those with a pooled value
   *     where that is what is measured; without those that cannot be said
   * @param winners how often each won, {@code none} where nobody did
   * @param usage of all its runs together
   */
  public record Arm(
      Scenario.Arm arm,
      List<Repeat> runs,
      int ended,
      Map<Measure, Double> measures,
      Map<String, Integer> winners,
      Losses losses,
      Usage usage) {
    public Arm {
      runs = List.copyOf(runs);
      measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
      winners = Collections.unmodifiableMap(new LinkedHashMap<>(winners));
    }
  }

  /**
   * A run of the study.
   *
   * @param repeat from 1
   * @param status of the run; removed when there is none any more
   */
  public record Repeat(int repeat, String run, long seed, String status, @Nullable String winner) {}

  /**
   * What did not go as it should, so that an arm that lost more can be told from one that was
   * worse.
   *
   * @param runs ended without a decision
   * @param calls that were asked, those without an answer included
   * @param refusals calls the model would not answer
   * @param timeouts calls whose answer did not come in time
   * @param unreadable calls whose answer did not keep to the form, asked twice
   * @param other calls that failed for another reason
   */
  public record Losses(
      int runs, int calls, int refusals, int timeouts, int unreadable, int other) {}

  /**
   * What the deliberation added.
   *
   * @param control the arm it is compared with
   * @param difference mean over the repeats of deliberation less control
   * @param low end of the interval; absent where fewer than two pairs can vary
   * @param high end of the interval; absent as {@code low} is
   * @param level of the interval, such as 0.95
   * @param interval how it was found: bca, or percentile where that is not defined; absent without
   *     one
   * @param pairs repeats of which both runs could be measured
   */
  public record Premium(
      Measure measure,
      Scenario.Arm control,
      double difference,
      @Nullable Double low,
      @Nullable Double high,
      double level,
      @Nullable String interval,
      int pairs) {}
}
