package io.lida.cli;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a study from the wish to have it to its end, and says how it went by an exit code. */
final class StudyConduct {
  private static final Set<String> OVER = Set.of("paused", "completed", "cancelled");

  /** Some runs came to nothing. */
  private static final int PARTIAL = 11;

  private static final int STOPPED = 130;
  private static final long BEAT_MILLIS = 500;

  private final Shell shell;
  private final Screen screen;

  StudyConduct(Shell shell) {
    this.shell = shell;
    this.screen = shell.screen();
  }

  /** Starts a study and stays with it. */
  int start(Scenario scenario, long seed, @Nullable String model) {
    Conduct.refuseProgramsOutOfReach(shell, scenario);
    Studies.Start start = new Studies.Start(scenario, seed, model, null, Runs.HOME_TENANT);
    return attend(shell.ask(Studies.START, start).study(), "seed " + seed);
  }

  /** Goes on with a study and stays with it. */
  int resume(String study) {
    return attend(shell.ask(Studies.RESUME, new Studies.Resume(study)).study(), "resumed");
  }

  private int attend(String study, String how) {
    BlockingQueue<Studies.Progress> told = new LinkedBlockingQueue<>();
    try (Bus.Subscription hints = shell.bus().follow(Studies.live(study), told::add);
        Interrupts interrupts = new Interrupts(shell, Studies.PAUSE, new Studies.Pause(study))) {
      Studies.Summary now = shell.ask(Studies.FIND, new Studies.Find(study));
      screen.note(
          "study "
              + Plain.line(study)
              + " · "
              + StudyPage.extent(now.arms().size(), now.runs())
              + " · "
              + how);
      while (!OVER.contains(now.status()) && !interrupts.overdue()) {
        show(now);
        waitFor(told);
        now = shell.ask(Studies.FIND, new Studies.Find(study));
      }
      return conclude(study, interrupts.exit());
    }
  }

  private void show(Studies.Summary now) {
    String line = line(now);
    if (screen.lively()) {
      screen.live(List.of(Columns.cut(line, screen.columns())));
    } else {
      screen.progress(line);
    }
  }

  /** How far each arm is. */
  private static String line(Studies.Summary now) {
    return now.arms().entrySet().stream()
        .map(arm -> arm.getKey().id() + " " + arm.getValue() + "/" + now.repeats())
        .collect(Collectors.joining(" · "));
  }

  /** What is told only ends the wait sooner; how far the study is, is asked. */
  private static void waitFor(BlockingQueue<Studies.Progress> told) {
    try {
      if (told.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS) != null) {
        told.clear();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Fault(FaultCode.INTERNAL, "interrupted while watching a study");
    }
  }

  private int conclude(String id, int signal) {
    Study study = shell.ask(Studies.SHOW, new Studies.Show(id));
    StudyShelf.present(shell, study);
    if (!study.status().equals("completed") && !study.status().equals("cancelled")) {
      screen.note("go on with: lida studies resume " + Plain.line(id));
    }
    if (!study.status().equals("completed")) {
      return signal == 0 ? STOPPED : signal;
    }
    boolean whole = study.arms().stream().allMatch(arm -> arm.losses().runs() == 0);
    return whole ? 0 : PARTIAL;
  }
}
