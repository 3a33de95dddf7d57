package io.lida.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(description = "watch three simulated personas debate")
final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin Wishes wishes = new Wishes();

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Verbs.demo(shell, wishes);
  }
}
