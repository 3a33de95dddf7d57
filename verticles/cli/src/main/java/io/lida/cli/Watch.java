package io.lida.cli;

import io.lida.contract.Bus;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run without gap or repetition: the bus says that something may have happened, the log
 * says what. Used on one thread, which it occupies.
 */
final class Watch implements AutoCloseable {
  private static final int STRETCH = 500;
  private static final long BEAT_MILLIS = 40;
  private static final int BEATS_BETWEEN_READS = 5;

  /** How often an ended run may still be called running: its files are being written. */
  private static final int READS_TO_SETTLE = 100;

  /** How often a run of this process may look dead, because a lease was renewed too late. */
  private static final int READS_TO_RECOVER = 50;

  private final Bus bus;
  private final String run;
  private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>(10_000);
  private final Bus.Subscription events;
  private final Bus.Subscription words;
  private final int patience;
  private long seq;
  private boolean ended;

  private Watch(Bus bus, String run, long after, boolean own) {
    this.bus = bus;
    this.run = run;
    this.seq = after;
    this.patience = own ? READS_TO_RECOVER : 0;
    // What does not fit is dropped here and found in the log.
    events = bus.follow(Runs.live(run), inbox::offer);
    words = bus.follow(Llm.words(run), inbox::offer);
  }

  /**
   * Begins to listen; nothing that happens after this is missed.
   *
   * @param own whether this process works on the run, so that it cannot have died
   */
  static Watch on(Bus bus, String run, long after, boolean own) {
    Watch watch = new Watch(bus, run, after, own);
    within(watch.events.ready());
    within(watch.words.ready());
    return watch;
  }

  /** What the watcher does with what is seen. */
  interface Eyes {
    void event(Event event);

    void words(Llm.Words words);

    void beat();
  }

  /**
   * Watches until the run has ended or stopped and all of its log was seen, or the watcher has had
   * enough.
   *
   * @return the status of the run as last read
   */
  String follow(Eyes eyes, BooleanSupplier enough) {
    int idle = BEATS_BETWEEN_READS;
    int still = 0;
    String status = "running";
    while (!enough.getAsBoolean()) {
      if (idle >= BEATS_BETWEEN_READS) {
        Runs.Stretch stretch = within(bus.request(Runs.EVENTS, new Runs.After(run, seq, STRETCH)));
        stretch.events().forEach(event -> deliver(event, eyes));
        status = stretch.status();
        boolean complete = seq >= stretch.last();
        idle = complete && !ended ? 0 : BEATS_BETWEEN_READS;
        still = complete && (ended || !isAlive(status)) ? still + 1 : 0;
        boolean settled = still > (ended ? READS_TO_SETTLE : patience);
        if (settled || (still > 0 && ended && !isAlive(status))) {
          return status;
        }
      }
      switch (next()) {
        case Event event when event.seq() == seq + 1 -> deliver(event, eyes);
        case Event event when event.seq() > seq -> idle = BEATS_BETWEEN_READS;
        case Llm.Words spoken -> eyes.words(spoken);
        case null -> idle++;
        default -> {}
      }
      idle = ended ? BEATS_BETWEEN_READS : idle;
      eyes.beat();
    }
    return status;
  }

  private void deliver(Event event, Eyes eyes) {
    if (event.seq() != seq + 1) {
      return;
    }
    seq = event.seq();
    eyes.event(event);
    ended =
        switch (event.payload()) {
          case RunEvent.RunPaused paused -> true;
          case RunEvent.RunCompleted completed -> true;
          case RunEvent.RunCancelled cancelled -> true;
          case RunEvent.RunFailed failed -> true;
          default -> false;
        };
  }

  private static boolean isAlive(String status) {
    return status.equals("running") || status.equals("queued");
  }

  private @Nullable Object next() {
    try {
      return inbox.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Fault(FaultCode.INTERNAL, "interrupted while watching run " + run);
    }
  }

  /** Reads what of a run's log comes after a number, to its end. */
  static void readAll(Shell shell, String run, long after, Consumer<Event> reader) {
    long seq = after;
    while (true) {
      Runs.Stretch stretch = shell.ask(Runs.EVENTS, new Runs.After(run, seq, STRETCH));
      stretch.events().forEach(reader);
      if (stretch.events().isEmpty()) {
        return;
      }
      seq = stretch.events().getLast().seq();
      if (seq >= stretch.last()) {
        return;
      }
    }
  }

  private static <T> T within(io.vertx.core.Future<T> future) {
    try {
      return future.await(Runs.EVENTS.patience().toSeconds() + 1, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new Fault(FaultCode.TIMEOUT, "no answer in time", "reading the log", "lida doctor");
    }
  }

  @Override
  public void close() {
    events.close();
    words.close();
  }
}
