package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Row 42: one tenant asks for what is another's, by every route there is. */
record Strangers() implements Row {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Override
  public int number() {
    return 42;
  }

  @Override
  public String fault() {
    return "tenant A uses B's ids on all routes, WS, SSE, bridge";
  }

  @Override
  public String required() {
    return "404 for 100 %; nothing of B's in any answer";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    Tenant a = Tenant.enter(server.http(), "alpha", "read", "run");
    Tenant b = Tenant.enter(server.http(), "beta", "read", "run");
    String theirs = b.deliberation(11);
    String mine = a.deliberation(12);
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    JsonNode openapi = server.http().read("/openapi.json");
    for (Map.Entry<String, JsonNode> path : openapi.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey()) && namesRun(path.getKey(), method.getValue())) {
          tried++;
          tried(a, method.getKey(), path.getKey(), theirs, wrong);
        }
      }
    }
    findings.require(tried >= 9, "only %d routes name a run", tried);
    for (String listing :
        List.of(
            "/api/v1/runs?limit=1000",
            "/api/v1/notices?pattern=*&limit=1000",
            "/api/v1/agents",
            "/api/stats")) {
      Http.Answer answer = a.door().get(listing);
      if (answer.body().contains(theirs)) {
        wrong.add(listing + " tells of it");
      }
    }
    if (!a.door().get("/api/v1/runs?limit=1000").body().contains(mine)) {
      wrong.add("the tenant does not see its own run");
    }
    sockets(server, a, mine, theirs, wrong);
    administration(a, b, wrong);
    Http.Answer still = b.door().get("/api/v1/runs/" + theirs);
    findings.require(
        still.status() == 200 && still.json().path("status").asText().equals("completed"),
        "the run is not as it was: %d",
        still.status());
    findings.requireNone(wrong);
    findings.saw("%d routes, WS and bridge, %d deviations", tried, wrong.size());
  }

  private static boolean namesRun(String path, JsonNode operation) {
    if (path.contains("/runs/{")) {
      return true;
    }
    for (JsonNode parameter : operation.path("parameters")) {
      boolean run = path.contains("stream") && parameter.path("name").asText().equals("run");
      boolean id = path.contains("status") && parameter.path("name").asText().equals("id");
      if (run || id) {
        return true;
      }
    }
    return false;
  }

  private static void tried(Tenant a, String method, String path, String theirs, List<String> wrong)
      throws IOException, InterruptedException {
    String filled = path.replaceAll("\\{[^}]*\\}", theirs);
    if (path.contains("stream")) {
      filled += "?run=" + theirs;
    } else if (path.contains("status")) {
      filled += "?id=" + theirs;
    }
    String verb = method.toUpperCase(java.util.Locale.ROOT);
    Http.Answer answer = a.door().send(verb, filled, verb.equals("GET") ? "" : "{}");
    Http.Answer absent =
        a.door().send(verb, filled.replace(theirs, "no-such-run"), verb.equals("GET") ? "" : "{}");
    if (answer.status() != 404) {
      wrong.add(verb + " " + path + ": " + answer.status());
    }
    String told = answer.body().replace(theirs, "no-such-run");
    if (answer.status() == 404 && !told.equals(absent.body())) {
      wrong.add(verb + " " + path + ": an absent run is answered otherwise: " + absent.body());
    }
  }

  /** What is asked for through a socket must neither come nor be confirmed. */
  private static void sockets(
      Served server, Tenant a, String mine, String theirs, List<String> wrong) throws IOException {
    String told = said(server, "/ws", a, Wire.text(Map.of("subscribe", theirs)));
    if (told.contains("lida.event/v1")) {
      wrong.add("/ws tells of it: " + told);
    }
    if (!said(server, "/ws", a, Wire.text(Map.of("subscribe", mine))).contains("lida.event/v1")) {
      wrong.add("/ws does not tell a tenant of its own run");
    }
    for (String address : List.of("lida.run." + theirs, "lida.run." + theirs + ".tokens")) {
      String said =
          said(
              server,
              "/eventbus/websocket",
              a,
              Wire.text(Map.of("type", "register", "address", address)));
      if (!said.contains("\"err\"")) {
        wrong.add("the bridge registers " + address + ": " + said);
      }
    }
  }

  private static String said(Served server, String path, Tenant a, String ask) throws IOException {
    StringBuilder said = new StringBuilder();
    try (RawWebSocket socket = new RawWebSocket(server.port(), path, a.door().key())) {
      socket.text(ask);
      while (said.length() < 4_000) {
        said.append(socket.next(PATIENCE).text());
      }
    } catch (IOException silentOrClosed) {
      return said.toString();
    }
    return said.toString();
  }

  /** Keys are none of a tenant's business, nor is another's agent. */
  private static void administration(Tenant a, Tenant b, List<String> wrong)
      throws IOException, InterruptedException {
    refused(a.door().get("/api/v1/keys"), "GET keys", wrong);
    refused(a.door().send("DELETE", "/api/v1/keys/" + b.keyId(), ""), "DELETE key", wrong);
    refused(
        a.door().post("/api/v1/keys", Map.of("tenant", "beta", "scopes", List.of("admin"))),
        "POST keys",
        wrong);
    if (b.door().get("/api/v1/runs").status() != 200) {
      wrong.add("the other's key is of no use any more");
    }
  }

  private static void refused(Http.Answer answer, String what, List<String> wrong) {
    if (answer.status() != 403 && answer.status() != 404) {
      wrong.add(what + ": " + answer.status());
    }
  }
}
