package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(description = "play a policy game: chip-war or agi-race")
final class SimulateCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "GAME", description = "chip-war or agi-race")
  @Nullable String game;

  @Mixin GameWishes wishes = new GameWishes();

  SimulateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Gaming.simulate(shell, game, wishes);
  }
}
