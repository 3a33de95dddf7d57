package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "end a study and its runs for good")
final class StudiesCancel implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a study, or the beginning of its id, or last")
  String study = "";

  StudiesCancel(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return StudyShelf.cancel(shell, study);
  }
}
