package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.launcher.Server;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What {@code serve} does. */
final class Serving {
  /** A server that has not ended in order by then is ended. */
  private static final long SECONDS_TO_END = 24;

  private Serving() {}

  /** Serves until the first signal; more of them change nothing. A drained server exits 0. */
  static int until(Shell shell) {
    BlockingQueue<Signals.Signal> signals = new LinkedBlockingQueue<>();
    AtomicBoolean ended = new AtomicBoolean();
    try (Signals.Handle handle = shell.world().signals().handle(signals::offer);
        Server server = shell.serve()) {
      announce(shell, server);
      Signals.Signal signal = wait(signals);
      shell.screen().note("draining after " + signal + ": no new work, then an end");
      CompletableFuture.delayedExecutor(SECONDS_TO_END, TimeUnit.SECONDS)
          .execute(
              () -> {
                if (!ended.get()) {
                  shell.world().halt().accept(signal.exit());
                }
              });
    }
    ended.set(true);
    return 0;
  }

  private static void announce(Shell shell, Server server) {
    Screen screen = shell.screen();
    screen.note("serving at " + server.entry().url() + "  (" + Plain.line(server.store()) + ")");
    screen.note("to open it in a browser, once: " + server.link());
    if (!shell.forPeople()) {
      shell.document(server.entry());
    }
  }

  private static Signals.Signal wait(BlockingQueue<Signals.Signal> signals) {
    try {
      return signals.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Fault(FaultCode.INTERNAL, "interrupted while serving");
    }
  }
}
