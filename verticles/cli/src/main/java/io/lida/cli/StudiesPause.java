package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "let a study and its runs stand still")
final class StudiesPause implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a study, or the beginning of its id, or last")
  String study = "";

  StudiesPause(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return StudyShelf.pause(shell, study);
  }
}
