package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "list runs, newest first")
final class RunsList implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--status", paramLabel = "STATUS", description = "only runs of this status")
  @Nullable String status;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many (50)")
  int limit = 50;

  RunsList(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return RunShelf.list(shell, status, limit);
  }
}
