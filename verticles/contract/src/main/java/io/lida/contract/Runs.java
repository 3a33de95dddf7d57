package io.lida.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the keeper of the logs can be asked about runs of any kind. */
public final class Runs {
  private Runs() {}

  /** Whose the runs of a person alone on a machine are. */
  public static final String HOME_TENANT = "home";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Lists runs, newest first. */
  public static final Ask<Query, Listing> LIST =
      new Ask<>("lida.runs.list", Query.class, Listing.class, PATIENCE);

  /** Finds one run. */
  public static final Ask<Find, Summary> FIND =
      new Ask<>("lida.runs.find", Find.class, Summary.class, PATIENCE);

  /** Reads a stretch of a run's log. */
  public static final Ask<After, Stretch> EVENTS =
      new Ask<>("lida.runs.events", After.class, Stretch.class, PATIENCE);

  /** Removes a run that nobody works on. */
  public static final Ask<Remove, Removed> REMOVE =
      new Ask<>("lida.runs.remove", Remove.class, Removed.class, PATIENCE);

  /** The events of a run as they become true; read the log where one is missed. */
  public static Topic<Event> live(String run) {
    return new Topic<>("lida.run." + run, Event.class);
  }

  /**
   * Which runs; an absent status or tenant lets all pass.
   *
   * @param limit at least 1; an answer may hold fewer though there are more
   * @param before goes on where a listing ended, by its {@link Listing#next}; absent for the newest
   */
  public record Query(
      @Nullable String status, @Nullable String tenant, int limit, @Nullable String before) {
    /** The newest runs. */
    public static Query newest(@Nullable String status, @Nullable String tenant, int limit) {
      return new Query(status, tenant, limit, null);
    }
  }

  /** Asks for one run. */
  public record Find(String run) {}

  /**
   * The runs found.
   *
   * @param next where older ones begin, whatever is entered or removed meanwhile; absent when these
   *     are the last
   */
  public record Listing(List<Summary> runs, @Nullable String next) {
    /** All there are. */
    public static Listing whole(List<Summary> runs) {
      return new Listing(runs, null);
    }
  }

  /**
   * A run in one line.
   *
   * @param tenant whose run it is
   * @param status queued, running, paused, completed, failed, cancelled, interrupted or parked; a
   *     run that says running but has no live owner is interrupted
   * @param round the round last opened
   */
  public record Summary(
      String id,
      String tenant,
      String mode,
      String topic,
      String status,
      int round,
      int rounds,
      int participants,
      String model,
      Instant created,
      Instant updated,
      @Nullable String outcome) {
    /** The same run, of which something else is known. */
    public Summary with(String otherStatus, @Nullable String otherOutcome) {
      return new Summary(
          id,
          tenant,
          mode,
          topic,
          otherStatus,
          round,
          rounds,
          participants,
          model,
          created,
          updated,
          otherOutcome);
    }
  }

  /** Asks for at most {@code limit} events after a sequence number; 0 for all from the first. */
  public record After(String run, long seq, int limit) {}

  /** Events in order, the status of the run, and the last sequence number that exists. */
  public record Stretch(List<Event> events, String status, long last) {}

  /** Asks for the removal of a run, its log and its index entry. */
  public record Remove(String run) {}

  /** The run is gone. */
  public record Removed(String run) {}
}
