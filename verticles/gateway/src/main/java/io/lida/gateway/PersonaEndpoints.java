package io.lida.gateway;

import static io.lida.gateway.Endpoint.get;
import static io.lida.gateway.Endpoint.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Persona cards over HTTP. */
final class PersonaEndpoints {
  private final Bus bus;

  /** The body of a fork; the parent is in the path. */
  private record ForkBody(@Nullable String id, @Nullable Map<String, JsonNode> changes) {}

  PersonaEndpoints(Bus bus) {
    this.bus = bus;
  }

  List<Endpoint> all() {
    return List.of(
        get("/api/personas", Need.READ, this::list),
        get("/api/v1/personas", Need.READ, this::list),
        get("/api/v1/personas/{id}", Need.READ, this::show),
        post("/api/v1/personas/{id}/fork", Need.RUN, this::fork));
  }

  private Future<Reply> list(Exchange exchange) {
    Personas.Query query =
        new Personas.Query(
            exchange.query("constituency").orElse(null),
            exchange.query("disposition").orElse(null),
            exchange.query("topic").orElse(null),
            exchange.query("region").orElse(null),
            exchange.query("text").orElse(null),
            exchange.query("team").filter("true"::equals).isPresent());
    return bus.request(Personas.LIST, query)
        .map(
            found ->
                Reply.ok(
                    new Documents.PersonaList(
                        "lida.personas/v1", found.personas(), found.refused())));
  }

  private Future<Reply> show(Exchange exchange) {
    return bus.request(Personas.SHOW, new Personas.Show(id(exchange.path("id"))))
        .map(card -> Reply.ok(new Documents.Persona("lida.persona/v1", card)));
  }

  private Future<Reply> fork(Exchange exchange) {
    ForkBody body = Wire.strict(exchange.json(), ForkBody.class);
    if (body.id() == null) {
      throw new Fault(
          FaultCode.INVALID, "/id: is missing", "it names the new card", "{\"id\": \"...\"}");
    }
    Map<String, JsonNode> changes = body.changes() == null ? Map.of() : body.changes();
    return bus.request(
            Personas.FORK, new Personas.Fork(id(exchange.path("id")), id(body.id()), changes))
        .map(
            made ->
                Reply.json(
                    201,
                    new Documents.Fork(
                        "lida.fork/v1", made.card(), made.difference(), made.file())));
  }

  /** An id never leaves the folder of the cards. */
  private static String id(String given) {
    if (!given.matches("[a-z0-9_-][a-z0-9_.-]{0,63}") || given.contains("..")) {
      throw new Fault(
          FaultCode.INVALID,
          "not the id of a persona",
          "an id has 1 to 64 of a-z, 0-9, _ . and -",
          "GET /api/v1/personas lists the personas");
    }
    return given;
  }
}
