package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "remove a run and its log")
final class RunsRemove implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  RunsRemove(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.remove(shell, run);
  }
}
