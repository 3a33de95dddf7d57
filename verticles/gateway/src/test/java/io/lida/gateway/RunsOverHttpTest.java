package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.lida.contract.Studies;
import io.lida.contract.Trace;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class RunsOverHttpTest {
  private House house;
  private final Queue<Deliberation.Start> started = new ConcurrentLinkedQueue<>();
  private final Queue<Optional<String>> traces = new ConcurrentLinkedQueue<>();
  private final Queue<Deliberation.Read> read = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void aHouseWithOneRun(Node node, @TempDir Path folder) {
    house = House.open(node, folder);
    node.pretend(
        Deliberation.READ,
        asked -> {
          read.add(asked);
          return Samples.scenario("Pause?");
        });
    node.pretend(
        Deliberation.START,
        start -> {
          boolean first =
              started.stream().noneMatch(other -> String.valueOf(other.key()).equals(start.key()));
          started.add(start);
          traces.add(Trace.current().map(Trace::id));
          return new Deliberation.Started("run-1", first, List.of("a note"));
        });
    node.pretend(
        Runs.FIND,
        find -> {
          return switch (find.run()) {
            case "run-1" -> Samples.run("run-1", "home", "running");
            case "theirs" -> Samples.run("theirs", "other", "running");
            default -> throw new Fault(FaultCode.NOT_FOUND, "no such run");
          };
        });
  }

  @Test
  void aPersonSeesWhatIsOwedAndHandsItInUnderTheirOwnName(Node node) {
    node.pretend(Agents.OWED, seat -> new Agents.Owed(List.of(Samples.wanted(seat))));
    Queue<Agents.Submit> handedIn = new ConcurrentLinkedQueue<>();
    node.pretend(
        Agents.SUBMIT,
        turn -> {
          handedIn.add(turn);
          return new Agents.Submitted(turn.turnId());
        });
    JsonNode owed = house.get("/api/v1/runs/run-1/seats/linh").json().path("turns").path(0);
    assertEquals("turn", owed.path("kind").asText());
    String turn = owed.path("turn_id").asText();

    House.Answer answer =
        house.post(
            "/api/v1/runs/run-1/seats/linh",
            "{\"turn_id\":\"" + turn + "\",\"text\":\"Yes.\",\"stance\":0.5}");

    assertEquals(200, answer.status());
    assertEquals(turn, answer.json().path("turn_id").asText());
    Agents.Submit said = handedIn.remove();
    assertEquals("person.linh", said.agent());
    assertEquals("home", said.tenant());
    assertEquals(0.5, said.stance());
  }

  @Test
  void aTurnOfAnotherRunIsNotHandedInHere(Node node) {
    node.pretend(Agents.SUBMIT, turn -> new Agents.Submitted(turn.turnId()));
    String seat = "/api/v1/runs/run-1/seats/linh";
    assertEquals(404, house.post(seat, "{\"turn_id\":\"run-2.r1.s1\",\"text\":\"x\"}").status());
    assertEquals(404, house.post(seat, "{\"text\":\"x\"}").status());
    House.Answer unknown = house.post(seat, "{\"turn_id\":\"run-1.r1.s1\",\"words\":\"x\"}");
    assertEquals(400, unknown.status());
    assertTrue(unknown.json().toString().contains("/words"), unknown::toString);
    House.Answer foreign =
        house.post(seat, "{\"turn_id\":\"run-1.r1.s1\",\"text\":\"x\",\"tenant\":\"other\"}");
    assertEquals(400, foreign.status());
    assertEquals(400, house.post(seat, "[]").status());
    assertEquals(400, house.get("/api/v1/runs/run-1/seats/No%20Name").status());
    assertEquals(404, house.get("/api/v1/runs/theirs/seats/linh").status());
  }

  @Test
  void aTopicBecomesARun() {
    House.Answer answer =
        house.post("/api/deliberate", "{\"topic\":\"Pause?\",\"rounds\":2,\"seed\":7}");

    assertEquals(202, answer.status());
    assertEquals("run-1", answer.json().path("id").asText());
    assertEquals(7, answer.json().path("seed").asLong());
    assertEquals("/api/v1/runs/run-1", answer.headers().get("Location"));
    JsonNode scenario = Wire.parse(read.remove().yaml());
    assertEquals("Pause?", scenario.at("/simulation/auto_start_topic").asText());
    assertEquals(2, scenario.at("/simulation/max_rounds").asInt());
    Deliberation.Start start = started.remove();
    assertEquals("home", start.tenant());
    assertEquals(7, start.seed());
  }

  @Test
  void aTopicWithArmsAndRepeatsBecomesAStudy(Node node) {
    Queue<Studies.Start> studies = new ConcurrentLinkedQueue<>();
    node.pretend(
        Studies.START,
        start -> {
          studies.add(start);
          return new Studies.Started("st-1", studies.size() == 1);
        });
    Map<String, String> headers =
        Map.of(
            "X-API-Key", house.key, "Content-Type", "application/json", "Idempotency-Key", "one");
    String body =
        "{\"topic\":\"Pause?\",\"arms\":[\"deliberation\",\"vote_only\"],\"repeats\":3,"
            + "\"answer\":\"for\"}";
    House.Answer first = house.send(HttpMethod.POST, "/api/v1/studies", headers, body);
    House.Answer again = house.send(HttpMethod.POST, "/api/v1/studies", headers, body);

    assertEquals(202, first.status());
    assertEquals(200, again.status());
    assertEquals("/api/v1/studies/st-1", first.headers().get("Location"));
    assertEquals("/api/v1/studies/st-1/summary", first.json().at("/links/status").asText());
    JsonNode scenario = Wire.parse(read.remove().yaml());
    assertEquals("vote_only", scenario.at("/deliberation/arms/1").asText());
    assertEquals(3, scenario.at("/sweep/repeats").asInt());
    assertEquals("for", scenario.at("/sweep/answer").asText());
    Studies.Start asked = studies.remove();
    assertEquals("home", asked.tenant());
    assertEquals("one", asked.key());
    assertEquals(asked.seed(), studies.remove().seed(), "the key decides the seed");
    assertTrue(started.isEmpty());
  }

  @Test
  void anUnknownFieldIsNamedWithItsPointerAndItsNeighbour() {
    House.Answer answer = house.post("/api/deliberate", "{\"topic\":\"x\",\"ruonds\":2}");

    assertEquals(400, answer.status());
    String title = answer.json().path("error").path("title").asText();
    assertEquals("/ruonds: unknown field; did you mean \"rounds\"?", title);
    assertTrue(started.isEmpty());
  }

  @Test
  void fiftyPostsWithOneKeyAreToldTheSame() {
    List<House.Answer> answers = new ArrayList<>();
    for (int post = 0; post < 50; post++) {
      answers.add(
          house.send(
              HttpMethod.POST,
              "/api/deliberate",
              Map.of(
                  "X-API-Key", house.key,
                  "Content-Type", "application/json",
                  "Idempotency-Key", "one"),
              "{\"topic\":\"Pause?\"}"));
    }
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 202).count());
    assertEquals(49, answers.stream().filter(answer -> answer.status() == 200).count());
    Set<String> bodies =
        answers.stream().map(answer -> answer.body().toString()).collect(Collectors.toSet());
    assertEquals(1, bodies.size());
    assertEquals(1, started.stream().map(Deliberation.Start::seed).distinct().count());
  }

  @Test
  void anothersRunIsAsAbsentAsNone() {
    House.Answer theirs = house.get("/api/v1/runs/theirs");
    House.Answer none = house.get("/api/v1/runs/nobody");

    assertEquals(404, theirs.status());
    assertEquals(none.body().toString().replace("nobody", "theirs"), theirs.body().toString());
  }

  @Test
  void withoutAKeyNothingIsTold() {
    House.Answer answer = house.send(HttpMethod.GET, "/api/v1/runs/run-1", Map.of(), "");

    assertEquals(401, answer.status());
    assertEquals("LIDA-4003", answer.code());
    assertEquals(200, house.send(HttpMethod.GET, "/health", Map.of(), "").status());
  }

  @Test
  void theTraceOfTheCallerGoesWithWhatItSetsInMotion() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    House.Answer answer =
        house.send(
            HttpMethod.POST,
            "/api/deliberate",
            Map.of(
                "X-API-Key",
                house.key,
                "Content-Type",
                "application/json",
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01"),
            "{\"topic\":\"Pause?\"}");

    assertEquals(trace, answer.headers().get("X-Trace-Id"));
    assertEquals(Optional.of(trace), traces.remove());
  }

  @Test
  void theStatusOfARunIsToldByItsId() {
    JsonNode status = house.get("/api/deliberation/status?id=run-1").json();

    assertEquals("running", status.path("status").asText());
    assertEquals(1, status.path("round").asInt());
    assertEquals(3, status.path("rounds").asInt());
  }
}
