package io.lida.cli;

/** Asks the person at the terminal. */
interface Asker {
  /**
   * The line answered, without surrounding space; may be empty.
   *
   * @throws Stopped when the person leaves instead of answering
   */
  String ask(String prompt);

  /** As {@link #ask}, without showing what is typed. */
  String secret(String prompt);

  /** The person left: Ctrl-C or the end of input at a prompt. Stackless. */
  final class Stopped extends RuntimeException {
    Stopped() {
      super("stopped at the prompt", null, false, false);
    }
  }
}
