package io.lida.cli;

import io.lida.contract.Deliberation;
import io.lida.contract.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "record what came true, so that forecasts are scored and records grow")
final class RunsResolve implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  @Option(
      names = "--outcome",
      paramLabel = "0|1",
      required = true,
      description = "1 if what was asked came true, 0 if not; say it again to correct it")
  int outcome;

  RunsResolve(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (outcome != 0 && outcome != 1) {
      throw new Misuse("--outcome cannot be " + outcome, "it is 1, it came true, or 0, it did not");
    }
    String id = RunIds.find(shell, run);
    Run resolved = shell.ask(Deliberation.RESOLVE, new Deliberation.Resolve(id, outcome));
    if (!shell.forPeople()) {
      shell.document(resolved);
      return 0;
    }
    Screen screen = shell.screen();
    screen.result(
        "run " + Plain.line(id) + ": recorded, it " + (outcome == 1 ? "came true" : "did not"));
    RunPage.scores(resolved, screen.resultInk()).forEach(screen::result);
    return 0;
  }
}
