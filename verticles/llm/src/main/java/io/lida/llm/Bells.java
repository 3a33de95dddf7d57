package io.lida.llm;

import io.lida.contract.Agents;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Wakes those who wait for an agent when it is heard of. For one thread at a time. */
final class Bells {
  private final Vertx vertx;
  private final Set<Bell> hung = new LinkedHashSet<>();

  Bells(Vertx vertx) {
    this.vertx = vertx;
  }

  /** A bell for one turn, to be closed when nobody waits any more. */
  Bell hang(String tenant, String agent, String turn) {
    Bell bell = new Bell(tenant, agent, turn);
    hung.add(bell);
    return bell;
  }

  /** Wakes those who wait for the turn handed in, or all who wait for an agent that came. */
  void ring(Agents.Heard heard) {
    for (Bell bell : List.copyOf(hung)) {
      if (bell.concerns(heard)) {
        bell.rung.tryComplete();
      }
    }
  }

  /** One turn that is waited for. A ring between two waits ends the next at once. */
  final class Bell implements AutoCloseable {
    private final String tenant;
    private final String agent;
    private final String turn;
    private Promise<Void> rung = Promise.promise();

    private Bell(String tenant, String agent, String turn) {
      this.tenant = tenant;
      this.agent = agent;
      this.turn = turn;
    }

    private boolean concerns(Agents.Heard heard) {
      String handedIn = heard.turnId();
      return agent.equals(heard.agent())
          && tenant.equals(heard.tenant())
          && (handedIn == null || handedIn.equals(turn));
    }

    /** From now on only a new ring counts. */
    void reset() {
      rung = Promise.promise();
    }

    /** Blocks the virtual thread until the bell is rung, or for so long. */
    void await(Duration patience) {
      Promise<Void> awaited = rung;
      long timer = vertx.setTimer(Math.max(1, patience.toMillis()), id -> awaited.tryComplete());
      try {
        awaited.future().await();
      } finally {
        vertx.cancelTimer(timer);
      }
    }

    @Override
    public void close() {
      hung.remove(this);
    }
  }
}
