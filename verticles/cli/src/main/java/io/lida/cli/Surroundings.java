package io.lida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The world outside the command, handed in so that a test can be one.
 *
 * @param root the folder of {@code conf/}, {@code personas/} and {@code scenarios/}
 * @param asker asks the person at the terminal; touched only when there is something to ask
 * @param halt ends the process at once, without a word
 */
record Surroundings(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path workingDirectory,
    Path root,
    InstantSource clock,
    Signals signals,
    Asker asker,
    IntConsumer halt) {

  /** The process as it is. */
  static Surroundings ofThisProcess() {
    Map<String, String> environment = System.getenv();
    String root = System.getProperty("lida.root", environment.getOrDefault("LIDA_ROOT", ""));
    return new Surroundings(
        environment,
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Path.of("").toAbsolutePath(),
        Path.of(root).toAbsolutePath(),
        InstantSource.system(),
        new ProcessSignals(),
        new TerminalAsker(),
        code -> Runtime.getRuntime().halt(code));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, UTF_8);
  }

  /** Whether standard output is a terminal. */
  boolean outIsTerminal() {
    return isTerminal("LIDA_STDOUT_TTY");
  }

  /** Whether standard error is a terminal. */
  boolean errIsTerminal() {
    return isTerminal("LIDA_STDERR_TTY");
  }

  /** Whether standard input is a terminal. */
  boolean inIsTerminal() {
    return isTerminal("LIDA_STDIN_TTY");
  }

  /** The width of the terminal in columns: at least 40, at most 200, 80 when unknown. */
  int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (columns.isEmpty()
        || columns.length() > 4
        || !columns.chars().allMatch(Character::isDigit)) {
      return 80;
    }
    return Math.clamp(Integer.parseInt(columns), 40, 200);
  }

  /** The launcher script knows; without it the JDK is asked, which looks at input and output. */
  private boolean isTerminal(String name) {
    String told = environment.get(name);
    if (told != null && !told.isEmpty()) {
      return told.equals("1");
    }
    return System.console() != null && System.console().isTerminal();
  }
}
