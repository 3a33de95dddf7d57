package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "go on with a study that was paused or left")
final class StudiesResume implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a study, or the beginning of its id, or last")
  String study = "";

  StudiesResume(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return StudyShelf.resume(shell, study);
  }
}
