package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongSupplier;

/** {@code GET /ws}: sockets that watch runs; one run may be named in the address already. */
record EventSockets(
    RunDoor door,
    Feeds feeds,
    Connections connections,
    GatewayOptions.Limits limits,
    LongSupplier nanos) {

  /** Opens the socket, or fails the request. */
  void open(RoutingContext context) {
    Exchange exchange = new Exchange(context);
    long after = exchange.number("after", 0, 0, Long.MAX_VALUE);
    boolean words = exchange.query("words").filter("1"::equals).isPresent();
    if (!context.request().canUpgradeToWebSocket()) {
      throw new Fault(
          FaultCode.INVALID, "this path speaks WebSocket alone", "", "open it as ws://");
    }
    HttpConnection connection = context.request().connection();
    context
        .request()
        .toWebSocket()
        .onFailure(context::fail)
        .map(
            socket -> {
              var open = new EventSocket(door, feeds, socket, exchange.caller(), limits, nanos);
              socket.closeHandler(
                  closed -> {
                    open.ended();
                    connections.gone(connection);
                  });
              return open;
            })
        .onSuccess(
            open -> exchange.query("run").ifPresent(run -> open.subscribe(run, after, words)));
  }
}
