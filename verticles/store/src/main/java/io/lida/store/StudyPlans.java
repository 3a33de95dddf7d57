package io.lida.store;

import io.lida.contract.Event;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plans of studies, and which of their runs are there. A plan never changes; what is noted of a
 * cell is noted once, whoever is first. Thread-safe.
 */
public final class StudyPlans {
  /** The runs of the study are begun and followed. */
  public static final String RUNNING = "running";

  /** It stands still until it is resumed. */
  public static final String PAUSED = "paused";

  /** All its runs have ended. */
  public static final String COMPLETED = "completed";

  /** Somebody ended it. */
  public static final String CANCELLED = "cancelled";

  /** How long one key makes one study. */
  private static final Duration KEY_LIFE = Duration.ofHours(24);

  private static final String DONE = "done ";
  private static final List<String> FIELDS =
      Stream.concat(
              Stream.of("json", "status", "trouble"),
              Arrays.stream(Scenario.Arm.values()).map(arm -> DONE + arm.id()))
          .toList();

  private final Link link;
  private final Link reads;

  StudyPlans(Link link, Link reads) {
    this.link = link;
    this.reads = reads;
  }

  /**
   * Enters a study as running.
   *
   * @param key for 24 h the same key with the same digest makes one study; absent for no such check
   * @param digest of what is asked for
   * @return new, existing, mismatch or taken, with the id of the study concerned
   */
  public Future<Created> enter(StudyPlan plan, @Nullable String key, String digest) {
    List<String> keys =
        new ArrayList<>(List.of(Keys.plan(plan.id()), Keys.studies(), Keys.openStudies()));
    if (key != null) {
      keys.add(Keys.studyKey(Event.digest(key)));
    }
    Request request =
        Script.STUDY_ENTER
            .call(keys)
            .arg(plan.id())
            .arg(Masked.json(Wire.bytes(plan)))
            .arg(RUNNING)
            .arg(plan.created().toEpochMilli())
            .arg(plan.tenant())
            .arg(digest)
            .arg(KEY_LIFE.toMillis())
            .arg(Keys.STUDY)
            .arg(Keys.PLAN);
    return link.call(request).map(answer -> created(answer.get(0).toString(), answer.get(1)));
  }

  private static Created created(String outcome, Response study) {
    String id = study.toString();
    return switch (outcome) {
      case "NEW" -> new Created.New(id);
      case "EXISTING" -> new Created.Existing(id);
      case "MISMATCH" -> new Created.Mismatch(id);
      case "TAKEN" -> new Created.Taken(id);
      default -> throw new IllegalStateException("study_enter answered " + outcome);
    };
  }

  /** Forgets a study of which nothing was begun. */
  public Future<Void> forget(String study) {
    return Future.all(
            link.call(Request.cmd(Command.SREM).arg(Keys.openStudies()).arg(study)),
            link.call(Request.cmd(Command.ZREM).arg(Keys.studies()).arg(study)),
            link.call(Request.cmd(Command.DEL).arg(Keys.plan(study))))
        .mapEmpty();
  }

  /** Goes on with a study that runs or is paused; answers the status it has then. */
  public Future<String> resume(String study) {
    return move(study, List.of(RUNNING, PAUSED), RUNNING, "", "");
  }

  /**
   * Lets a study that runs stand still; answers the status it has then.
   *
   * @param trouble why, where nobody wished it; empty otherwise
   */
  public Future<String> pause(String study, String trouble) {
    return move(study, List.of(RUNNING), PAUSED, trouble, "");
  }

  /** Ends a study that runs or is paused, and keeps it for so long; answers its status then. */
  public Future<String> cancel(String study, Duration retention) {
    return move(study, List.of(RUNNING, PAUSED), CANCELLED, "", millis(retention));
  }

  /** Ends a study all of whose runs have ended, and keeps it for so long. */
  public Future<String> complete(String study, Duration retention) {
    return move(study, List.of(RUNNING), COMPLETED, "", millis(retention));
  }

  private static String millis(Duration retention) {
    return Long.toString(retention.toMillis());
  }

  private Future<String> move(
      String study, List<String> from, String status, String trouble, String retention) {
    return link.call(
            Script.STUDY_MOVE
                .call(Keys.plan(study), Keys.openStudies())
                .arg(study)
                .arg(String.join(" ", from))
                .arg(status)
                .arg(status.equals(RUNNING) ? 1 : 0)
                .arg(trouble)
                .arg(retention))
        .map(Response::toString);
  }

