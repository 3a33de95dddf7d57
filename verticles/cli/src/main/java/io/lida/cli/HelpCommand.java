package io.lida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(description = "say what a command does, or what exit codes mean")
final class HelpCommand implements Callable<Integer> {
  private static final String EXIT_CODES =
      """
      exit codes
         0  done
         1  unexpected failure: a bug; the path of a report is printed
         2  wrong usage
         3  a scenario, card, setting or value was refused
         4  a key is missing or not accepted
         5  Redis, the bus or the data folder cannot be had
         6  a model provider failed after all retries
         7  not found
        10  finished, but there is no consensus (--require-consensus)
        11  a study in which some runs ended without a decision
        12  a budget is spent (--max-cost, --max-tokens, --max-calls)
       124  time is up (--timeout)
       130  stopped by Ctrl-C, or paused or cancelled from elsewhere
       143  stopped by TERM
      """;

  private final Shell shell;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "a command, or exit-codes")
  List<String> words = new ArrayList<>();

  @Spec CommandSpec spec = CommandSpec.create();

  HelpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      if (command == spec.root().commandLine() && word.equals("exit-codes")) {
        shell.screen().resultText(EXIT_CODES);
        return 0;
      }
      CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        throw new Misuse(
            "no help about " + word,
            "there is no such command" + Suggest.clause(word, command.getSubcommands().keySet()),
            "lida help");
      }
      command = next;
    }
    shell.screen().resultText(command.getUsageMessage(command.getColorScheme()));
    return 0;
  }
}
