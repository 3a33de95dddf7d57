package io.lida.store;

import io.lida.contract.Agents;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What programs and persons with a seat owe and hand in, over all nodes. An answer outlives the
 * node that waited for it: who asks again for the same turn finds it. All times are Redis's.
 * Thread-safe.
 */
public interface Turns {
  /**
   * Notes that a turn is owed for so long from now, unless it was handed in.
   *
   * @param turn who owes it, and its id, which is the same however often it is asked for
   * @return the answer, if it is there
   */
  Future<Optional<Agents.Submit>> owe(String tenant, Agents.Wanted turn, Duration patience);

  /** What an agent owes and is still waited for, with the seconds that are left, oldest first. */
  Future<List<Agents.Wanted>> owed(String tenant, String agent);

  /**
   * Keeps an answer for a day, without what looks like a secret.
   *
   * @param tenant who hands it in; a turn of another tenant is unknown
   */
  Future<Handed> hand(String tenant, Agents.Submit answer);

  /** Notes that an agent is there; answers how many turns it owes. */
  Future<Integer> join(String tenant, String agent);

  /** The agents of a tenant that came or handed in a turn within a day, by name. */
  Future<List<Agents.Agent>> agents(String tenant);
}
