package io.lida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "read cards critically; without a file, all of them")
final class PersonasCheck implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "files of cards")
  List<String> files = new ArrayList<>();

  PersonasCheck(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return CardShelf.check(shell, files);
  }
}
