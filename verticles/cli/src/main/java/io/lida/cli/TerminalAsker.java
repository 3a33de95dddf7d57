package io.lida.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Asks with line editing; the only class that knows JLine, which is loaded with a question. */
final class TerminalAsker implements Asker {
  private static final Character UNSEEN = (char) 0;

  @Override
  public String ask(String prompt) {
    return Lines.read(prompt, null);
  }

  @Override
  public String secret(String prompt) {
    return Lines.read(prompt, UNSEEN);
  }

  /** Apart, because verifying a class that catches JLine's exceptions loads them. */
  private static final class Lines {
    static String read(String prompt, @Nullable Character mask) {
      try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
        LineReader reader =
            LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        return reader.readLine(prompt, mask).strip();
      } catch (UserInterruptException | EndOfFileException left) {
        throw new Stopped();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
