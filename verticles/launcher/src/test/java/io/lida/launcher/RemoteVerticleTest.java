package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Studies;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rooms of a server, asked at their own addresses. */
@ExtendWith(BusExtension.class)
class RemoteVerticleTest {
  private static final String ERROR =
      """
      {"schema":"lida.error/v1","error":{"code":"LIDA-7001","title":"no run has the id x",
       "detail":"it never was","fix":"lida runs ls","docs":"/openapi.json"}}
      """;

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Map<String, String> answers = new java.util.concurrent.ConcurrentHashMap<>();
  private Node node;
  private volatile int status = 200;

  @BeforeEach
  void aServer(Node node) {
    this.node = node;
    HttpServer server =
        Node.await(
            node.vertx().createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    String url = "http://127.0.0.1:" + server.actualPort() + "/";
    node.deploy(new RemoteVerticle(new Remote(node.vertx(), url, "lida_key")));
  }

  private void answer(HttpServerRequest request) {
    asked.add(request.method() + " " + request.uri() + " " + request.getHeader("Authorization"));
    String answer = answers.getOrDefault(request.path(), ERROR);
    boolean known = answers.containsKey(request.path());
    request
        .response()
        .setStatusCode(known ? status : 404)
        .putHeader("Content-Disposition", "attachment; filename=\"the-run.md\"")
        .putHeader("Content-Type", "text/markdown")
        .end(answer);
  }

  @Test
  void runsAreListedWithTheKeyAndAtMostAThousandAtOnce() {
    answers.put("/api/v1/runs", "{\"schema\":\"lida.runs/v1\",\"runs\":[],\"next\":\"2-b\"}");
    Runs.Query query = new Runs.Query("running", null, 10_000, "1-a");
    assertEquals(new Runs.Listing(List.of(), "2-b"), node.ask(Runs.LIST, query));
    assertEquals(
        "GET /api/v1/runs?status=running&limit=1000&before=1-a Bearer lida_key", asked.element());
  }

  @Test
  void studiesAreFoundSteeredAndListed() {
    String study =
        """
        {"schema":"lida.study_status/v1","id":"st-1","tenant":"lab","topic":"x","status":"running",
         "done":1,"runs":4,"repeats":2,"arms":{"deliberation":1,"vote_only":0},
         "created":"2026-11-20T12:00:00Z"}
        """;
    answers.put("/api/v1/studies/st-1/summary", study);
    answers.put("/api/v1/studies", "{\"schema\":\"lida.studies/v1\",\"studies\":[" + study + "]}");
    answers.put(
        "/api/v1/studies/st-1/pause",
        "{\"study\":\"st-1\",\"command\":\"pause\",\"status\":\"paused\",\"runs\":2}");
    answers.put("/api/v1/studies/st-1/resume", "{\"study\":\"st-1\"}");
    Studies.Summary found = node.ask(Studies.FIND, new Studies.Find("st-1"));
    assertEquals(Map.of(Scenario.Arm.DELIBERATION, 1, Scenario.Arm.VOTE_ONLY, 0), found.arms());
    assertEquals(
        new Studies.Listing(List.of(found)),
        node.ask(Studies.LIST, new Studies.Query(null, 10_000)));
    assertEquals(
        new Studies.Stopped("st-1", "paused", 2),
        node.ask(Studies.PAUSE, new Studies.Pause("st-1")));
    assertEquals(
        new Studies.Started("st-1", false), node.ask(Studies.RESUME, new Studies.Resume("st-1")));
    assertTrue(asked.contains("GET /api/v1/studies?limit=1000 Bearer lida_key"), asked::toString);
  }

  @Test
  void whatTheServerRefusesIsTheFaultItNames() {
    Fault fault =
        assertThrows(Fault.class, () -> node.ask(Deliberation.SHOW, new Deliberation.Show("x")));
    assertEquals(FaultCode.NOT_FOUND, fault.code());
    assertEquals("it never was", fault.detail());
    assertEquals("lida runs ls", fault.fix());
  }

  @Test
  void aServerThatIsNoneOfOursIsSaidSo() {
    answers.put("/api/v1/runs/x", "<html>");
    status = 500;
    Fault fault =
        assertThrows(Fault.class, () -> node.ask(Deliberation.SHOW, new Deliberation.Show("x")));
    assertEquals(FaultCode.UNREACHABLE, fault.code());
    assertTrue(fault.detail().contains("500"), fault.detail());
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() {
    Node.await(
        node.vertx()
            .deployVerticle(
                new RemoteVerticle(new Remote(node.vertx(), "http://127.0.0.1:1", "k"))));
    // Two now answer in turn, and the second is not there.
    List<FaultCode> codes = List.of(faultOf("x"), faultOf("x"));
    assertTrue(codes.contains(FaultCode.UNREACHABLE), codes.toString());
  }

  private FaultCode faultOf(String run) {
    return assertThrows(Fault.class, () -> node.ask(Deliberation.SHOW, new Deliberation.Show(run)))
        .code();
  }

  @Test
  void anExportKeepsTheNameTheServerGaveIt() {
    answers.put("/api/v1/runs/x/export", "# A run");
    Deliberation.Exported exported =
        node.ask(Deliberation.EXPORT, new Deliberation.Export("x", "markdown"));
    assertEquals(new Deliberation.Exported("the-run.md", "text/markdown", "# A run"), exported);
  }

  @Test
  void aServerThatIsNotReadySaysWhy() {
    answers.put(
        "/health/ready",
        """
        {"schema":"lida.health/v1","status":"down","node":"node-1","version":"1",
         "points":[{"name":"store","ok":false,"detail":"no answer"}]}
        """);
    status = 503;
    Monitor.Health health = node.ask(Monitor.health(House.SERVER), new Monitor.Check());
    assertFalse(health.ready());
    assertEquals("node-1", health.node());
    assertEquals(List.of(new Monitor.Point("store", false, "no answer")), health.points());
  }

  @Test
  void anInterruptedRunIsPausedThere() {
    answers.put("/api/v1/runs/x/pause", "{\"run\":\"x\",\"status\":\"paused\"}");
    Deliberation.Controlled done =
        node.ask(
            Deliberation.CONTROL, new Deliberation.Control("x", Deliberation.Command.INTERRUPT));
    assertEquals(new Deliberation.Controlled("x", "paused"), done);
  }

  @Test
  void aRunThatGoesOnIsFollowedAndToldHere() {
    answers.put(
        "/api/v1/runs/x/events", "{\"run\":\"x\",\"events\":[],\"status\":\"running\",\"last\":4}");
    answers.put(
        "/stream",
        """
        retry: 1000

        id: 5
        event: run_cancelled
        data: {"schema":"lida.event/v1","run_id":"x","seq":5,"type":"run_cancelled","at":"2026-11-20T10:00:00Z","hash":"","prev_hash":"","payload":{"reason":"why"}}

        event: end
        data: {"run":"x","status":"cancelled"}

        """);
    var heard = node.listen(Runs.live("x"));
    node.ask(Runs.EVENTS, new Runs.After("x", 4, 100));
    Node.until("the event of the stream is told", () -> !heard.isEmpty());
    assertEquals(5, heard.element().seq());
    assertTrue(asked.stream().anyMatch(uri -> uri.contains("/stream?run=x&after=4&words=1")));
  }
}