  /** Notes the run of a cell; of two that differ the first stays. */
  public Future<Void> begun(String study, StudyPlan.Cell cell, String run) {
    return note(study, cell, run, "").mapEmpty();
  }

  /** Notes that the run of a cell has ended; answers whether that was not known. */
  public Future<Boolean> ended(String study, StudyPlan.Cell cell, String run, String status) {
    return note(study, cell, run, status);
  }

  private Future<Boolean> note(String study, StudyPlan.Cell cell, String run, String status) {
    return link.call(
            Script.STUDY_NOTE
                .call(Keys.plan(study))
                .arg(cell.arm().id())
                .arg(cell.repeat())
                .arg(run)
                .arg(status))
        .map(answer -> answer.toInteger() == 1);
  }

  /** Says that somebody drives the study, and will for so long. */
  public Future<Void> drives(String study, Duration life) {
    return link.call(
            Request.cmd(Command.SET)
                .arg(Keys.driven(study))
                .arg("1")
                .arg("PX")
                .arg(life.toMillis()))
        .mapEmpty();
  }

  /** The studies that run. */
  public Future<List<String>> open() {
    return reads
        .call(Request.cmd(Command.SMEMBERS).arg(Keys.openStudies()))
        .map(members -> members.stream().map(Response::toString).toList());
  }

  /** A study with its cells; empty if there is none. */
  public Future<Optional<StudyState>> find(String study) {
    return reads
        .call(Script.STUDY_FIND.call(Keys.plan(study), Keys.driven(study)))
        .map(answer -> state(fields(answer.get(1)), answer.get(0).toInteger() == 1));
  }

  private static Map<String, String> fields(Response kept) {
    Map<String, String> fields = new HashMap<>();
    for (int at = 0; at < kept.size(); at += 2) {
      fields.put(kept.get(at).toString(), kept.get(at + 1).toString());
    }
    return fields;
  }

  /** Lists studies without their cells, newest first. */
  public Future<List<StudyState>> list(@Nullable String tenant, int limit) {
    Request request =
        Script.STUDY_LIST
            .call(Keys.studies())
            .arg(Keys.STUDY)
            .arg(Keys.PLAN)
            .arg(Keys.DRIVEN)
            .arg(Objects.requireNonNullElse(tenant, ""))
            .arg(limit);
    FIELDS.forEach(request::arg);
    return reads.call(request).map(StudyPlans::states);
  }

  private static List<StudyState> states(Response answer) {
    List<StudyState> states = new ArrayList<>();
    for (int from = 0; from < answer.size(); from += 1 + FIELDS.size()) {
      Map<String, String> fields = new HashMap<>();
      for (int at = 0; at < FIELDS.size(); at++) {
        Response value = answer.get(from + 1 + at);
        if (value != null) {
          fields.put(FIELDS.get(at), value.toString());
        }
      }
      state(fields, answer.get(from).toInteger() == 1).ifPresent(states::add);
    }
    return List.copyOf(states);
  }

  private static Optional<StudyState> state(Map<String, String> fields, boolean driven) {
    String json = fields.get("json");
    String status = fields.get("status");
    if (json == null || status == null) {
      return Optional.empty();
    }
    StudyPlan plan = Wire.read(json, StudyPlan.class);
    Map<Scenario.Arm, Integer> done = new EnumMap<>(Scenario.Arm.class);
    for (Scenario.Arm arm : plan.arms()) {
      done.put(arm, Integer.parseInt(fields.getOrDefault(DONE + arm.id(), "0")));
    }
    Map<StudyPlan.Cell, StudyState.Begun> begun = new LinkedHashMap<>();
    for (StudyPlan.Cell cell : plan.cells()) {
      String name = cell.arm().id() + " " + cell.repeat();
      String run = fields.get("run " + name);
      if (run != null) {
        begun.put(cell, new StudyState.Begun(run, fields.get("end " + name)));
      }
    }
    String trouble = fields.getOrDefault("trouble", "");
    return Optional.of(
        new StudyState(plan, status, driven, trouble.isEmpty() ? null : trouble, done, begun));
  }
}
