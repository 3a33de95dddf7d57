package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "open the server's page in a browser")
final class ViewCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--no-open", description = "only print the link, which works once")
  boolean noOpen;

  ViewCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return ServerShelf.view(shell, !noOpen);
  }
}
