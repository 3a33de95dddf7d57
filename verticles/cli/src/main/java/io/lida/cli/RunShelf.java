package io.lida.cli;

import io.lida.contract.Deliberation;
import io.lida.contract.Run;
import io.lida.contract.Runs;
import io.lida.contract.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the {@code runs} commands do. */
final class RunShelf {
  private RunShelf() {}

  static int list(Shell shell, @Nullable String status, int limit) {
    if (limit < 1) {
      throw new Misuse("--limit cannot be " + limit, "it is at least 1");
    }
    List<Runs.Summary> runs = RunPages.read(shell, status, limit);
    if (!shell.forPeople()) {
      shell.document(new Documents.RunList("lida.runs/v1", runs));
      return 0;
    }
    if (runs.isEmpty()) {
      String which = status == null ? "" : " that is " + Plain.line(status);
      shell.screen().note("there is no run" + which + " yet; begin with: lida demo");
      return 0;
    }
    Instant now = shell.world().clock().instant();
    Table table = new Table("run", "status", "mode", "round", "who", "age", "topic");
    for (Runs.Summary run : runs) {
      String outcome = run.outcome() == null ? "" : "  → " + run.outcome();
      table.row(
          run.id(),
          run.status(),
          run.mode(),
          run.round() + "/" + run.rounds(),
          String.valueOf(run.participants()),
          Figures.age(Duration.between(run.created(), now)),
          run.topic() + outcome);
    }
    Screen screen = shell.screen();
    int columns = shell.world().outIsTerminal() ? screen.columns() : Integer.MAX_VALUE;
    table.lines(columns, screen.resultInk()).forEach(screen::result);
    return 0;
  }

  static int show(Shell shell, String written, boolean turns) {
    String id = RunIds.find(shell, written);
    Run run = shell.ask(Deliberation.SHOW, new Deliberation.Show(id));
    if (shell.forPeople()) {
      new RunPage(shell.screen().resultInk()).lines(run, turns).forEach(shell.screen()::result);
    } else {
      shell.document(run);
    }
    return 0;
  }

  /** As lines for people, or as {@code lida.event/v1}, one a line, in either JSON format. */
  static int logs(Shell shell, String written) {
    String id = RunIds.find(shell, written);
    Screen screen = shell.screen();
    boolean people = shell.forPeople();
    Watch.readAll(
        shell,
        id,
        0,
        event ->
            screen.result(
                people
                    ? Columns.cut(EventLine.of(event), Math.max(screen.columns(), 80))
                    : Plain.json(Wire.text(event))));
    return 0;
  }

  static int follow(Shell shell, String written) {
    return new Conduct(shell).follow(RunIds.find(shell, written));
  }

  static int resume(Shell shell, String written) {
    return new Conduct(shell).resume(RunIds.find(shell, written));
  }

  static int control(Shell shell, String written, String command) {
    String id = RunIds.find(shell, written);
    Deliberation.Command wanted = Deliberation.Command.valueOf(command.toUpperCase(Locale.ROOT));
    Deliberation.Controlled done =
        shell.ask(Deliberation.CONTROL, new Deliberation.Control(id, wanted));
    report(shell, done.run(), command, done.status());
    return 0;
  }

  static int remove(Shell shell, String written) {
    String id = RunIds.find(shell, written);
    if (!shell.globals().yes) {
      if (!shell.canAsk()) {
        throw new Misuse(
            "removing a run wants a yes",
            "its log cannot be brought back, and there is nobody to ask",
            "lida runs rm " + id + " --yes");
      }
      String answer = shell.world().asker().ask("remove run " + id + " and its log? [y/N] ");
      if (!answer.toLowerCase(Locale.ROOT).startsWith("y")) {
        shell.screen().note("nothing was removed");
        return 0;
      }
    }
    Runs.Removed removed = shell.ask(Runs.REMOVE, new Runs.Remove(id));
    report(shell, removed.run(), "rm", "removed");
    return 0;
  }

  private static void report(Shell shell, String run, String command, String status) {
    if (shell.forPeople()) {
      shell.screen().result("run " + Plain.line(run) + ": " + Plain.line(status));
    } else {
      shell.document(new Documents.Controlled("lida.control/v1", run, command, status));
    }
  }
}
