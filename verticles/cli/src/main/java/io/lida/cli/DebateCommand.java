package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(description = "hold a debate about a question")
final class DebateCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "the question, in quotes")
  @Nullable String topic;

  @Mixin Wishes wishes = new Wishes();

  DebateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return Verbs.about(shell, "debate", "debate", topic, wishes);
  }
}
