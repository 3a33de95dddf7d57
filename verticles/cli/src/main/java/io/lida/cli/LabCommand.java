package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    description = "compute a vote, pool, game or effect from JSON on standard input",
    footer = {
      "",
      "one document {\"op\": \"...\", \"input\": {...}} is answered with one document:",
      "  echo '{\"op\":\"banzhaf\",\"input\":{\"weights\":[4,4,4,2,2,1],\"quota\":12}}' | lida lab"
    })
final class LabCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup Way way = new Way();

  /** What is done; one at a time. */
  static final class Way {
    @Option(names = "--batch", description = "answer JSON Lines line by line; an id is echoed")
    boolean batch;

    @Option(names = "--list", description = "list the operations")
    boolean list;

    @Option(names = "--describe", paramLabel = "OP", description = "say what an operation takes")
    @Nullable String describe;
  }

  LabCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    if (way.describe != null) {
      return Calculator.describe(shell, way.describe);
    }
    if (way.list) {
      return Calculator.list(shell);
    }
    return way.batch ? Calculator.batch(shell) : Calculator.answer(shell);
  }
}
