package io.lida.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Agents;
import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The bridge to the event bus, over SockJS and over a plain WebSocket: a few addresses may be heard
 * and two may be sent to; nothing else passes, whoever asks. Tenant and agent of what is sent are
 * those of who was let in. For one event loop.
 */
final class Bridge {
  private static final String GUEST = "lida.guest";
  private static final List<String> OTHER_TRANSPORTS =
      List.of("EVENT_SOURCE", "HTML_FILE", "JSON_P", "XHR");

  private final Vertx vertx;
  private final Bus bus;
  private final Gate gate;
  private final Keys keys;
  private final AgentTokens tokens;
  private final Origins origins;
  private final Connections connections;
  private final GatewayOptions.Limits limits;
  private final LongSupplier nanos;
  private final BridgeAddresses addresses;
  private final Map<String, Channel> channels = new HashMap<>();
  private final Set<BridgeSocket> sockets = new HashSet<>();

  Bridge(
      Vertx vertx,
      Bus bus,
      Gate gate,
      Keys keys,
      AgentTokens tokens,
      Origins origins,
      Connections connections,
      RunDoor door,
      GatewayOptions.Limits limits,
      LongSupplier nanos) {
    this.vertx = vertx;
    this.bus = bus;
    this.gate = gate;
    this.keys = keys;
    this.tokens = tokens;
    this.origins = origins;
    this.connections = connections;
    this.limits = limits;
    this.nanos = nanos;
    this.addresses = new BridgeAddresses(door);
    vertx.setPeriodic(1_000, second -> List.copyOf(sockets).forEach(BridgeSocket::tick));
  }

  void mount(Router router) {
    SockJSHandlerOptions options =
        new SockJSHandlerOptions()
            .setInsertJSESSIONID(false)
            .setRegisterWriteHandler(false)
            .setLibraryURL("/sockjs.js");
    OTHER_TRANSPORTS.forEach(options::addDisabledTransport);
    router.route("/eventbus/*").handler(this::admit);
    router
        .route("/eventbus/*")
        .subRouter(
            SockJSHandler.create(vertx, options)
                .socketHandler(
                    socket -> {
                      Guest guest =
                          Objects.requireNonNull(socket.routingContext().<Guest>get(GUEST));
                      sockets.add(new BridgeSocket(this, socket, guest, limits, nanos));
                    }));
  }

  private void admit(RoutingContext context) {
    if (!origins.upgradable(context.request())) {
      context.fail(origins.refusal(context.request()));
      return;
    }
    context.request().pause();
    guest(context)
        .onComplete(
            outcome -> {
              context.request().resume();
              if (outcome.succeeded()) {
                context.put(GUEST, outcome.result());
                context.next();
              } else {
                context.fail(outcome.cause());
              }
            });
  }

  private Future<Guest> guest(RoutingContext context) {
    String token = context.queryParams().get("token");
    if (token == null) {
      return gate.identify(context).map(caller -> new Guest(caller, null));
    }
    if (!context.normalizedPath().equals("/eventbus/websocket")) {
      return Future.failedFuture(Keys.stranger("a token is good for /eventbus/websocket alone"));
    }
    return tokens
        .open(token)
        .map(holder -> keys.holder(holder.key()).map(caller -> new Guest(caller, holder.agent())))
        .orElseGet(() -> Future.failedFuture(Keys.stranger("the token is void")));
  }

  /**
   * Lets a socket hear an address; fails when it may not. Two tenants may know two topics by one
   * address, so a channel is known by both.
   *
   * @return by which name to leave it again
   */
  Future<String> register(BridgeSocket socket, Guest guest, String address) {
    return addresses
        .open(guest, address)
        .compose(
            topic -> {
              String name = topic.address() + " " + address;
              if (!sockets.contains(socket)) {
                return Future.succeededFuture(name);
              }
              Channel channel =
                  channels.computeIfAbsent(name, fresh -> new Channel(bus, topic, address));
              channel.join(socket);
              return channel.ready().map(name);
            });
  }

  void unregister(BridgeSocket socket, String name) {
    Channel channel = channels.get(name);
    if (channel != null && channel.leave(socket)) {
      channels.remove(name);
    }
  }

  /** Whether the key that let this guest in is still good. */
  Future<Caller> holder(Guest guest) {
    return keys.holder(guest.caller().key());
  }

  void closed(BridgeSocket socket, HttpConnection connection) {
    sockets.remove(socket);
    connections.gone(connection);
  }

  /** Sends what a guest has to say, in its own name; answers what the room answers. */
  Future<Object> send(Guest guest, String address, ObjectNode body) {
    body.put("tenant", guest.tenant());
    if (address.equals(Agents.JOIN.address())) {
      String name = body.path("id").asText();
      return guest.speaksFor(name) ? ask(Agents.JOIN, body) : denied(name);
    }
    if (address.equals(Agents.SUBMIT.address())) {
      String turn = body.path("turn_id").asText();
      body.put("agent", guest.agent());
      return guest.speaks() ? ask(Agents.SUBMIT, body) : denied(turn);
    }
    return denied(address);
  }

  private <Q, A> Future<Object> ask(Ask<Q, A> ask, ObjectNode body) {
    try {
      return bus.request(ask, Wire.message(body, ask.question())).map(answer -> answer);
    } catch (Fault misfit) {
      return Future.failedFuture(misfit);
    }
  }

  private static Future<Object> denied(String what) {
    return Future.failedFuture(
        new Fault(FaultCode.FORBIDDEN, "this may not be sent from here", what, ""));
  }

  int size() {
    return sockets.size();
  }

  /** Hangs up on everybody: going away. */
  void hangUp() {
    List.copyOf(sockets).forEach(socket -> socket.close(1001, "the server ends"));
  }
}
