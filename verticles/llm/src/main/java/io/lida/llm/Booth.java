package io.lida.llm;

import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Llm;
import io.lida.contract.Trace;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where speakers speak, each on a virtual thread of its own, so that none keeps the room's event
 * loop from the wires. Agents are heard of here, because here is who waits for them.
 */
final class Booth extends VerticleBase {
  private final Bus bus;
  private final Bells bells;

  Booth(Bus bus, Bells bells) {
    this.bus = bus;
    this.bells = bells;
  }

  @Override
  public Future<?> start() {
    return bus.follow(Agents.HEARD, bells::ring).ready();
  }

  /** A backend that has the speaker speak here. */
  Backend of(Speaker speaker) {
    return (call, words) -> Onward.here(begin(() -> spoken(speaker, call, words)));
  }

  private Future<Spoken> begin(Supplier<Future<Spoken>> speaking) {
    Promise<Spoken> over = Promise.promise();
    Optional<Trace> trace = Trace.current();
    context.runOnContext(
        turn -> trace.map(known -> known.run(speaking)).orElseGet(speaking).onComplete(over));
    return over.future();
  }

  private static Future<Spoken> spoken(Speaker speaker, Llm.Complete call, Consumer<String> words) {
    try {
      return Future.succeededFuture(speaker.speak(call, words));
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }
}
