package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "keep a provider's key; it is asked for, or read from standard input")
final class KeysSet implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROVIDER", description = "such as anthropic; lida keys ls has all")
  String provider = "";

  @Option(names = "--from-file", paramLabel = "FILE", description = "read the key from a file")
  @Nullable String file;

  KeysSet(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return KeyRing.set(shell, provider, file);
  }
}
