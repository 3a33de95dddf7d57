package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(description = "say whether all is well, and what to do if not")
final class DoctorCommand implements Callable<Integer> {
  private final Shell shell;

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return new Doctor(shell).examine();
  }
}
