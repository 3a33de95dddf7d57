package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "show a persona card")
final class PersonasShow implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "the card")
  String id = "";

  @Option(names = "--lineage", description = "with the cards it was forked from")
  boolean lineage;

  PersonasShow(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return CardShelf.show(shell, id, lineage);
  }
}
