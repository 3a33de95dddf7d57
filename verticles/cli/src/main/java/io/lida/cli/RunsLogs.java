package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "list the events of a run")
final class RunsLogs implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  RunsLogs(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.logs(shell, run);
  }
}
