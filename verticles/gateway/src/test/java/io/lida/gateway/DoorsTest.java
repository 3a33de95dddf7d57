package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Access;
import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, as whom, and who is not. */
@ExtendWith(BusExtension.class)
class DoorsTest {
  private final Map<String, Access.Entry> kept = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.THEN);
  private House house;

  @BeforeEach
  void aHouseThatKeepsKeys(Node node, @TempDir Path folder) {
    InstantSource clock = now::get;
    house = House.open(node, House.options(folder), clock);
    node.pretend(
        Access.ENTER,
        enter -> {
          kept.put(enter.entry().id(), enter.entry());
          return new Access.Entered(enter.entry().id());
        });
    node.pretend(
        Access.FIND,
        find -> {
          Access.Entry entry = kept.get(find.id());
          if (entry == null) {
            throw new Fault(FaultCode.NOT_FOUND, "no such key");
          }
          return entry;
        });
    node.pretend(Access.LIST, query -> new Access.Listing(List.copyOf(kept.values())));
    node.pretend(
        Access.REVOKE,
        revoke -> {
          kept.remove(revoke.id());
          return new Access.Revoked(revoke.id());
        });
    node.pretend(
        Runs.LIST,
        query ->
            Runs.Listing.whole(
                List.of(Samples.run("r-" + query.tenant(), query.tenant(), "running"))));
    node.pretend(Deliberation.READ, read -> Samples.scenario("x"));
    node.pretend(
        Deliberation.START, start -> new Deliberation.Started(start.tenant(), true, List.of()));
  }

  @Test
  void aNewKeyLetsItsTenantInAndNobodyElse() {
    String key = make("{\"tenant\":\"lab\",\"note\":\"for the lab\"}");

    assertEquals("r-lab", with(key, "/api/v1/runs").json().at("/runs/0/id").asText());
    assertEquals("r-home", house.get("/api/v1/runs").json().at("/runs/0/id").asText());
    assertFalse(house.get("/api/v1/keys").body().toString().contains(key));
    assertEquals(403, with(key, "/api/v1/keys").status());
  }

  @Test
  void aKeyForReadingStartsNothing() {
    String key = make("{\"scopes\":[\"read\"]}");
    House.Answer answer =
        house.send(
            HttpMethod.POST,
            "/api/deliberate",
            Map.of("X-API-Key", key, "Content-Type", "application/json"),
            "{\"topic\":\"x\"}");

    assertEquals(403, answer.status());
    assertEquals("LIDA-4004", answer.code());
    assertEquals(200, with(key, "/api/v1/runs").status());
  }

  @Test
  void aRevokedKeyIsOfNoUseAfterFiveSeconds() {
    String key = make("{}");
    assertEquals(200, with(key, "/api/v1/runs").status());
    assertEquals(200, house.delete("/api/v1/keys/" + key.substring(5, 13)).status());
    now.updateAndGet(then -> then.plusSeconds(5));

    assertEquals(401, with(key, "/api/v1/runs").status());
  }

  @Test
  void aKeyThatHasExpiredIsOfNoUse() {
    String key = make("{\"days\":1}");
    now.updateAndGet(then -> then.plus(1, ChronoUnit.DAYS));

    assertEquals(401, with(key, "/api/v1/runs").status());
  }

  @Test
  void aTicketIsGoodOnceAndForThirtySeconds() {
    String ticket = house.post("/api/v1/tickets", "").json().path("ticket").asText();
    assertEquals(200, open("/api/v1/runs?ticket=" + ticket).status());
    assertEquals(401, open("/api/v1/runs?ticket=" + ticket).status());
    String late = house.post("/api/v1/tickets", "").json().path("ticket").asText();
    now.updateAndGet(then -> then.plusSeconds(30));

    assertEquals(401, open("/api/v1/runs?ticket=" + late).status());
  }

  @Test
  void aLinkOpensThePageOnceAndItsSessionOutlivesTheLink() {
    String link = Node.await(house.gateway.link());
    String path = link.substring(link.indexOf("/login"));
    House.Answer entered = open(path);
    assertEquals(303, entered.status());
    String cookie = entered.headers().get("Set-Cookie");
    assertTrue(cookie.contains("HTTPOnly") && cookie.contains("SameSite=Strict"), cookie);
    String session = cookie.substring(0, cookie.indexOf(';'));

    assertEquals(401, open(path).status());
    assertEquals(200, cookie(session, HttpMethod.GET, "/api/v1/runs", Map.of()).status());
    assertEquals(200, cookie(session, HttpMethod.GET, "/", Map.of()).status());
    now.updateAndGet(then -> then.plus(12, ChronoUnit.HOURS));
    assertEquals(401, cookie(session, HttpMethod.GET, "/api/v1/runs", Map.of()).status());
  }

  @Test
  void anotherSiteCannotUseTheCookieToChangeAnything() {
    String session = session();
    Map<String, String> theirs = Map.of("Origin", "https://elsewhere.example");
    Map<String, String> ours = Map.of("Origin", "http://127.0.0.1:" + house.gateway.port());

    assertEquals(403, cookie(session, HttpMethod.POST, "/api/v1/tickets", theirs).status());
    assertEquals(403, cookie(session, HttpMethod.POST, "/api/v1/tickets", Map.of()).status());
    assertEquals(201, cookie(session, HttpMethod.POST, "/api/v1/tickets", ours).status());
  }

  @Test
  void aPageWithoutASessionTellsHowToGetOne() {
    House.Answer page = open("/runs/abc");

    assertEquals(401, page.status());
    assertTrue(page.body().toString().contains("lida view"));
    assertTrue(page.headers().get("Content-Security-Policy").contains("frame-ancestors 'none'"));
  }

  @Test
  void thePageMayRunItsImportMapAndItsFilesAndNothingElse() {
    House.Answer page = cookie(session(), HttpMethod.GET, "/runs/abc", Map.of());

    assertEquals(200, page.status());
    String policy = page.headers().get("Content-Security-Policy");
    assertTrue(policy.matches(".*script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}';.*"), policy);
    House.Answer script = open("/app.js");
    assertEquals(200, script.status());
    assertEquals("nosniff", script.headers().get("X-Content-Type-Options"));
    House.Answer again =
        house.send(
            HttpMethod.GET, "/app.js", Map.of("If-None-Match", script.headers().get("ETag")), "");
    assertEquals(304, again.status());
    assertEquals(200, open("/_static/lit/3.3.3/index.js").status());
    assertEquals(404, open("/_static/lit/3.3.3/../../../../io/lida/gateway/openapi.json").status());
  }

  @Test
  void aFileOutsideThePagesFolderIsNotThere() {
    for (String path :
        List.of("/../pom.xml", "/..%2fpom.xml", "/%2e%2e/pom.xml", "/style/../../pom.xml")) {
      assertTrue(open(path).status() >= 400, path);
    }
  }

  @Test
  void aHostThatWeAreNotIsRefused() {
    House.Answer answer =
        house.send(HttpMethod.GET, "/health", Map.of("Host", "attacker.example"), "");

    assertEquals(403, answer.status());
    assertEquals("LIDA-4004", answer.code());
  }

  @Test
  void onlySoManyWrongKeysAMinute() {
    String origin = "http://127.0.0.1:" + house.gateway.port();
    Map<String, String> form =
        Map.of("Origin", origin, "Content-Type", "application/x-www-form-urlencoded");
    for (int wrong = 0; wrong < 5; wrong++) {
      assertEquals(401, house.send(HttpMethod.POST, "/login", form, "key=wrong").status());
    }
    assertEquals(429, house.send(HttpMethod.POST, "/login", form, "key=wrong").status());
  }

  @Test
  void aPastedKeyOpensASession() {
    String origin = "http://127.0.0.1:" + house.gateway.port();
    Map<String, String> form =
        Map.of("Origin", origin, "Content-Type", "application/x-www-form-urlencoded");
    House.Answer answer = house.send(HttpMethod.POST, "/login", form, "key=" + house.key);

    assertEquals(303, answer.status());
    assertEquals("/", answer.headers().get("Location"));
  }

  @Test
  void aNodeThatEndsTakesNoNewWorkButStillTells() {
    Node.await(house.gateway.drain());

    House.Answer refused = house.post("/api/deliberate", "{\"topic\":\"x\"}");
    assertEquals(503, refused.status());
    assertEquals("LIDA-5005", refused.code());
    assertEquals("1", refused.headers().get("Retry-After"));
    assertEquals(200, house.get("/api/v1/runs").status());
    assertEquals(503, open("/health/ready").status());
    assertEquals(200, open("/health/live").status());
  }

  private String make(String body) {
    JsonNode made = house.post("/api/v1/keys", body).json();
    return made.path("key").asText();
  }

  private String session() {
    String link = Node.await(house.gateway.link());
    String cookie = open(link.substring(link.indexOf("/login"))).headers().get("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private House.Answer open(String path) {
    return house.send(HttpMethod.GET, path, Map.of(), "");
  }

  private House.Answer with(String key, String path) {
    return house.send(HttpMethod.GET, path, Map.of("X-API-Key", key), "");
  }

  private House.Answer cookie(
      String session, HttpMethod method, String path, Map<String, String> more) {
    Map<String, String> headers = new java.util.HashMap<>(more);
    headers.put("Cookie", session);
    return house.send(method, path, headers, "");
  }
}
