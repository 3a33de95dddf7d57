package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "hold a deliberation of any mode")
final class DeliberateCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "the question, in quotes")
  @Nullable String topic;

  @Option(names = "--mode", paramLabel = "MODE", description = "debate or quorum")
  String mode = "debate";

  @Mixin Wishes wishes = new Wishes();

  DeliberateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Verbs.about(shell, "deliberate", mode, topic, wishes);
  }
}
