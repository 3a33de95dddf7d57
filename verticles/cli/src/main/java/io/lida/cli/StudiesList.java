package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "list studies, newest first")
final class StudiesList implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many (50)")
  int limit = 50;

  StudiesList(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return StudyShelf.list(shell, limit);
  }
}
