package io.lida.llm;

import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.lida.store.Handed;
import io.lida.store.Turns;
import io.vertx.core.Future;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers agents and persons. Whoever waits for them may be on another node, or not there any more.
 */
record AgentDesk(Bus bus, Turns turns) {

  Future<Agents.Joined> join(Agents.Join join) {
    String agent = AgentForm.check(join).id();
    String tenant = tenant(join.tenant());
    return turns
        .join(tenant, agent)
        .map(
            waiting -> {
              bus.tell(Agents.HEARD, new Agents.Heard(tenant, agent, null));
              return new Agents.Joined(agent, waiting);
            });
  }

  Future<Agents.Submitted> submit(Agents.Submit turn) {
    String tenant = tenant(turn.tenant());
    String id = AgentForm.check(turn).turnId();
    return turns
        .hand(tenant, turn)
        .map(
            handed ->
                switch (handed) {
                  case Handed.Taken taken -> {
                    bus.tell(Agents.HEARD, new Agents.Heard(tenant, taken.agent(), id));
                    yield new Agents.Submitted(id);
                  }
                  case Handed.Late late ->
                      throw new Fault(
                          FaultCode.CONFLICT,
                          "turn " + id + " was taken before",
                          "the first text that is handed in counts",
                          "wait for the next turn");
                  case Handed.Unknown unknown ->
                      throw new Fault(
                          FaultCode.NOT_FOUND,
                          "no turn " + id + " is wanted",
                          "/turn_id: no such turn was wanted of you within a day",
                          "name the turn_id of a turn that is wanted");
                });
  }

  /** Programs alone: a person who has spoken is no agent. */
  Future<Agents.Attached> list(Agents.Query query) {
    return turns
        .agents(query.tenant())
        .map(
            agents ->
                new Agents.Attached(
                    agents.stream().filter(agent -> AgentForm.isName(agent.id())).toList()));
  }

  Future<Agents.Owed> owed(Agents.Seat seat) {
    String person = AgentForm.name(seat.person());
    return turns
        .owed(tenant(seat.tenant()), Agents.inPerson(person))
        .map(
            owed ->
                new Agents.Owed(
                    owed.stream().filter(turn -> turn.run().equals(seat.run())).toList()));
  }

  private static String tenant(@Nullable String tenant) {
    return Objects.requireNonNullElse(tenant, Runs.HOME_TENANT);
  }
}
