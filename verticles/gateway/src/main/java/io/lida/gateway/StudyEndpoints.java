package io.lida.gateway;

import static io.lida.gateway.Endpoint.get;
import static io.lida.gateway.Endpoint.post;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Studies;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** Studies over HTTP: start, list, look, steer. */
final class StudyEndpoints {
  private final Bus bus;
  private final StudyDoor door;
  private final Starting starting;

  StudyEndpoints(Bus bus, Starting starting) {
    this.bus = bus;
    this.door = new StudyDoor(bus);
    this.starting = starting;
  }

  List<Endpoint> all() {
    return List.of(
        get("/api/v1/studies", Need.READ, this::list),
        post("/api/v1/studies", Need.RUN, starting::startStudy),
        get("/api/v1/studies/{id}", Need.READ, this::show),
        get("/api/v1/studies/{id}/summary", Need.READ, this::status),
        post("/api/v1/studies/{id}/resume", Need.RUN, this::resume),
        post(
            "/api/v1/studies/{id}/pause",
            Need.RUN,
            e -> stop(e, "pause", Studies.PAUSE, Studies.Pause::new)),
        post(
            "/api/v1/studies/{id}/cancel",
            Need.RUN,
            e -> stop(e, "cancel", Studies.CANCEL, Studies.Cancel::new)));
  }

  private Future<Reply> list(Exchange exchange) {
    int limit = (int) exchange.number("limit", 100, 1, 1_000);
    return bus.request(Studies.LIST, new Studies.Query(exchange.caller().tenant(), limit))
        .map(listing -> Reply.ok(new Documents.StudyList("lida.studies/v1", listing.studies())));
  }

  private Future<Studies.Summary> open(Exchange exchange) {
    return door.open(exchange.caller(), exchange.path("id"));
  }

  private Future<Reply> show(Exchange exchange) {
    return open(exchange)
        .compose(study -> bus.request(Studies.SHOW, new Studies.Show(study.id())))
        .map(Reply::ok);
  }

  private Future<Reply> status(Exchange exchange) {
    return open(exchange)
        .map(study -> Reply.ok(new Documents.StudyStatus("lida.study_status/v1", study)));
  }

  private Future<Reply> resume(Exchange exchange) {
    return open(exchange)
        .compose(study -> bus.request(Studies.RESUME, new Studies.Resume(study.id())))
        .map(going -> controlled(going.study(), "resume", "running", 0));
  }

  private <Q> Future<Reply> stop(
      Exchange exchange, String verb, Ask<Q, Studies.Stopped> ask, Function<String, Q> question) {
    return open(exchange)
        .compose(study -> bus.request(ask, question.apply(study.id())))
        .map(done -> controlled(done.study(), verb, done.status(), done.runs()));
  }

  private static Reply controlled(String study, String verb, String status, int runs) {
    return Reply.ok(
        new Documents.StudyControlled("lida.study_control/v1", study, verb, status, runs));
  }
}
