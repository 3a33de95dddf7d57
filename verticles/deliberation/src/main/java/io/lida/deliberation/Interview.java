package io.lida.deliberation;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Manifest;
import io.lida.contract.Monitor;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.Usage;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Puts the calls of one run to models and reads their replies as events. */
final class Interview {
  private static final Logger LOG = System.getLogger(Interview.class.getName());
  private static final String FORM = "the reply did not keep to the form that was asked for";

  private final String run;
  private final State state;
  private final Bus bus;
  private final Briefing briefing;

  Interview(String run, State state, Bus bus, boolean stream) {
    this.run = run;
    this.state = state;
    this.bus = bus;
    this.briefing = new Briefing(run, state, stream);
  }

  /**
   * Asks, and once more if the reply has not the form that is wanted; no answer is an event, too.
   */
  Future<RunEvent> ask(Call call) {
    if (call.attempt() > 1) {
      bus.tellHere(Monitor.MISHAPS, new Monitor.Mishap(Monitor.Mishap.Kind.CALL_REPEATED));
    }
    return ask(call, briefing.complete(call), Usage.NONE, 1);
  }

  private Future<RunEvent> ask(Call call, Llm.Complete question, Usage before, int time) {
    Ask<Llm.Complete, Completion> ask =
        briefing.seat(call.seat()).inPerson() ? Llm.COMPLETE.within(Llm.IN_PERSON) : Llm.COMPLETE;
    return Traced.run(state.manifest(), () -> bus.request(ask, question))
        .compose(answer -> heard(call, question, answer, before, time))
        .recover(cause -> Future.succeededFuture(failed(call, Fault.of(cause), before)));
  }

  private Future<RunEvent> heard(
      Call call, Llm.Complete question, Completion answer, Usage before, int time) {
    Usage usage = before.plus(answer.usage());
    Optional<RunEvent> event =
        Replies.event(state, briefing.seat(call.seat()), call, answer, usage);
    if (event.isPresent()) {
      return Future.succeededFuture(event.get());
    }
    return time == 1
        ? ask(call, briefing.again(call, question), usage, 2)
        : Future.succeededFuture(
            failed(call, new Fault(FaultCode.GARBLED, FORM, "asked twice", ""), usage));
  }

  private RunEvent failed(Call call, Fault fault, Usage usage) {
    Manifest.Seat seat = briefing.seat(call.seat());
    String speaker = seat.card().id();
    Traced.log(
        LOG,
        Level.WARNING,
        state.manifest(),
        "run " + run + " agent " + speaker + ": no " + call.id() + ": " + fault.title());
    return new RunEvent.CallFailed(
        call, speaker, fault.code().id(), fault.title(), fault.detail(), usage);
  }
}
