package io.lida.deliberation;

import io.lida.contract.Deliberation.Command;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.Runs;
import io.lida.contract.Usage;
import io.lida.store.Lease;
import io.lida.store.LogWriter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * The owner of one run while it holds the run's lease: carries out what the engine intends, and
 * makes each answer true by one append before anybody hears of it.
 *
 * <p>All methods are called on the verticle's context.
 */
final class Session {
  private static final Logger LOG = System.getLogger(Session.class.getName());
  private static final String FORM = "the reply did not keep to the form that was asked for";

  private final String run;
  private final Rooms rooms;
  private final Lease lease;
  private final State state;
  private final LogWriter writer;
  private final Briefing briefing;
  private final Promise<Void> ended = Promise.promise();
  private Engine.Wish wish = Engine.Wish.GO_ON;
  private boolean writing;
  private boolean closing;
  private long alarm = -1;

  Session(Rooms rooms, Lease lease, State state, LogWriter writer, boolean stream) {
    this.run = lease.run();
    this.rooms = rooms;
    this.lease = lease;
    this.state = state;
    this.writer = writer;
    this.briefing = new Briefing(run, state, stream);
  }

  Lease lease() {
    return lease;
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

  /** Goes on from where the log is. */
  void go() {
    Duration timeout =
        Duration.ofSeconds(state.manifest().scenario().simulation().timeoutSeconds());
    long remaining = Math.max(1, timeout.minus(worked()).toMillis());
    alarm = rooms.vertx().setTimer(remaining, id -> step());
    LOG.log(Level.INFO, "run " + run + ": begins with event " + (writer.lastSeq() + 1));
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
      case CANCEL -> close("cancel", new RunEvent.RunCancelled("cancelled by request"));
    }
  }

  /** Stops at once because the process ends; answers under way are lost and will be asked again. */
  Future<Void> halt() {
    close("pause", new RunEvent.RunPaused(RunEvent.Pause.INTERRUPTED));
    return ended();
  }

  /** Ends a run that stands still and has no owner; it is not taken up first. */
  void cancelAtRest() {
    closing = true;
    append("cancel", new RunEvent.RunCancelled("cancelled by request"))
        .onSuccess(written -> finish());
  }

  /** Another owner has the run: nothing this session does counts any more. */
  void abandon() {
    LOG.log(Level.WARNING, "run " + run + ": the lease is lost, another owner goes on");
    closing = true;
    rest();
    ended.tryComplete();
  }

  private Duration worked() {
    Duration now = Duration.between(state.workedSince(), rooms.clock().instant());
    return state.worked().plus(now);
  }

  private void step() {
    if (writing || closing) {
      return;
    }
    switch (Engine.next(state, worked(), wish)) {
      case Intention.Write write -> {
        writing = true;
        append(write.key(), write.event()).onSuccess(event -> written());
      }
      case Intention.Ask ask -> {
        writing = true;
        append("ask." + key(ask), new RunEvent.CallsAsked(ask.calls()))
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

  private void close(String key, RunEvent event) {
    if (closing || state.status() != Status.RUNNING) {
      return;
    }
    closing = true;
    append(key, event).onSuccess(written -> finish());
  }

  /** Appends, and takes the event in once it is durable; only then is it announced. */
  private Future<Event> append(String key, RunEvent event) {
    return writer
        .append(key, event)
        .onSuccess(
            written -> {
              state.apply(written);
              rooms.bus().tell(Runs.live(run), written);
              index(written);
            })
        .onFailure(this::lost);
  }

  private void lost(Throwable cause) {
    if (!ended.future().isComplete()) {
      LOG.log(Level.WARNING, "run " + run + ": the log refused this owner", cause);
      closing = true;
      rest();
      ended.tryFail(cause);
    }
  }

  /** The index follows rounds; that a run stands still it says once its files are written. */
  private void index(Event event) {
    switch (event.payload()) {
      case RunEvent.RunStarted e -> {}
      case RunEvent.CallsAsked e -> {}
      case RunEvent.TurnSpoken e -> {}
      case RunEvent.Moderated e -> {}
      case RunEvent.VoteCast e -> {}
      case RunEvent.CallFailed e ->
          LOG.log(
              Level.WARNING,
              "run " + run + " agent " + e.speaker() + ": no " + e.call().id() + ": " + e.title());
      case RunEvent.Decided e -> {}
      case RunEvent.RoundOpened e -> summarise();
      case RunEvent.RunResumed e -> summarise();
      case RunEvent.RunPaused e -> {}
      case RunEvent.RunCompleted e -> {}
      case RunEvent.RunCancelled e -> {}
      case RunEvent.RunFailed e -> {}
    }
  }

  private void summarise() {
    rooms
        .store()
        .index()
        .put(Summaries.of(run, state))
        .onFailure(cause -> LOG.log(Level.WARNING, "run " + run + ": index not updated", cause));
  }

  private void call(Call call) {
    Llm.Complete question = briefing.complete(call);
    rooms
        .bus()
        .request(Llm.COMPLETE, question)
        .onSuccess(answer -> heard(call, question, answer, Usage.NONE))
        .onFailure(cause -> answered(call, failed(call, Fault.of(cause), Usage.NONE)));
  }

  private void heard(Call call, Llm.Complete question, Completion answer, Usage before) {
    Usage usage = before.plus(answer.usage());
    Optional<RunEvent> event =
        Replies.event(state, briefing.seat(call.seat()), call, answer, usage);
    if (event.isPresent()) {
      answered(call, event.get());
    } else if (before == Usage.NONE) {
      rooms
          .bus()
          .request(Llm.COMPLETE, question)
          .onSuccess(second -> heard(call, question, second, usage))
          .onFailure(cause -> answered(call, failed(call, Fault.of(cause), usage)));
    } else {
      Fault fault = new Fault(FaultCode.GARBLED, FORM, "asked twice", "");
      answered(call, failed(call, fault, usage));
    }
  }

  private RunEvent failed(Call call, Fault fault, Usage usage) {
    Manifest.Seat seat = briefing.seat(call.seat());
    return new RunEvent.CallFailed(
        call, seat.card().id(), fault.code().id(), fault.title(), fault.detail(), usage);
  }

  private void answered(Call call, RunEvent event) {
    if (!closing && state.underWay(call.id())) {
      append(call.id() + "#" + call.attempt(), event).onSuccess(written -> step());
    }
  }

  private void finish() {
    if (ended.future().isComplete()) {
      return;
    }
    closing = true;
    rest();
    LOG.log(Level.INFO, "run " + run + ": " + state.status().id());
    Runs.Summary summary = Summaries.of(run, state);
    rooms
        .archive()
        .keep(run, state.manifest().scenario())
        .otherwise(
            cause -> {
              LOG.log(Level.WARNING, "run " + run + ": files not written", cause);
              return null;
            })
        .compose(
            kept ->
                state.status().ended()
                    ? rooms.store().index().finish(summary, rooms.retention())
                    : rooms.store().index().put(summary))
        .eventually(() -> rooms.store().leases().release(lease))
        .onComplete(ended);
  }

  private void rest() {
    if (alarm >= 0) {
      rooms.vertx().cancelTimer(alarm);
    }
  }
}
