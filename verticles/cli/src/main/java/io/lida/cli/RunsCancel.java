package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "end a run for good")
final class RunsCancel implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  RunsCancel(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.control(shell, run, "cancel");
  }
}
