package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "write a run as JSON, JSON lines or Markdown; -o FILE for a file, else here")
final class RunsExport implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "json, jsonl or markdown; else by the file's ending")
  @Nullable String format;

  RunsExport(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Exporting.export(shell, run, format);
  }
}
