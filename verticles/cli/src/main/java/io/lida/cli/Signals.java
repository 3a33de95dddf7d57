package io.lida.cli;

import java.util.function.Consumer;

/** Where the wish to end the process comes from. */
interface Signals {
  /** The wishes, with the exit code that names them. */
  enum Signal {
    INT(130),
    TERM(143);

    private final int exit;

    Signal(int exit) {
      this.exit = exit;
    }

    int exit() {
      return exit;
    }
  }

  /** Hears of every signal until closed; the handler is called on a thread of its own. */
  Handle handle(Consumer<Signal> handler);

  /** Ends the hearing and restores what was before. */
  interface Handle extends AutoCloseable {
    @Override
    void close();
  }
}
