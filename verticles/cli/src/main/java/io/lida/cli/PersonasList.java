package io.lida.cli;

import io.lida.contract.Personas;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "list persona cards")
final class PersonasList implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--constituency", paramLabel = "NAME", description = "only of this one")
  @Nullable String constituency;

  @Option(names = "--disposition", paramLabel = "NAME", description = "only of this one")
  @Nullable String disposition;

  @Option(names = "--topic", paramLabel = "NAME", description = "only who knows something of it")
  @Nullable String topic;

  @Option(names = "--region", paramLabel = "TEXT", description = "only from there")
  @Nullable String region;

  @Option(names = "--team", description = "the roles of workflows instead of the panel")
  boolean team;

  @Option(names = "--search", paramLabel = "TEXT", description = "only those who mention it")
  @Nullable String search;

  PersonasList(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return CardShelf.list(
        shell, new Personas.Query(constituency, disposition, topic, region, search, team));
  }
}
