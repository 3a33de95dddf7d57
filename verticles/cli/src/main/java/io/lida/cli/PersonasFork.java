package io.lida.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "make a changed copy of a card")
final class PersonasFork implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PARENT", description = "the card to copy")
  String parent = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "the id of the copy")
  String id = "";

  @Option(
      names = "--set",
      required = true,
      paramLabel = "WHERE=VALUE",
      description = "such as /beliefs/pace/value=0.3, or beliefs.pace=0.3")
  Map<String, String> changes = new LinkedHashMap<>();

  PersonasFork(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return CardShelf.fork(shell, parent, id, changes);
  }
}
