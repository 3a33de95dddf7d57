package io.lida.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(description = "print completion for a shell: source <(lida completion bash)")
final class CompletionCommand implements Callable<Integer> {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Shell shell;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
  String name = "";

  @Spec CommandSpec spec = CommandSpec.create();

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    String script =
        switch (name) {
          // The script of picocli serves zsh too: it loads bashcompinit there.
          case "bash", "zsh" -> AutoComplete.bash("lida", root);
          case "fish" -> FishCompletion.of(root);
          default ->
              throw new Misuse(
                  "no completion for " + name,
                  "there is one for " + String.join(", ", SHELLS) + Suggest.clause(name, SHELLS));
        };
    shell.screen().resultText(script);
    return 0;
  }
}
