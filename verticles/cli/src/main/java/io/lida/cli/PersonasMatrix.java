package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "show what the whole panel believes on one axis")
final class PersonasMatrix implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--axis",
      paramLabel = "NAME",
      description = "the belief, pace unless said otherwise")
  String axis = "pace";

  PersonasMatrix(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return CardShelf.matrix(shell, axis);
  }
}
