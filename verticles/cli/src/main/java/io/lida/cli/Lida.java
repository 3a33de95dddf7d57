package io.lida.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The {@code lida} command. */
public final class Lida {
  private Lida() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] words) {
    Surroundings world = Surroundings.ofThisProcess();
    Opening opening = new Opening();
    int code = run(world, opening, words);
    if (opening.opened()) {
      System.exit(code);
    }
    if (code != 0) {
      // Nothing runs that would have to be ended, and an orderly exit would load the logger.
      world.halt().accept(code);
    }
  }

  /** Runs one command line in the world given; the house it opened is closed again. */
  static int run(Surroundings world, Shell.Opener opener, String... words) {
    Root root = new Root();
    try (Shell shell = new Shell(world, root.globals, opener)) {
      CommandLine tree = Tree.of(root, shell, words);
      boolean json = Globals.wantsJson(words);
      tree.setOut(new PrintWriter(world.out(), true));
      tree.setErr(new PrintWriter(world.err(), true));
      tree.setExecutionStrategy(parsed -> execute(parsed, shell));
      tree.setParameterExceptionHandler(
          (misused, given) ->
              Refusal.report(
                  shell,
                  Slip.of(misused),
                  misused.getCommandLine().getCommandSpec().qualifiedName(),
                  json));
      tree.setExecutionExceptionHandler(
          (failure, command, parsed) ->
              Refusal.report(shell, failure, command.getCommandSpec().qualifiedName(), json));
      return tree.execute(words);
    }
  }

  private static int execute(ParseResult parsed, Shell shell) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    if (!parsed.hasSubcommand()) {
      CommandLine tree = parsed.commandSpec().commandLine();
      tree.usage(tree.getOut());
      return 0;
    }
    ParseResult command = parsed.subcommand();
    String below = command.hasSubcommand() ? command.subcommand().commandSpec().name() : "";
    shell.reach(command.commandSpec().name(), below);
    return new CommandLine.RunLast().execute(parsed);
  }
}
