package io.lida.analysis;

import io.lida.contract.Monitor;
import io.lida.store.StudyPlans;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The studies that this node drives: looks at each whenever something is heard of its runs, and
 * from time to time. Used on the verticle's context.
 */
final class Drives {
  private static final Logger LOG = System.getLogger(Drives.class.getName());

  private final Vertx vertx;
  private final Context home;
  private final StudyPlans plans;
  private final Drive drive;
  private final StudyOptions options;

  /** The runs under way, by study. */
  private final Map<String, Set<String>> attended = new HashMap<>();

  private final Set<String> looking = new HashSet<>();

  /** To be looked at after whatever is seen now. */
  private final Set<String> again = new HashSet<>();

  private boolean closed;

  Drives(Vertx vertx, StudyPlans plans, Drive drive, StudyOptions options) {
    this.vertx = vertx;
    this.home = vertx.getOrCreateContext();
    this.plans = plans;
    this.drive = drive;
    this.options = options;
  }

  /** Looks from now on until closed. */
  void open() {
    home.runOnContext(turn -> lookAtAll());
  }

  void close() {
    closed = true;
  }

  /** Drives a study until it stands still, beginning now. */
  void attend(String study) {
    attended.putIfAbsent(study, Set.of());
    again.add(study);
    home.runOnContext(turn -> look(study));
  }

  /** Looks at the study of a run of which something is told. */
  void heard(Monitor.Notice notice) {
    String run = notice.run();
    if (run != null) {
      attended.forEach(
          (study, runs) -> {
            if (runs.contains(run)) {
              home.runOnContext(turn -> look(study));
            }
          });
    }
  }

  private void lookAtAll() {
    if (closed) {
      return;
    }
    if (options.adopts()) {
      try {
        plans.open().await().forEach(study -> attended.putIfAbsent(study, Set.of()));
      } catch (RuntimeException unavailable) {
        LOG.log(Level.DEBUG, "cannot look for studies", unavailable);
      }
    }
    for (String study : List.copyOf(attended.keySet())) {
      home.runOnContext(turn -> look(study));
    }
    vertx.setTimer(options.look().toMillis(), tick -> lookAtAll());
  }

  /** Looks once; who comes while somebody looks makes that one look again. */
  private void look(String study) {
    if (closed || !attended.containsKey(study)) {
      return;
    }
    if (!looking.add(study)) {
      again.add(study);
      return;
    }
    try {
      Drive.Standing standing;
      do {
        again.remove(study);
        standing = drive.on(study);
        attended.put(study, standing.runs());
      } while (again.contains(study));
      if (standing.still()) {
        attended.remove(study);
      }
    } catch (RuntimeException unavailable) {
      LOG.log(Level.DEBUG, "study " + study + ": cannot look", unavailable);
    } finally {
      looking.remove(study);
    }
  }
}
