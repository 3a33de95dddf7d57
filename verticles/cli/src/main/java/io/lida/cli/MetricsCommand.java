package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(description = "the server's figures, as Prometheus reads them")
final class MetricsCommand implements Callable<Integer> {
  private final Shell shell;

  MetricsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return ServerShelf.metrics(shell);
  }
}
