package io.lida.proof.bench;

import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Deliberation.Start;
import io.lida.contract.Event;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * One deliberation as a client of the bus sees it: asked for, followed live, over.
 *
 * <p>The bus only hints; where a hint was missed, the log is asked.
 */
final class LidaDebate {
  private final Bus bus;
  private final Start start;
  private final int calls;
  private final Promise<LidaDebate> over = Promise.promise();
  private volatile String run = "";
  private int answered;
  private double checksum;

  LidaDebate(Bus bus, Start start, int calls) {
    this.bus = bus;
    this.start = start;
    this.calls = calls;
  }

  /** Completes with this debate when it is over; fails when it did not end as it should. */
  Future<LidaDebate> hold() {
    bus.request(Deliberation.START, start)
        .onFailure(over::tryFail)
        .onSuccess(
            started -> {
              run = started.run();
              Bus.Subscription live = bus.follow(Runs.live(run), this::seen);
              over.future().onComplete(end -> live.close());
            });
    return over.future();
  }

  String run() {
    return run;
  }

  int answered() {
    return answered;
  }

  double checksum() {
    return checksum;
  }

  private void seen(Event event) {
    switch (event.payload()) {
      case RunEvent.TurnSpoken spoken -> count(spoken.turn().stance() * spoken.turn().confidence());
      case RunEvent.VoteCast cast -> count(0);
      case RunEvent.RunCompleted completed -> ended();
      case RunEvent.RunFailed failed -> over.tryFail(failed.title() + ": " + failed.detail());
      default -> {}
    }
  }

  private void count(double share) {
    answered++;
    checksum += share;
  }

  private void ended() {
    if (answered == calls) {
      over.tryComplete(this);
    } else {
      bus.request(Deliberation.SHOW, new Deliberation.Show(run))
          .onFailure(over::tryFail)
          .onSuccess(this::read);
    }
  }

  private void read(Run document) {
    answered = document.turns().size() + document.votes().size();
    checksum =
        document.turns().stream().mapToDouble(turn -> turn.stance() * turn.confidence()).sum();
    over.tryComplete(this);
  }
}
