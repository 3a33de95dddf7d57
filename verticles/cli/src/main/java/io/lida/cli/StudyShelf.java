package io.lida.cli;

import io.lida.contract.Studies;
import io.lida.contract.Study;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the {@code studies} commands do. */
final class StudyShelf {
  /** Among so many a study is found by the beginning of its id. */
  private static final int KNOWN = 1_000;

  private StudyShelf() {}

  static int list(Shell shell, int limit) {
    if (limit < 1) {
      throw new Misuse("--limit cannot be " + limit, "it is at least 1");
    }
    List<Studies.Summary> studies = read(shell, limit);
    if (!shell.forPeople()) {
      shell.document(new Documents.StudyList("lida.studies/v1", studies));
      return 0;
    }
    if (studies.isEmpty()) {
      shell.screen().note("there is no study yet; begin with: lida run scenarios/null_arms.yaml");
      return 0;
    }
    Instant now = shell.world().clock().instant();
    Table table = new Table("study", "status", "runs", "arms", "age", "topic");
    for (Studies.Summary study : studies) {
      table.row(
          study.id(),
          study.status(),
          study.done() + "/" + study.runs(),
          String.valueOf(study.arms().size()),
          Figures.age(Duration.between(study.created(), now)),
          study.topic());
    }
    Screen screen = shell.screen();
    int columns = shell.world().outIsTerminal() ? screen.columns() : Integer.MAX_VALUE;
    table.lines(columns, screen.resultInk()).forEach(screen::result);
    return 0;
  }

  private static List<Studies.Summary> read(Shell shell, int limit) {
    return shell.ask(Studies.LIST, new Studies.Query(null, limit)).studies();
  }

  private static String find(Shell shell, String written) {
    List<String> ids = read(shell, KNOWN).stream().map(Studies.Summary::id).toList();
    return Ids.find("study", "lida studies ls", written, ids);
  }

  static int show(Shell shell, String written, boolean latex) {
    Study study = shell.ask(Studies.SHOW, new Studies.Show(find(shell, written)));
    if (latex) {
      shell.screen().resultText(StudyLatex.of(study));
    } else {
      present(shell, study);
    }
    return 0;
  }

  /** The study as this shell's reader wants it. */
  static void present(Shell shell, Study study) {
    if (shell.forPeople()) {
      new StudyPage(shell.screen().resultInk()).lines(study).forEach(shell.screen()::result);
    } else {
      shell.document(study);
    }
  }

  static int resume(Shell shell, String written) {
    return new StudyConduct(shell).resume(find(shell, written));
  }

  static int pause(Shell shell, String written) {
    Studies.Pause pause = new Studies.Pause(find(shell, written));
    return report(shell, "pause", shell.ask(Studies.PAUSE, pause));
  }

  static int cancel(Shell shell, String written) {
    Studies.Cancel cancel = new Studies.Cancel(find(shell, written));
    return report(shell, "cancel", shell.ask(Studies.CANCEL, cancel));
  }

  private static int report(Shell shell, String command, Studies.Stopped done) {
    if (shell.forPeople()) {
      shell
          .screen()
          .result(
              "study "
                  + Plain.line(done.study())
                  + ": "
                  + Plain.line(done.status())
                  + ", "
                  + Figures.many(done.runs(), "run", "runs")
                  + " stopped");
    } else {
      shell.document(
          new Documents.StudyControlled(
              "lida.study_control/v1", done.study(), command, done.status(), done.runs()));
    }
    return 0;
  }
}
