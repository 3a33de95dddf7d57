package io.lida.gateway;

import static io.lida.gateway.Endpoint.delete;
import static io.lida.gateway.Endpoint.get;
import static io.lida.gateway.Endpoint.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Access;
import io.lida.contract.Access.Scope;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keys over HTTP, for who runs the server; and tickets, for what cannot send a header. */
final class KeyEndpoints {
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 3_650;
  private static final int LONGEST_NOTE = 200;

  private final Bus bus;
  private final Tickets tickets;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** The body that asks for a key; a key of 0 days never expires. */
  private record KeyBody(
      @Nullable String tenant,
      @Nullable Set<Scope> scopes,
      @Nullable String note,
      @Nullable Integer days) {}

  KeyEndpoints(Bus bus, Tickets tickets, InstantSource clock, RandomGenerator random) {
    this.bus = bus;
    this.tickets = tickets;
    this.clock = clock;
    this.random = random;
  }

  List<Endpoint> all() {
    return List.of(
        get("/api/v1/keys", Need.ADMIN, this::list),
        post("/api/v1/keys", Need.ADMIN, this::make),
        delete("/api/v1/keys/{id}", Need.ADMIN, this::revoke),
        post("/api/v1/tickets", Need.READ, this::ticket));
  }

  private Future<Reply> list(Exchange exchange) {
    Caller caller = exchange.caller();
    String tenant = caller.operator() ? null : caller.tenant();
    return bus.request(Access.LIST, new Access.Query(tenant))
        .map(
            found ->
                Reply.ok(
                    new Documents.KeyList(
                        "lida.access_keys/v1",
                        found.keys().stream().map(Documents.KeyList.Key::of).toList())));
  }

  private Future<Reply> make(Exchange exchange) {
    JsonNode json = exchange.json();
    Caller caller = exchange.caller();
    KeyBody body = Wire.strict(json, KeyBody.class);
    String tenant = body.tenant() == null ? caller.tenant() : body.tenant();
    check(tenant.matches("[a-z0-9_-]{1,64}"), "/tenant: must be 1 to 64 of a-z, 0-9, _ and -");
    if (!caller.operator() && !tenant.equals(caller.tenant())) {
      throw new Fault(
          FaultCode.FORBIDDEN,
          "the key does not allow this",
          "an admin of one tenant makes keys for that tenant only",
          "leave \"tenant\" out");
    }
    String note = body.note() == null ? "" : body.note();
    check(note.length() <= LONGEST_NOTE, "/note: must have at most 200 characters");
    int days = body.days() == null ? USUAL_DAYS : body.days();
    check(days >= 0 && days <= MOST_DAYS, "/days: must be from 0 to 3650");
    Set<Scope> scopes = body.scopes() == null ? Set.of(Scope.READ, Scope.RUN) : body.scopes();
    check(!scopes.isEmpty(), "/scopes: must name at least one of read, run and admin");
    ApiKey key = ApiKey.draw(random);
    Instant now = clock.instant();
    Instant expires = days == 0 ? null : now.plus(Duration.ofDays(days));
    Access.Entry entry = new Access.Entry(key.id(), tenant, scopes, key.hash(), note, now, expires);
    return bus.request(Access.ENTER, new Access.Enter(entry))
        .map(
            entered ->
                Reply.json(
                    201,
                    new Documents.NewKey(
                        "lida.access_key/v1", key.text(), Documents.KeyList.Key.of(entry))));
  }

  private Future<Reply> revoke(Exchange exchange) {
    Caller caller = exchange.caller();
    String id = exchange.path("id");
    check(id.matches("[a-z0-9]{8}"), "not the id of a key: 8 letters and digits");
    return bus.request(Access.FIND, new Access.Find(id))
        .compose(
            entry ->
                caller.operator() || entry.tenant().equals(caller.tenant())
                    ? bus.request(Access.REVOKE, new Access.Revoke(id))
                    : Future.failedFuture(
                        new Fault(FaultCode.NOT_FOUND, "no key has the id " + id)))
        .map(gone -> Reply.ok(new Documents.KeyRevoked("lida.revoked/v1", gone.id())));
  }

  private Future<Reply> ticket(Exchange exchange) {
    Instant expires = clock.instant().plus(tickets.life());
    String ticket = tickets.issue(exchange.caller());
    return Future.succeededFuture(
        Reply.json(201, new Documents.Ticket("lida.ticket/v1", ticket, expires)));
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new Fault(FaultCode.INVALID, problem);
    }
  }
}
