package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the engine of deliberations can be asked. */
public final class Deliberation {
  private Deliberation() {}

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Reads and checks a scenario as people write it. */
  public static final Ask<Read, Scenario> READ =
      new Ask<>("lida.deliberation.read", Read.class, Scenario.class, PATIENCE);

  /** Starts a run; answers as soon as its first event is durable. */
  public static final Ask<Start, Started> START =
      new Ask<>("lida.deliberation.start", Start.class, Started.class, PATIENCE);

  /** Pauses, interrupts or cancels a run, wherever it is owned. */
  public static final Ask<Control, Controlled> CONTROL =
      new Ask<>("lida.deliberation.control", Control.class, Controlled.class, PATIENCE);

  /** Goes on with a run that was paused, interrupted, or left by a process that died. */
  public static final Ask<Resume, Started> RESUME =
      new Ask<>("lida.deliberation.resume", Resume.class, Started.class, PATIENCE);

  /** The run as one document, folded from its log. */
  public static final Ask<Show, Run> SHOW =
      new Ask<>("lida.deliberation.show", Show.class, Run.class, PATIENCE);

  /**
   * Records what came true, in the run and in the records of those who forecast it; only of a run
   * that is completed, and as often as it must be corrected.
   */
  public static final Ask<Resolve, Run> RESOLVE =
      new Ask<>("lida.deliberation.resolve", Resolve.class, Run.class, PATIENCE);

  /** The votes and stances of a run under every rule and strategy; asks no model. */
  public static final Ask<Recount, Retally> RECOUNT =
      new Ask<>("lida.deliberation.recount", Recount.class, Retally.class, PATIENCE);

  /** How right each strategy would have been about the runs that are resolved; asks no model. */
  public static final Ask<Judge, Skill> SKILL =
      new Ask<>("lida.deliberation.skill", Judge.class, Skill.class, Duration.ofSeconds(60));

  /** The run rendered for a reader. */
  public static final Ask<Export, Exported> EXPORT =
      new Ask<>("lida.deliberation.export", Export.class, Exported.class, PATIENCE);

  /** A scenario's text and where it came from, for messages. */
  public record Read(String source, String yaml) {}

  /**
   * Asks for a run.
   *
   * @param seed everything random in the run comes from it
   * @param model speaks for every seat, whatever scenario and cards say; absent to let them say
   * @param stream whether words are wanted on {@link Llm#words} while models speak
   * @param key two asks of one tenant with the same key make one run
   * @param tenant whose run it will be
   */
  public record Start(
      Scenario scenario,
      long seed,
      @Nullable String model,
      boolean stream,
      @Nullable String key,
      String tenant) {}

  /**
   * The run has begun, or had begun.
   *
   * @param made whether this ask made it
   * @param notes what its reader should know
   */
  public record Started(String run, boolean made, List<String> notes) {}

  /** What may be done to a run that is worked on. */
  public enum Command {
    /** Stop after the turns under way; goes on when resumed. */
    PAUSE,
    /** As pause, because the process must end. */
    INTERRUPT,
    /** End for good. */
    CANCEL;

    /** Lower case, as in events and documents. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Asks for a command to be carried out. */
  public record Control(String run, Command command) {}

  /** The command is carried out, or durably noted for the run's owner elsewhere. */
  public record Controlled(String run, String status) {}

  /** Asks for a run to go on. */
  public record Resume(String run, boolean stream) {}

  /** Asks for the document of a run. */
  public record Show(String run) {}

  /** Says what came true: 1 for a yes, 0 for a no. */
  public record Resolve(String run, int outcome) {}

  /** Asks for a run to be counted again. */
  public record Recount(String run) {}

  /**
   * Asks for the skill of the strategies.
   *
   * @param tenant whose runs are looked at
   * @param limit at most so many, the newest that are completed; at least 1
   */
  public record Judge(String tenant, int limit) {}

  /** Asks for a rendering: json, jsonl or markdown. */
  public record Export(String run, String format) {}

  /** A rendering and the name a file of it should have. */
  public record Exported(String file, String mediaType, String text) {}
}
