package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "show what a study came to")
final class StudiesShow implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a study, or the beginning of its id, or last")
  String study = "";

  @Option(names = "--latex", description = "as tables for a paper (booktabs)")
  boolean latex;

  StudiesShow(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return StudyShelf.show(shell, study, latex);
  }
}
