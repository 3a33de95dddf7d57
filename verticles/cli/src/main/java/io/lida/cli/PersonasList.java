package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "ls", description = "list persona cards")
final class PersonasList implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--constituency", paramLabel = "NAME", description = "only of this one")
  @Nullable String constituency;

  @Option(names = "--disposition", paramLabel = "NAME", description = "only of this one")
  @Nullable String disposition;

  @Option(names = "--search", paramLabel = "TEXT", description = "only those who mention it")
  @Nullable String search;

  PersonasList(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return CardShelf.list(shell, constituency, disposition, search);
  }
}
