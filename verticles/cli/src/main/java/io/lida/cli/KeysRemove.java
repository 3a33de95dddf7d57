package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "forget a provider's key")
final class KeysRemove implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROVIDER", description = "whose key")
  String provider = "";

  KeysRemove(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return KeyRing.remove(shell, provider);
  }
}
