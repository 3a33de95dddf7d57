package io.lida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The completion of fish: one line for each command and each option. */
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandLine root) {
    List<String> lines = new ArrayList<>();
    lines.add("complete -c lida -f");
    commands(lines, root, "__fish_use_subcommand");
    options(lines, root, "true");
    root.getSubcommands()
        .forEach(
            (name, command) -> {
              String seen = "__fish_seen_subcommand_from " + name;
              commands(lines, command, seen);
              options(lines, command, seen);
              command
                  .getSubcommands()
                  .forEach(
                      (inner, below) ->
                          options(
                              lines, below, seen + "; and __fish_seen_subcommand_from " + inner));
            });
    return String.join("\n", lines) + "\n";
  }

  private static void commands(List<String> lines, CommandLine parent, String when) {
    for (Map.Entry<String, CommandLine> command : parent.getSubcommands().entrySet()) {
      String[] words = command.getValue().getCommandSpec().usageMessage().description();
      lines.add(
          "complete -c lida -n "
              + quoted(when)
              + " -a "
              + command.getKey()
              + " -d "
              + quoted(words.length == 0 ? "" : words[0]));
    }
  }

  private static void options(List<String> lines, CommandLine command, String when) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (option.inherited()) {
        continue;
      }
      StringBuilder line = new StringBuilder("complete -c lida -n " + quoted(when));
      for (String name : option.names()) {
        line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      line.append(option.arity().max() > 0 ? " -r" : "");
      String[] words = option.description();
      lines.add(line + " -d " + quoted(words.length == 0 ? "" : words[0]));
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
