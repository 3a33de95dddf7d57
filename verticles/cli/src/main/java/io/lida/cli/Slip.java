package io.lida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what the parser did not understand. */
final class Slip {
  private Slip() {}

  static Misuse of(ParameterException misused) {
    CommandLine command = misused.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    return switch (misused) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, command, name);
      case MissingParameterException missing -> missing(missing, name);
      default -> other(misused, command, name);
    };
  }

  private static Misuse unmatched(
      UnmatchedArgumentException unmatched, CommandLine command, String name) {
    String word = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().getFirst();
    if (word.startsWith("-")) {
      String flag = word.replaceFirst("=.*", "");
      Set<String> flags = command.getCommandSpec().optionsMap().keySet();
      List<String> near = Suggest.near(flag, flags);
      return new Misuse(
          "unknown flag " + flag,
          name + " has no such flag" + Suggest.clause(flag, flags),
          near.isEmpty() ? "" : name + " " + near.getFirst());
    }
    Set<String> commands = command.getSubcommands().keySet();
    if (commands.isEmpty()) {
      return new Misuse(
          "unexpected word: " + word, name + " takes no more words; quote what has spaces");
    }
    List<String> near = Suggest.near(word, commands);
    return new Misuse(
        "unknown command: " + word,
        near.isEmpty()
            ? name + " has " + String.join(", ", commands)
            : "did you mean " + String.join(" or ", near) + "?",
        near.isEmpty() ? "" : name + " " + near.getFirst());
  }

  private static Misuse missing(MissingParameterException missing, String name) {
    List<String> labels = new ArrayList<>();
    for (ArgSpec argument : missing.getMissing()) {
      labels.add(
          switch (argument) {
            case OptionSpec option -> option.longestName() + " " + option.paramLabel();
            case PositionalParamSpec word -> word.paramLabel();
            default -> argument.paramLabel();
          });
    }
    return labels.isEmpty()
        ? new Misuse(name + " wants more", said(missing))
        : new Misuse(name + " wants " + String.join(" and ", labels), said(missing));
  }

  private static Misuse other(ParameterException misused, CommandLine command, String name) {
    Set<String> commands = command.getSubcommands().keySet();
    if (!commands.isEmpty() && misused.getArgSpec() == null) {
      return new Misuse(
          name + " wants a command", "it has " + String.join(", ", commands), name + " --help");
    }
    return new Misuse("the command line was not understood", said(misused));
  }

  private static String said(ParameterException misused) {
    String message = String.valueOf(misused.getMessage()).strip().replaceFirst("^Error: ", "");
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
