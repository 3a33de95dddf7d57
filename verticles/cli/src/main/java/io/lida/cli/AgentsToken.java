package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "make a token by which a program comes in as one agent")
final class AgentsToken implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME", description = "1 to 64 of a-z, 0-9, _ and -")
  String name = "";

  AgentsToken(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return AgentShelf.token(shell, name);
  }
}
