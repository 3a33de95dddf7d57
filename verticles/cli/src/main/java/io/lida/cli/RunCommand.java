package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(description = "run a scenario; flags override what it says")
final class RunCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "SCENARIO.yaml", description = "the scenario's file")
  @Nullable String file;

  @Mixin Wishes wishes = new Wishes();

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Verbs.scenario(shell, file, wishes);
  }
}
