package io.lida.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Agents;
import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Card;
import io.lida.contract.Deliberation;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.Retally;
import io.lida.contract.Run;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Skill;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers at the rooms' addresses by asking a server, so that whoever asks need not know that the
 * rooms are elsewhere. A run that is read while it goes on is followed, and told on {@link
 * Runs#live}.
 */
final class RemoteVerticle extends VerticleBase {
  private static final int AT_ONCE = 100;

  /** A server lists no more at once. */
  private static final int MOST_LISTED = 1_000;

  private final Remote server;
  private final List<Future<Void>> served = new ArrayList<>();
  private final Map<String, RemoteStream> followed = new HashMap<>();

  RemoteVerticle(Remote server) {
    this.server = server;
  }

  @Override
  public Future<?> start() {
    runs();
    deliberation();
    studies();
    personas();
    house();
    return Future.all(served);
  }

  private void runs() {
    serve(
        Runs.LIST,
        query ->
            get(
                    "/api/v1/runs"
                        + query(
                            "status",
                            query.status(),
                            "limit",
                            String.valueOf(Math.min(query.limit(), MOST_LISTED)),
                            "before",
                            query.before()),
                    Runs.LIST)
                .map(document -> Wire.read(document, Runs.Listing.class)));
    serve(
        Runs.FIND,
        find -> get(run(find.run()) + "/summary", Runs.FIND).map(RemoteVerticle::summary));
    serve(Runs.EVENTS, this::events);
    serve(
        Runs.REMOVE,
        remove ->
            server
                .delete(run(remove.run()), Runs.REMOVE.patience())
                .map(gone -> new Runs.Removed(remove.run())));
  }

  /** A server tells its caller nothing about tenants: what is seen is the caller's own. */
  private static Runs.Summary summary(JsonNode document) {
    ObjectNode own = document.deepCopy();
    return Wire.read(own.put("tenant", Runs.HOME_TENANT), Runs.Summary.class);
  }

  private Future<Runs.Stretch> events(Runs.After after) {
    String path =
        run(after.run())
            + "/events"
            + query("after", String.valueOf(after.seq()), "limit", String.valueOf(after.limit()));
    return get(path, Runs.EVENTS)
        .map(document -> Wire.read(document, Runs.Stretch.class))
        .onSuccess(stretch -> follow(after.run(), stretch));
  }

  private void follow(String run, Runs.Stretch stretch) {
    if (stretch.status().equals("running") && !followed.containsKey(run)) {
      RemoteStream stream = new RemoteStream(server, Bus.on(vertx), run);
      followed.put(run, stream);
      stream.follow(stretch.last()).onComplete(ended -> followed.remove(run));
    }
  }

  private void deliberation() {
    serve(
        Deliberation.READ,
        read ->
            server
                .said(
                    HttpMethod.POST,
                    "/api/v1/scenarios/check",
                    Buffer.buffer(read.yaml()),
                    Deliberation.READ.patience())
                .map(said -> Wire.read(said.json().path("scenario"), Scenario.class)));
    serve(Deliberation.START, this::start);
    serve(
        Deliberation.CONTROL,
        control ->
            post(run(control.run()) + "/" + verb(control.command()), Deliberation.CONTROL)
                .map(
                    done ->
                        new Deliberation.Controlled(control.run(), done.path("status").asText())));
    serve(
        Deliberation.RESUME,
        resume ->
            post(run(resume.run()) + "/resume", Deliberation.RESUME)
                .map(done -> new Deliberation.Started(resume.run(), false, List.of())));
    serve(
        Deliberation.SHOW,
        show -> get(run(show.run()), Deliberation.SHOW).map(json -> Wire.read(json, Run.class)));
    serve(
        Deliberation.RESOLVE,
        resolve ->
            server
                .post(
                    run(resolve.run()) + "/resolve",
                    Map.of("outcome", resolve.outcome()),
                    Deliberation.RESOLVE.patience())
                .map(json -> Wire.read(json, Run.class)));
    serve(
        Deliberation.RECOUNT,
        recount ->
            get(run(recount.run()) + "/tally", Deliberation.RECOUNT)
                .map(json -> Wire.read(json, Retally.class)));
    serve(
        Deliberation.SKILL,
        judge ->
            get("/api/v1/skill" + query("limit", String.valueOf(judge.limit())), Deliberation.SKILL)
                .map(json -> Wire.read(json, Skill.class)));
    serve(Deliberation.EXPORT, this::export);
  }

  private Future<Deliberation.Started> start(Deliberation.Start start) {
    Map<String, Object> wish = wish(start.scenario(), start.seed(), start.model());
    wish.put("stream", start.stream());
    return server
        .post("/api/deliberate", wish, Deliberation.START.patience())
        .map(
            begun -> {
              List<String> notes = new ArrayList<>();
              begun.path("notes").forEach(note -> notes.add(note.asText()));
              return new Deliberation.Started(begun.path("id").asText(), true, notes);
            });
  }

  private static Map<String, Object> wish(Scenario scenario, long seed, @Nullable String model) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("scenario", scenario);
    wish.put("seed", seed);
    if (model != null) {
      wish.put("model", model);
    }
    return wish;
  }

  /** A server's run is paused where a run of this process would be interrupted. */
  private static String verb(Deliberation.Command command) {
    return switch (command) {
      case PAUSE, INTERRUPT -> "pause";
      case CANCEL -> "cancel";
    };
  }

  private Future<Deliberation.Exported> export(Deliberation.Export export) {
    String path = run(export.run()) + "/export" + query("format", export.format());
    return server
        .said(HttpMethod.GET, path, Buffer.buffer(), Deliberation.EXPORT.patience())
        .map(
            said ->
                new Deliberation.Exported(
                    file(said.head().getHeader("Content-Disposition"), export),
                    String.valueOf(said.head().getHeader("Content-Type")),
                    said.body().toString(StandardCharsets.UTF_8)));
  }

  private static String file(@Nullable String disposition, Deliberation.Export export) {
    if (disposition != null && disposition.contains("filename=\"")) {
      String name = disposition.substring(disposition.indexOf("filename=\"") + 10);
      return name.substring(0, Math.max(0, name.indexOf('"')));
    }
    return export.run() + "." + export.format();
  }

  private void studies() {
    serve(
        Studies.START,
        start ->
            server
                .post(
                    "/api/v1/studies",
                    wish(start.scenario(), start.seed(), start.model()),
                    Studies.START.patience())
                .map(begun -> new Studies.Started(begun.path("id").asText(), true)));
    serve(
        Studies.RESUME,
        resume ->
            post(study(resume.study()) + "/resume", Studies.RESUME)
                .map(done -> new Studies.Started(resume.study(), false)));
    serve(
        Studies.PAUSE,
        pause -> post(study(pause.study()) + "/pause", Studies.PAUSE).map(RemoteVerticle::stopped));
    serve(
        Studies.CANCEL,
        cancel ->
            post(study(cancel.study()) + "/cancel", Studies.CANCEL).map(RemoteVerticle::stopped));
    serve(
        Studies.FIND,
        find ->
            get(study(find.study()) + "/summary", Studies.FIND)
                .map(document -> Wire.read(document, Studies.Summary.class)));
    serve(
        Studies.SHOW,
        show ->
            get(study(show.study()), Studies.SHOW)
                .map(document -> Wire.read(document, Study.class)));
    serve(
        Studies.LIST,
        query ->
            get(
                    "/api/v1/studies"
                        + query("limit", String.valueOf(Math.min(query.limit(), MOST_LISTED))),
                    Studies.LIST)
                .map(document -> Wire.read(document, Studies.Listing.class)));
  }

  private static Studies.Stopped stopped(JsonNode document) {
    return Wire.read(document, Studies.Stopped.class);
  }

  private void personas() {
    serve(
        Personas.LIST,
        query ->
            get(
                    "/api/v1/personas"
                        + query(
                            "constituency",
                            query.constituency(),
                            "disposition",
                            query.disposition(),
                            "topic",
                            query.topic(),
                            "region",
                            query.region(),
                            "text",
                            query.text(),
                            "team",
                            query.team() ? "true" : null),
                    Personas.LIST)
                .map(document -> Wire.read(document, Personas.Listing.class)));
    serve(
        Personas.SHOW,
        show ->
            get(persona(show.id()), Personas.SHOW)
                .map(document -> Wire.read(document.path("persona"), Card.class)));
    serve(
        Personas.FORK,
        fork ->
            server
                .post(
                    persona(fork.parent()) + "/fork",
                    Map.of("id", fork.id(), "changes", fork.changes()),
                    Personas.FORK.patience())
                .map(RemoteVerticle::forked));
  }

  private static Personas.Forked forked(JsonNode document) {
    record Shape(Card persona, List<Card.Change> difference, String file) {}
    Shape shape = Wire.read(document, Shape.class);
    return new Personas.Forked(shape.persona(), shape.difference(), shape.file());
  }

  private void house() {
    serve(
        Llm.PROVIDERS,
        list ->
            get("/api/v1/providers", Llm.PROVIDERS)
                .map(document -> Wire.read(document, Llm.Providers.class)));
    serve(
        Agents.LIST,
        query ->
            get("/api/v1/agents", Agents.LIST)
                .map(document -> Wire.read(document, Agents.Attached.class)));
    serve(
        Agents.TOKEN,
        admit ->
            post("/api/v1/agents/" + encoded(admit.agent()) + "/token", Agents.TOKEN)
                .map(document -> Wire.read(document, Agents.Admitted.class)));
    serve(
        Agents.OWED,
        seat ->
            get(seat(seat.run(), seat.person()), Agents.OWED)
                .map(document -> Wire.read(document, Agents.Owed.class)));
    serve(
        Agents.SUBMIT,
        turn ->
            server
                .post(seat(turn), ofNobody(turn), Agents.SUBMIT.patience())
                .map(document -> new Agents.Submitted(document.path("turn_id").asText())));
    serve(
        Monitor.HISTORY,
        recall ->
            get(
                    "/api/v1/notices"
                        + query(
                            "pattern", recall.pattern(), "limit", String.valueOf(recall.limit())),
                    Monitor.HISTORY)
                .map(document -> Wire.read(document, Monitor.History.class)));
    serve(
        Monitor.figures(House.SERVER),
        scrape ->
            server
                .said(HttpMethod.GET, "/metrics", Buffer.buffer(), Duration.ofSeconds(5))
                .map(said -> new Monitor.Figures(said.body().toString(StandardCharsets.UTF_8))));
    serve(Monitor.health(House.SERVER), check -> health());
  }

  /** A server that is not ready says so by its status, and why in the same document. */
  private Future<Monitor.Health> health() {
    return server
        .any(HttpMethod.GET, "/health/ready", Buffer.buffer(), Duration.ofSeconds(5))
        .map(
            said -> {
              record Shape(@Nullable String node, @Nullable List<Monitor.Point> points) {}
              Shape shape = Wire.read(said.json(), Shape.class);
              return new Monitor.Health(
                  shape.node() == null ? House.SERVER : shape.node(),
                  true,
                  said.ok(),
                  said.ok(),
                  shape.points() == null ? List.of() : shape.points());
            });
  }

  private <Q, A> void serve(Ask<Q, A> ask, Function<Q, Future<A>> handler) {
    served.add(Bus.on(vertx).serve(ask, AT_ONCE, handler));
  }

  private Future<JsonNode> get(String path, Ask<?, ?> ask) {
    return server.get(path, ask.patience());
  }

  private Future<JsonNode> post(String path, Ask<?, ?> ask) {
    return server.post(path, Map.of(), ask.patience());
  }

  private static String run(String id) {
    return "/api/v1/runs/" + encoded(id);
  }

  private static String study(String id) {
    return "/api/v1/studies/" + encoded(id);
  }

  private static String seat(String run, String person) {
    return run(run) + "/seats/" + encoded(person);
  }

  /** Where a person hands a turn in: both the run and who they are stand in what is handed in. */
  private static String seat(Agents.Submit turn) {
    String run = turn.turnId().substring(0, Math.max(0, turn.turnId().indexOf('.')));
    String person = String.valueOf(turn.agent()).substring(Agents.inPerson("").length());
    return seat(run, person);
  }

  private static JsonNode ofNobody(Agents.Submit turn) {
    ObjectNode own = (ObjectNode) Wire.tree(turn);
    return own.without(List.of("tenant", "agent"));
  }

  private static String persona(String id) {
    return "/api/v1/personas/" + encoded(id);
  }

  /** Names and values in turn; what is absent is left out. */
  private static String query(@Nullable String... pairs) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      String value = pairs[i + 1];
      if (value != null) {
        query.append(query.isEmpty() ? '?' : '&').append(pairs[i]).append('=');
        query.append(encoded(value));
      }
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
