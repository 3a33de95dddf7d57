package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(description = "say which providers have a key, and from where")
final class KeysList implements Callable<Integer> {
  private final Shell shell;

  KeysList(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return KeyRing.list(shell);
  }
}
