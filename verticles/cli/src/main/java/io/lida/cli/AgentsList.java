package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(description = "list the agents seen within a day")
final class AgentsList implements Callable<Integer> {
  private final Shell shell;

  AgentsList(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return AgentShelf.list(shell);
  }
}
