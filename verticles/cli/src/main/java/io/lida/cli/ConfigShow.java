package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "show every setting")
final class ConfigShow implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--origin", description = "with where each value comes from")
  boolean origin;

  ConfigShow(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Configuration.show(shell, origin);
  }
}
