package io.lida.cli;

import io.lida.contract.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C means while a run or a study goes on: the first asks the engine to stop after the
 * turns under way, the second ends the process. Thread-safe.
 */
final class Interrupts implements AutoCloseable {
  /** How long the turns under way may take to finish once somebody wants to stop. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Shell shell;
  private final Runnable asked;
  private final Signals.Handle handle;
  private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();

  private record Wish(Signals.Signal signal, Instant since) {}

  /** Until it is closed, the first signal asks for this. */
  <Q> Interrupts(Shell shell, Ask<Q, ?> stop, Q question) {
    this.shell = shell;
    this.asked =
        () ->
            shell
                .bus()
                .request(stop, question)
                .onFailure(failure -> shell.screen().say("warning: the engine does not answer"));
    this.handle = shell.world().signals().handle(this::caught);
  }

  /** As the first Ctrl-C: who is asked for a turn may answer with it. */
  void stop() {
    caught(Signals.Signal.INT);
  }

  private void caught(Signals.Signal signal) {
    if (!wish.compareAndSet(null, new Wish(signal, shell.world().clock().instant()))) {
      shell.screen().close();
      shell.world().halt().accept(signal.exit());
      return;
    }
    shell.screen().say("stopping after the turns under way (again: stop at once)");
    asked.run();
  }

  /** The exit code of the signal that came; 0 when none did. */
  int exit() {
    Wish wished = wish.get();
    return wished == null ? 0 : wished.signal().exit();
  }

  /** Whether a signal came and the time for stopping gracefully is over. */
  boolean overdue() {
    Wish wished = wish.get();
    return wished != null && shell.world().clock().instant().isAfter(wished.since().plus(GRACE));
  }

  @Override
  public void close() {
    handle.close();
  }
}
