package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "what happened at the server of late")
final class EventsCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      description = "a name or the beginning of one: run.completed, run.*, * (*)")
  String pattern = "*";

  @Option(
      names = {"-f", "--follow"},
      description = "and what happens from now on")
  boolean follow;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many of the past (100)")
  int limit = 100;

  EventsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Notices.show(shell, pattern, limit, follow);
  }
}
