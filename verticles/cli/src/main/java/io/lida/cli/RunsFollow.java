package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "watch a run that is under way")
final class RunsFollow implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  RunsFollow(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.follow(shell, run);
  }
}
