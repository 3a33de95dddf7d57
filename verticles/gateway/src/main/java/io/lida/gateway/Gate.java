package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds out who asks: by a key in a header, by a ticket that is good once, or by the cookie of a
 * session. A cookie may change something only when the request comes from our own page.
 */
final class Gate {
  private static final String CALLER = "lida.caller";

  private final Keys keys;
  private final Sessions sessions;
  private final Tickets tickets;
  private final Origins origins;

  Gate(Keys keys, Sessions sessions, Tickets tickets, Origins origins) {
    this.keys = keys;
    this.sessions = sessions;
    this.tickets = tickets;
    this.origins = origins;
  }

  /** Who was let in to this request. */
  static Caller caller(RoutingContext context) {
    return Objects.requireNonNull(context.<Caller>get(CALLER), "nobody was let in");
  }

  /** Who was let in, if somebody was. */
  static Optional<Caller> known(RoutingContext context) {
    return Optional.ofNullable(context.get(CALLER));
  }

  /** Lets the request pass when its caller may; what it brings meanwhile waits. */
  void admit(RoutingContext context, Need need) {
    if (need == Need.OPEN) {
      context.next();
      return;
    }
    context.request().pause();
    identify(context)
        .map(caller -> permitted(context, caller, need))
        .onComplete(
            outcome -> {
              context.request().resume();
              if (outcome.succeeded()) {
                context.put(CALLER, outcome.result());
                context.next();
              } else {
                context.fail(outcome.cause());
              }
            });
  }

  /** As {@link #admit}, for a socket, which a page of another site must not open. */
  void admitSocket(RoutingContext context) {
    if (origins.upgradable(context.request())) {
      admit(context, Need.READ);
    } else {
      context.fail(origins.refusal(context.request()));
    }
  }

  private Caller permitted(RoutingContext context, Caller caller, Need need) {
    boolean changes =
        context.request().method() != HttpMethod.GET
            && context.request().method() != HttpMethod.HEAD;
    if (caller.byCookie() && changes && !origins.sameOrigin(context.request())) {
      throw new Fault(
          FaultCode.FORBIDDEN,
          "another site asks in your name",
          "a request with our cookie that changes something must come from our own page",
          "send a key instead of the cookie");
    }
    if (!need.metBy(caller)) {
      throw new Fault(
          FaultCode.FORBIDDEN,
          "the key does not allow this",
          "it needs the scope " + need.name().toLowerCase(java.util.Locale.ROOT),
          "ask who runs this server for a key with that scope");
    }
    return caller;
  }

  /** Who asks; UNAUTHENTICATED when nothing says so. */
  Future<Caller> identify(RoutingContext context) {
    String key = presented(context).orElse(null);
    if (key != null) {
      return keys.present(key);
    }
    String ticket = context.queryParams().get("ticket");
    if (ticket != null) {
      return tickets
          .punch(ticket)
          .map(Future::succeededFuture)
          .orElseGet(
              () -> Future.failedFuture(Keys.stranger("the ticket was used before, or too late")));
    }
    Cookie cookie = context.request().getCookie(sessions.cookie());
    if (cookie != null) {
      return sessions.resume(cookie.getValue());
    }
    return Future.failedFuture(Keys.stranger("the request brings no key"));
  }

  private static Optional<String> presented(RoutingContext context) {
    String bearer = context.request().getHeader("Authorization");
    if (bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.of(bearer.substring(7).strip());
    }
    return Optional.ofNullable(context.request().getHeader("X-API-Key")).map(String::strip);
  }
}
