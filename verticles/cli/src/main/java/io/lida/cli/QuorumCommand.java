package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(description = "let a quorum weigh an event and decide")
final class QuorumCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "EVENT", description = "what has happened, in quotes")
  @Nullable String topic;

  @Mixin Wishes wishes = new Wishes();

  QuorumCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Verbs.about(shell, "quorum", "quorum", topic, wishes);
  }
}
