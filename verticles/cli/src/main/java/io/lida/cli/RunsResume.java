package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "go on with a run that stopped")
final class RunsResume implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  RunsResume(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.resume(shell, run);
  }
}
