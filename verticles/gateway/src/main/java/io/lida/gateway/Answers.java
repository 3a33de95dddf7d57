package io.lida.gateway;

import io.lida.contract.Fault;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sends what an endpoint answers, and gives every failure its form. */
final class Answers {
  private final GatewayOptions.Limits limits;
  private final List<Endpoint> endpoints = new ArrayList<>();

  Answers(GatewayOptions.Limits limits) {
    this.limits = limits;
  }

  /** An endpoint whose methods are to be told to who tries another. */
  void know(Endpoint endpoint) {
    endpoints.add(endpoint);
  }

  static void answer(RoutingContext context, Endpoint endpoint) {
    Future<Reply> reply;
    try {
      reply = endpoint.answer().apply(new Exchange(context));
    } catch (RuntimeException thrown) {
      reply = Future.failedFuture(thrown);
    }
    reply.onSuccess(made -> send(context, made)).onFailure(context::fail);
  }

  /** Sends a reply, unless one was sent. */
  static Future<Void> send(RoutingContext context, Reply reply) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return Future.succeededFuture();
    }
    response.setStatusCode(reply.status()).putHeader("Content-Type", reply.mediaType());
    reply.headers().forEach(response::putHeader);
    return response.end(reply.body());
  }

  /** Answers a request that failed. */
  void fail(RoutingContext context) {
    if (context.response().headWritten()) {
      context.request().connection().close();
      return;
    }
    int status = context.statusCode();
    Throwable cause = context.failure();
    if (status == 405 && !context.response().headers().contains("Allow")) {
      context.response().putHeader("Allow", methods(context.normalizedPath()));
    }
    boolean ours = cause instanceof Fault || (cause != null && (status == 500 || status < 400));
    Reply reply =
        ours
            ? Failures.reply(cause, Journal.trace(context))
            : Failures.reply(status, Refusals.of(status, context.request(), limits));
    if (endless(context, status)) {
      context.response().putHeader("Connection", "close");
      send(context, reply).onComplete(sent -> context.request().connection().close());
    } else {
      send(context, reply);
    }
  }

  /** The methods that a path knows. */
  private String methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      if (path.matches(endpoint.path().replaceAll("\\{[a-z_]+}", "[^/]+"))) {
        methods.add(endpoint.method().name());
      }
    }
    return methods.isEmpty() ? "GET" : String.join(", ", methods);
  }

  /** Whether more may come of this request than anybody wants to read. */
  private boolean endless(RoutingContext context, int status) {
    HttpServerRequest request = context.request();
    return !request.isEnded()
        && (status == 408
            || request.getHeader("Transfer-Encoding") != null
            || length(request) > limits.bodyBytes());
  }

  /** The length of the body as the request states it; 0 when it does not. */
  static long length(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
  }
}
