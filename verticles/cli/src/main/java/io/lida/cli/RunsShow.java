package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "show what came of a run")
final class RunsShow implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  @Option(names = "--turns", description = "with all that was said")
  boolean turns;

  RunsShow(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.show(shell, run, turns);
  }
}
