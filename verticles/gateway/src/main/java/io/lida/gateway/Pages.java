package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The page, and the way in to it: a link that is good once, or a key that is pasted. Who has no
 * session is told how to get one.
 */
final class Pages {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/runs",
          "/runs/:id",
          "/studies",
          "/studies/:id",
          "/personas",
          "/personas/:id",
          "/attach");

  private final StaticFiles files;
  private final Gate gate;
  private final Sessions sessions;
  private final Tickets links;
  private final Tickets tickets;
  private final Keys keys;
  private final Origins origins;
  private final Doorbell doorbell;
  private final StaticFile login = door("This browser has no session here");
  private final StaticFile usedLink = door("This link was used already, or is too old");
  private final StaticFile wrongKey = door("This key opens nothing here");

  Pages(
      StaticFiles files,
      Gate gate,
      Sessions sessions,
      Tickets links,
      Tickets tickets,
      Keys keys,
      Origins origins,
      Doorbell doorbell) {
    this.files = files;
    this.gate = gate;
    this.sessions = sessions;
    this.links = links;
    this.tickets = tickets;
    this.keys = keys;
    this.origins = origins;
    this.doorbell = doorbell;
  }

  void mount(Router router, Handler<RoutingContext> body) {
    PATHS.forEach(path -> router.get(path).handler(this::page));
    router.get("/login").handler(this::byLink);
    router.post("/login").handler(context -> body.handle(context)).handler(this::byKey);
    router.post("/logout").handler(this::leave);
    router.get("/_static/*").handler(files::library);
    router.getWithRegex("/[A-Za-z0-9_./-]+\\.[a-z0-9]+").handler(files::file);
  }

  private void page(RoutingContext context) {
    gate.identify(context)
        .onFailure(stranger -> show(context, 401, login))
        .onSuccess(
            caller ->
                files
                    .read("index.html")
                    .onFailure(context::fail)
                    .onSuccess(page -> show(context, 200, page)));
  }

  private static void show(RoutingContext context, int status, StaticFile page) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", page.mediaType())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Security-Policy", Policy.of(page.text()))
        .end(page.body());
  }

  private void byLink(RoutingContext context) {
    String ticket = context.queryParams().get("ticket");
    if (ticket == null) {
      show(context, 200, login);
      return;
    }
    doorbell.ring(context);
    links
        .punch(ticket)
        .or(() -> tickets.punch(ticket))
        .ifPresentOrElse(caller -> enter(context, caller), () -> show(context, 401, usedLink));
  }

  private void byKey(RoutingContext context) {
    if (!origins.sameOrigin(context.request())) {
      context.fail(new Fault(FaultCode.FORBIDDEN, "another site sent this"));
      return;
    }
    doorbell.ring(context);
    keys.present(key(context))
        .onFailure(
            cause -> {
              if (Fault.of(cause).code() == FaultCode.UNAUTHENTICATED) {
                show(context, 401, wrongKey);
              } else {
                context.fail(cause);
              }
            })
        .onSuccess(caller -> enter(context, caller));
  }

  private static String key(RoutingContext context) {
    String key = context.request().getFormAttribute("key");
    return key == null ? "" : key.strip();
  }

  private void enter(RoutingContext context, Caller caller) {
    doorbell.entered(context);
    context
        .response()
        .addCookie(sessions.begin(caller))
        .setStatusCode(303)
        .putHeader("Location", "/")
        .end();
  }

  private void leave(RoutingContext context) {
    if (!origins.sameOrigin(context.request())) {
      context.fail(new Fault(FaultCode.FORBIDDEN, "another site sent this"));
      return;
    }
    context
        .response()
        .addCookie(sessions.end())
        .setStatusCode(303)
        .putHeader("Location", "/login")
        .end();
  }

  /** The way in, under a heading that says why one stands before it. */
  private static StaticFile door(String heading) {
    String page = resource("login.html").replace("{heading}", heading);
    return StaticFile.of("login.html", page.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) {
    try (InputStream stream = Pages.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
