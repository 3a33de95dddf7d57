package io.lida.gateway;

import static io.lida.gateway.Endpoint.delete;
import static io.lida.gateway.Endpoint.get;
import static io.lida.gateway.Endpoint.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Deliberation.Command;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** Runs over HTTP: start, list, look, steer, export, remove. */
final class RunEndpoints {
  private static final List<String> STATUSES =
      List.of(
          "queued",
          "running",
          "paused",
          "completed",
          "failed",
          "cancelled",
          "interrupted",
          "parked");
  private static final List<String> FORMATS = List.of("json", "jsonl", "markdown");

  private final Bus bus;
  private final RunDoor door;
  private final Starting starting;

  RunEndpoints(Bus bus, RunDoor door, Starting starting) {
    this.bus = bus;
    this.door = door;
    this.starting = starting;
  }

  List<Endpoint> all() {
    return List.of(
        post("/api/deliberate", Need.RUN, starting::start),
        get("/api/deliberation/status", Need.READ, this::statusByQuery),
        get("/api/v1/runs", Need.READ, this::list),
        post("/api/v1/runs", Need.RUN, starting::start),
        get("/api/v1/runs/{id}", Need.READ, this::show),
        delete("/api/v1/runs/{id}", Need.RUN, this::remove),
        get("/api/v1/runs/{id}/summary", Need.READ, e -> status(e, e.path("id"))),
        get("/api/v1/runs/{id}/events", Need.READ, this::events),
        get("/api/v1/runs/{id}/export", Need.READ, this::export),
        get("/api/v1/runs/{id}/tally", Need.READ, this::tally),
        get("/api/v1/skill", Need.READ, this::skill),
        post("/api/v1/runs/{id}/resolve", Need.RUN, this::resolve),
        post("/api/v1/runs/{id}/pause", Need.RUN, e -> control(e, Command.PAUSE)),
        post("/api/v1/runs/{id}/cancel", Need.RUN, e -> control(e, Command.CANCEL)),
        post("/api/v1/runs/{id}/resume", Need.RUN, this::resume));
  }

  private Future<Reply> list(Exchange exchange) {
    String status = exchange.oneOf("status", STATUSES).orElse(null);
    int limit = (int) exchange.number("limit", 100, 1, 1_000);
    String before = exchange.query("before").orElse(null);
    return bus.request(Runs.LIST, new Runs.Query(status, exchange.caller().tenant(), limit, before))
        .map(
            listing ->
                Reply.ok(new Documents.RunList("lida.runs/v1", listing.runs(), listing.next())));
  }

  private Future<Reply> statusByQuery(Exchange exchange) {
    String run =
        exchange
            .query("id")
            .orElseThrow(
                () ->
                    new Fault(
                        FaultCode.INVALID,
                        "the parameter id is missing",
                        "it names the run",
                        "GET /api/deliberation/status?id=..."));
    return status(exchange, run);
  }

  private Future<Reply> status(Exchange exchange, String id) {
    return door.open(exchange.caller(), id)
        .map(
            run ->
                Reply.ok(
                    new Documents.Status(
                        "lida.status/v1",
                        run.id(),
                        run.status(),
                        run.round(),
                        run.rounds(),
                        run.mode(),
                        run.topic(),
                        run.participants(),
                        run.model(),
                        run.created(),
                        run.updated(),
                        run.outcome(),
                        Links.of(run.id()))));
  }

  private Future<Reply> show(Exchange exchange) {
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(run -> bus.request(Deliberation.SHOW, new Deliberation.Show(run.id())))
        .map(Reply::ok);
  }

  private Future<Reply> remove(Exchange exchange) {
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(run -> bus.request(Runs.REMOVE, new Runs.Remove(run.id())))
        .map(
            gone ->
                Reply.ok(new Documents.Controlled("lida.control/v1", gone.run(), "rm", "removed")));
  }

  private Future<Reply> events(Exchange exchange) {
    long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
    int limit = (int) exchange.number("limit", 1_000, 1, 1_000);
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(
            run ->
                bus.request(Runs.EVENTS, new Runs.After(run.id(), after, limit))
                    .map(
                        log ->
                            Reply.ok(
                                new Documents.EventList(
                                    "lida.events/v1",
                                    run.id(),
                                    log.events(),
                                    log.status(),
                                    log.last()))));
  }

  private Future<Reply> export(Exchange exchange) {
    String format = exchange.oneOf("format", FORMATS).orElse("json");
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(run -> bus.request(Deliberation.EXPORT, new Deliberation.Export(run.id(), format)))
        .map(
            made ->
                Reply.text(made.mediaType(), made.text())
                    .with(
                        Map.of(
                            "Content-Disposition",
                            "attachment; filename=\"" + made.file() + "\"")));
  }

  private Future<Reply> tally(Exchange exchange) {
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(run -> bus.request(Deliberation.RECOUNT, new Deliberation.Recount(run.id())))
        .map(Reply::ok);
  }

  private Future<Reply> skill(Exchange exchange) {
    int limit = (int) exchange.number("limit", 500, 1, 1_000);
    return bus.request(
            Deliberation.SKILL, new Deliberation.Judge(exchange.caller().tenant(), limit))
        .map(Reply::ok);
  }

  private Future<Reply> resolve(Exchange exchange) {
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(
            run ->
                bus.request(
                    Deliberation.RESOLVE, new Deliberation.Resolve(run.id(), outcome(exchange))))
        .map(Reply::ok);
  }

  private static int outcome(Exchange exchange) {
    JsonNode outcome = exchange.json().path("outcome");
    if (!outcome.isInt() || outcome.asInt() < 0 || outcome.asInt() > 1) {
      throw new Fault(
          FaultCode.INVALID,
          "/outcome: must be 1, it came true, or 0, it did not",
          "",
          "{\"outcome\": 1}");
    }
    return outcome.asInt();
  }

  private Future<Reply> control(Exchange exchange, Command command) {
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(
            run -> bus.request(Deliberation.CONTROL, new Deliberation.Control(run.id(), command)))
        .map(
            done ->
                Reply.ok(
                    new Documents.Controlled(
                        "lida.control/v1", done.run(), command.id(), done.status())));
  }

  private Future<Reply> resume(Exchange exchange) {
    return door.open(exchange.caller(), exchange.path("id"))
        .compose(run -> bus.request(Deliberation.RESUME, new Deliberation.Resume(run.id(), true)))
        .map(
            going ->
                Reply.ok(
                    new Documents.Controlled("lida.control/v1", going.run(), "resume", "running")));
  }
}
