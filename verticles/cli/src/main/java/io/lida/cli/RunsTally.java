package io.lida.cli;

import io.lida.contract.Deliberation;
import io.lida.contract.Retally;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "count a run's votes by every rule and pool its stances by every strategy")
final class RunsTally implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID", description = "a run, or the beginning of its id, or last")
  String run = "";

  @Option(names = "--all", description = "with all 169 strategies, operator by weighting")
  boolean all;

  RunsTally(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    String id = RunIds.find(shell, run);
    Retally tally = shell.ask(Deliberation.RECOUNT, new Deliberation.Recount(id));
    Screen screen = shell.screen();
    if (shell.forPeople()) {
      int columns = shell.world().outIsTerminal() ? screen.columns() : Integer.MAX_VALUE;
      new TallyPage(screen.resultInk(), columns).lines(tally, all).forEach(screen::result);
    } else {
      shell.document(tally);
    }
    return 0;
  }
}
