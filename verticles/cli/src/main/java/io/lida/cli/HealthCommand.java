package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(description = "say whether the server is ready (exit 5: it is not)")
final class HealthCommand implements Callable<Integer> {
  private final Shell shell;

  HealthCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return ServerShelf.health(shell);
  }
}
