package io.lida.gateway;

import io.lida.contract.Access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a socket of the bridge.
 *
 * @param caller whose key let them in
 * @param agent the one agent they may speak for; absent for all agents of the tenant
 */
record Guest(Caller caller, @Nullable String agent) {
  String tenant() {
    return caller.tenant();
  }

  /** Whether they may look at runs; who came as an agent may not. */
  boolean mayWatch() {
    return agent == null && Need.READ.metBy(caller);
  }

  /** Whether they may speak for this agent. */
  boolean speaksFor(String name) {
    return agent == null ? caller.may(Scope.RUN) : agent.equals(name);
  }

  /** Whether they may hand turns in at all. */
  boolean speaks() {
    return agent != null || caller.may(Scope.RUN);
  }
}
