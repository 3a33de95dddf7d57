package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(description = "give the panel's cards the numbers of conf/grid.json; prose stays as it is")
final class PersonasRecompute implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = {"-n", "--dry-run"},
      description = "say what would change, and change nothing")
  boolean rehearsal;

  PersonasRecompute(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return CardShelf.recompute(shell, rehearsal);
  }
}
