package io.lida.gateway;

import static io.lida.gateway.Endpoint.get;
import static io.lida.gateway.Endpoint.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** Persons in seats, over HTTP: what a run waits for one to say, and what they say. */
final class SeatEndpoints {
  private static final List<String> FIELDS =
      List.of(
          "turn_id", "text", "stance", "confidence", "vote", "ballot", "concedes", "cites", "pass");

  private final Bus bus;
  private final RunDoor door;

  SeatEndpoints(Bus bus, RunDoor door) {
    this.bus = bus;
    this.door = door;
  }

  List<Endpoint> all() {
    return List.of(
        get("/api/v1/runs/{id}/seats/{person}", Need.READ, this::owed),
        post("/api/v1/runs/{id}/seats/{person}", Need.RUN, this::handIn));
  }

  private Future<Reply> owed(Exchange exchange) {
    String person = person(exchange);
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(
            run ->
                bus.request(
                        Agents.OWED, new Agents.Seat(exchange.caller().tenant(), run.id(), person))
                    .map(
                        owed ->
                            Reply.ok(
                                new Documents.Seat(
                                    "lida.seat/v1", run.id(), person, owed.turns()))));
  }

  private Future<Reply> handIn(Exchange exchange) {
    String person = person(exchange);
    Agents.Submit turn = turn(exchange, person);
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(
            run ->
                String.valueOf(turn.turnId()).startsWith(run.id() + ".")
                    ? bus.request(Agents.SUBMIT, turn)
                    : Future.failedFuture(foreign(run.id())))
        .map(taken -> Reply.ok(new Documents.Taken("lida.taken/v1", taken.turnId())));
  }

  /** In the caller's own name. */
  private static Agents.Submit turn(Exchange exchange, String person) {
    JsonNode body = exchange.json();
    if (!(body instanceof ObjectNode said)) {
      throw unfit("expected an object with turn_id and text");
    }
    for (Map.Entry<String, JsonNode> field : said.properties()) {
      String name = field.getKey();
      if (!FIELDS.contains(name)) {
        throw unfit("/" + name + ": unknown field" + Nearest.clause(name, FIELDS));
      }
    }
    said.put("tenant", exchange.caller().tenant()).put("agent", Agents.inPerson(person));
    return Wire.message(said, Agents.Submit.class);
  }

  private static Fault unfit(String why) {
    return new Fault(
        FaultCode.INVALID,
        "the body is no turn",
        why,
        "GET /openapi.json describes every field of a turn");
  }

  private static Fault foreign(String run) {
    return new Fault(
        FaultCode.NOT_FOUND,
        "no such turn is wanted in run " + run,
        "/turn_id: it is none of this run",
        "GET the same address tells which turns are wanted");
  }

  private static String person(Exchange exchange) {
    String person = exchange.path("person");
    if (!AgentEndpoints.NAME.matcher(person).matches()) {
      throw new Fault(
          FaultCode.INVALID,
          "not the name of a person's seat",
          "a name has 1 to 64 of a-z, 0-9, _ and -",
          "a seat whose model is person/linh is .../seats/linh");
    }
    return person;
  }
}
