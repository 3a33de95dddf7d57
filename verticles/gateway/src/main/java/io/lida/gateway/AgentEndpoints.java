package io.lida.gateway;

import static io.lida.gateway.Endpoint.get;
import static io.lida.gateway.Endpoint.post;

import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Future;
import java.util.List;
import java.util.regex.Pattern;

/** Agents in other languages, over HTTP: who is there, and the token by which one comes in. */
final class AgentEndpoints {
  static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

  private final Bus bus;
  private final AgentTokens tokens;
  private final boolean secure;

  AgentEndpoints(Bus bus, AgentTokens tokens, boolean secure) {
    this.bus = bus;
    this.tokens = tokens;
    this.secure = secure;
  }

  List<Endpoint> all() {
    return List.of(
        get("/api/v1/agents", Need.READ, this::list),
        post("/api/v1/agents/{id}/token", Need.RUN, this::token));
  }

  private Future<Reply> list(Exchange exchange) {
    return bus.request(Agents.LIST, new Agents.Query(exchange.caller().tenant()))
        .map(found -> Reply.ok(new Documents.AgentList("lida.agents/v1", found.agents())));
  }

  private Future<Reply> token(Exchange exchange) {
    String agent = exchange.path("id");
    if (!NAME.matcher(agent).matches()) {
      throw new Fault(
          FaultCode.INVALID,
          "not the name of an agent",
          "a name has 1 to 64 of a-z, 0-9, _ and -",
          "");
    }
    AgentTokens.Token token = tokens.issue(exchange.caller(), agent);
    String host = exchange.header("Host").orElse("127.0.0.1");
    String url = (secure ? "wss://" : "ws://") + host + "/eventbus/websocket?token=" + token.text();
    return Future.succeededFuture(
        Reply.json(
            201,
            new Documents.AgentToken(
                "lida.agent_token/v1", agent, token.text(), url, token.expires())));
  }
}
