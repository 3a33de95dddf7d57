package io.lida.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Who is connected: at most so many from one address, and nobody who says nothing, or says it too
 * slowly to be a request. For one event loop.
 */
final class Connections {
  private final Vertx vertx;
  private final GatewayOptions.Limits limits;
  private final Meter meter;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private final Map<HttpConnection, String> open = new IdentityHashMap<>();
  private final Map<HttpConnection, Long> silent = new IdentityHashMap<>();

  Connections(Vertx vertx, GatewayOptions.Limits limits, Meter meter) {
    this.vertx = vertx;
    this.limits = limits;
    this.meter = meter;
  }

  /** Somebody has connected. */
  void opened(HttpConnection connection) {
    String address = connection.remoteAddress().hostAddress();
    int many = byAddress.merge(address, 1, Integer::sum);
    open.put(connection, address);
    meter.connected();
    connection.closeHandler(closed -> gone(connection));
    if (many > limits.connections()) {
      connection.close();
    } else {
      listen(connection, limits.slowSeconds());
    }
  }

  /** It is closed; said by itself, or by the socket that it has become. */
  void gone(HttpConnection connection) {
    String address = open.remove(connection);
    if (address != null) {
      meter.disconnected();
      byAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
      heard(connection);
    }
  }

  /** A request has come, as far as its headers. */
  void requested(HttpServerRequest request) {
    heard(request.connection());
  }

  /** The request is answered; unless it became a socket, its connection may be silent a while. */
  void answered(HttpServerRequest request) {
    if (open.containsKey(request.connection()) && request.getHeader("Upgrade") == null) {
      listen(request.connection(), limits.idleSeconds());
    }
  }

  private void listen(HttpConnection connection, int seconds) {
    heard(connection);
    silent.put(
        connection,
        vertx.setTimer(
            seconds * 1_000L,
            late -> {
              silent.remove(connection);
              connection.close();
            }));
  }

  private void heard(HttpConnection connection) {
    Long timer = silent.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
