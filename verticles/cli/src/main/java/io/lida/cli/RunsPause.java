package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "stop a run after the turns under way")
final class RunsPause implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  RunsPause(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.control(shell, run, "pause");
  }
}
