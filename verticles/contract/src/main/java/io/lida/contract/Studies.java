package io.lida.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the room of studies can be asked. A study is a set of runs of one scenario. */
public final class Studies {
  private Studies() {}

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Starts a study; answers as soon as its plan is durable. Its runs then start by themselves, some
   * at a time. The same key and question again is the same study.
   */
  public static final Ask<Start, Started> START =
      new Ask<>("lida.studies.start", Start.class, Started.class, PATIENCE);

  /** Goes on with a study that was paused or left; runs that are there are not run again. */
  public static final Ask<Resume, Started> RESUME =
      new Ask<>("lida.studies.resume", Resume.class, Started.class, PATIENCE);

  /** Starts no further run of a study, and pauses those under way, until it is resumed. */
  public static final Ask<Pause, Stopped> PAUSE =
      new Ask<>("lida.studies.pause", Pause.class, Stopped.class, PATIENCE);

  /** Ends a study for good: starts no further run, and cancels those under way. */
  public static final Ask<Cancel, Stopped> CANCEL =
      new Ask<>("lida.studies.cancel", Cancel.class, Stopped.class, PATIENCE);

  /** Finds one study, and how far it is; asks nothing of its runs. */
  public static final Ask<Find, Summary> FIND =
      new Ask<>("lida.studies.find", Find.class, Summary.class, PATIENCE);

  /** The study as one document, made of the documents of its runs as they are now. */
  public static final Ask<Show, Study> SHOW =
      new Ask<>("lida.studies.show", Show.class, Study.class, PATIENCE);

  /** Lists studies, newest first. */
  public static final Ask<Query, Listing> LIST =
      new Ask<>("lida.studies.list", Query.class, Listing.class, PATIENCE);

  /** Told on its own node whenever a run of a study has ended; a hint, and never the truth. */
  public static Topic<Progress> live(String study) {
    return new Topic<>("lida.study." + study, Progress.class);
  }

  /**
   * Asks for a study.
   *
   * @param scenario one for which {@link Scenario#isStudy} holds
   * @param seed of the first repeat; the others count on from it, and all arms of a repeat share it
   * @param model speaks for every seat, whatever scenario and cards say; absent to let them say
   * @param key two asks of one tenant with the same key make one study
   * @param tenant whose study it will be
   */
  public record Start(
      Scenario scenario, long seed, @Nullable String model, @Nullable String key, String tenant) {}

  /** The study has begun, or had begun; {@code made} says whether this ask made it. */
  public record Started(String study, boolean made) {}

  /** Asks for a study to go on. */
  public record Resume(String study) {}

  /** Asks for a study to stand still. */
  public record Pause(String study) {}

  /** Asks for a study to end. */
  public record Cancel(String study) {}

  /** It stands still or has ended: so many of its runs were told to stop. */
  public record Stopped(String study, String status, int runs) {}

  /** Asks for one study. */
  public record Find(String study) {}

  /** Asks for the document of a study. */
  public record Show(String study) {}

  /** Which studies; an absent tenant lets all pass. */
  public record Query(@Nullable String tenant, int limit) {}

  /** The studies found. */
  public record Listing(List<Summary> studies) {
    public Listing {
      studies = List.copyOf(studies);
    }
  }

  /**
   * A study in one line.
   *
   * @param status running, paused, completed or cancelled; one that says running but is driven by
   *     nobody is interrupted
   * @param done runs that have ended, well or not
   * @param runs planned
   * @param repeats planned of each arm
   * @param arms how many runs of each have ended
   */
  public record Summary(
      String id,
      String tenant,
      String topic,
      String status,
      int done,
      int runs,
      int repeats,
      Map<Scenario.Arm, Integer> arms,
      Instant created) {
    public Summary {
      arms = Collections.unmodifiableMap(new EnumMap<>(arms));
    }
  }

  /** A run of a study ended; {@code done} of {@code runs} have. */
  public record Progress(
      String study, String run, Scenario.Arm arm, int repeat, int done, int runs) {}
}
