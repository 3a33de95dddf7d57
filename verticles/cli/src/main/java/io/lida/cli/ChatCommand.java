package io.lida.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(description = "talk with one persona; what was said is kept")
final class ChatCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "0..1", paramLabel = "PERSONA", description = "the id of a card, or a role")
  @Nullable String persona;

  @Option(
      names = "--once",
      paramLabel = "TEXT",
      description = "say this, print the answer alone, and leave")
  @Nullable String once;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "go on with a talk: its id, the beginning of it, or last")
  @Nullable String resume;

  @Option(names = "--as", paramLabel = "NAME", description = "what the persona calls you")
  String as = "Guest";

  @Option(
      names = {"-m", "--model"},
      paramLabel = "PROVIDER/MODEL",
      description = "who speaks for the persona")
  @Nullable String model;

  @Option(names = "--seed", paramLabel = "N", description = "the same seed, the same answers")
  @Nullable Long seed;

  ChatCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Chat chat = new Chat(shell, once);
    if (resume == null) {
      return chat.begin(persona, as, model, Start.seed(shell, seed));
    }
    if (persona != null) {
      throw new Misuse(
          "a talk that is resumed has its persona",
          "both " + persona + " and --resume are given",
          "lida chat --resume " + resume);
    }
    return chat.resume(resume);
  }
}
