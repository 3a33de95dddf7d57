package io.lida.deliberation;

import io.lida.contract.Deliberation.Command;
import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.store.Lease;
import io.lida.store.LostLease;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * The owner of one run while it holds the run's lease: carries out what the engine intends, and
 * makes each answer true by one append before anybody hears of it.
 *
 * <p>All methods are called on the verticle's context.
 */
final class Session {
  private static final Logger LOG = System.getLogger(Session.class.getName());

  private final String run;
  private final Rooms rooms;
  private final Holding holding;
  private final State state;
  private final Journal journal;
  private final Interview interview;
  private final Promise<Void> ended = Promise.promise();
  private Engine.Wish wish = Engine.Wish.GO_ON;
  private boolean writing;
  private boolean leaving;
  private boolean closing;
  private boolean held = true;
  private long alarm = -1;

  Session(Rooms rooms, Holding holding, boolean stream) {
    this.run = holding.run();
    this.rooms = rooms;
    this.holding = holding;
    this.state = holding.state();
    this.journal = new Journal(rooms, holding);
    this.interview = new Interview(run, state, rooms.bus(), stream);
  }

  Lease lease() {
    return holding.lease();
  }

  /** Whether the lease is to be renewed. */
  boolean held() {
    return held;
  }

  State state() {
    return state;
  }

  /**
   * Completes when the run has ended or stands still, its files are written and the lease is free.
   */
  Future<Void> ended() {
    return ended.future();
  }

  /** Goes on from where the log is; a run that its log says is at rest is only wound up. */
  void go() {
    Traced.log(
        LOG,
        Level.INFO,
        state.manifest(),
        "run " + run + ": begins with event " + (holding.writer().lastSeq() + 1));
    step();
  }

  /** Does what somebody wants of the run. */
  void command(Command command) {
    switch (command) {
      case PAUSE -> {
        wish = Engine.Wish.PAUSE;
        step();
      }
      case INTERRUPT -> {
        wish = Engine.Wish.INTERRUPT;
        step();
      }
      case CANCEL -> closeWith(command);
    }
  }

  /** Stops at once because the process ends; answers under way are lost and will be asked again. */
  Future<Void> halt() {
    closeWith(Command.INTERRUPT);
    return ended();
  }

  /** Does to a run that has no owner what somebody wants of it; it is not taken up first. */
  void atRest(Command command) {
    closing = true;
    end(command);
  }

  /**
   * Begins nothing more, and once no model is at work lets the run go without a word in its log, so
   * that another node goes on with it as if it had always been there.
   */
  void leave() {
    leaving = true;
    step();
  }

  /** As {@link #leave}, but at once; the answers under way will be asked for again. */
  void leaveNow() {
    if (!closing) {
      closing = true;
      rest();
      Traced.log(
          LOG,
          Level.INFO,
          state.manifest(),
          "run " + run + ": let go at event " + holding.writer().lastSeq());
      letGo().onComplete(done -> ended.tryComplete());
    }
  }

  /** Another owner has the run: nothing this session does counts any more. */
  void abandon() {
    if (!ended.future().isComplete()) {
      Traced.log(
          LOG,
          Level.WARNING,
          state.manifest(),
          "run " + run + ": the lease is lost, another owner goes on");
      closing = true;
      rest();
      rooms.notices().leaseLost(run, state);
      ended.tryComplete();
    }
  }

  private Duration worked() {
    return state.worked(rooms.clock().instant());
  }

  /** Comes back when the time in hand is over; while it stands still, it never is. */
  private void watchTime() {
    if (state.waitsForPersons()) {
      rest();
    } else if (alarm < 0) {
      Duration timeout =
          Duration.ofSeconds(state.manifest().scenario().simulation().timeoutSeconds());
      long remaining = Math.max(1, timeout.minus(worked()).toMillis());
      alarm = rooms.vertx().setTimer(remaining, id -> timeOver());
    }
  }

  private void timeOver() {
    alarm = -1;
    step();
  }

  private void step() {
    if (writing || closing) {
      return;
    }
    watchTime();
    if (leaving && state.status() == Status.RUNNING) {
      if (state.settled()) {
        leaveNow();
      }
      return;
    }
    switch (Engine.next(state, worked(), wish)) {
      case Intention.Write write -> {
        writing = true;
        write(write.key(), write.event()).onSuccess(event -> written());
      }
      case Intention.Ask ask -> {
        writing = true;
        write("ask." + key(ask), new RunEvent.CallsAsked(ask.calls()))
            .onSuccess(
                event -> {
                  ask.calls().forEach(this::call);
                  written();
                });
      }
      case Intention.Wait wait -> {}
      case Intention.Rest rest -> finish();
    }
  }

  private void written() {
    writing = false;
    step();
  }

  private static String key(Intention.Ask ask) {
    Call first = ask.calls().getFirst();
    return first.id() + "#" + first.attempt();
  }

  private void call(Call call) {
    interview.ask(call).onSuccess(event -> answered(call, event));
  }

  private void answered(Call call, RunEvent event) {
    if (!closing && state.underWay(call.id())) {
      write(call.id() + "#" + call.attempt(), event).onSuccess(written -> step());
    }
  }

  private void closeWith(Command command) {
    if (!closing && state.status() == Status.RUNNING) {
      closing = true;
      end(command);
    }
  }

  private void end(Command command) {
    switch (command) {
      case PAUSE -> end("pause", new RunEvent.RunPaused(RunEvent.Pause.REQUESTED));
      case INTERRUPT -> end("pause", new RunEvent.RunPaused(RunEvent.Pause.INTERRUPTED));
      case CANCEL -> end("cancel", new RunEvent.RunCancelled("cancelled by request"));
    }
  }

  private void end(String key, RunEvent event) {
    write(key, event).onSuccess(written -> finish());
  }

  private Future<Event> write(String key, RunEvent event) {
    return journal.write(key, event).onFailure(this::lost);
  }

  private void lost(Throwable cause) {
    if (cause instanceof LostLease) {
      abandon();
    } else if (!ended.future().isComplete()) {
      LOG.log(Level.WARNING, "run " + run + ": the log refused this owner", cause);
      closing = true;
      rest();
      ended.tryFail(cause);
    }
  }

  private void finish() {
    if (!ended.future().isComplete()) {
      closing = true;
      rest();
      Aftermath.of(rooms, holding)
          .eventually(this::letGo)
          .onSuccess(done -> ended.tryComplete())
          .onFailure(ended::tryFail);
    }
  }

  private Future<Void> letGo() {
    held = false;
    return holding.letGo(rooms);
  }

  private void rest() {
    if (alarm >= 0) {
      rooms.vertx().cancelTimer(alarm);
      alarm = -1;
    }
  }
}
