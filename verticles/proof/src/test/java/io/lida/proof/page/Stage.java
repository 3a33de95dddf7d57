package io.lida.proof.page;

import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Manifest;
import io.lida.contract.Personas;
import io.lida.contract.Phase;
import io.lida.contract.Retally;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Study;
import io.lida.gateway.GatewayOptions;
import io.lida.gateway.GatewayVerticle;
import io.lida.personas.PersonasOptions;
import io.lida.personas.PersonasVerticle;
import io.lida.testkit.Node;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A real gateway and real cards before a pretended engine and keeper of logs: here a test says what
 * happens in a run, word by word.
 */
final class Stage implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("lida.root")).toAbsolutePath().normalize();

  /** How many runs an answer holds at most. */
  static final int RUNS_AT_ONCE = 40;

  private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");

  private final Node node = new Node(Vertx.vertx());
  private final Map<String, List<Event>> logs = new ConcurrentHashMap<>();
  private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
  private final Map<String, Retally> recounts = new ConcurrentHashMap<>();
  private final List<Deliberation.Control> commands = new CopyOnWriteArrayList<>();
  private final StagedStudies studies = new StagedStudies(node);
  private final GatewayOptions options;
  private GatewayVerticle gateway;
  private String deployed = "";

  Stage(Path home) {
    GatewayOptions.Limits limits = GatewayOptions.Limits.defaults().withRate(1_000, 1_000);
    options = GatewayOptions.defaults(home, ROOT, "stage").withPort(0).withLimits(limits);
    node.deploy(new PersonasVerticle(PersonasOptions.defaults(ROOT, home), InstantSource.system()));
    node.pretend(Runs.LIST, this::listing);
    node.pretend(Runs.FIND, find -> summary(find.run()));
    node.pretend(Runs.EVENTS, this::stretch);
    node.pretend(
        Agents.LIST,
        query -> new Agents.Attached(List.of(new Agents.Agent("advisor", MORNING, 1))));
    node.pretend(Agents.OWED, this::owed);
    node.pretend(
        Deliberation.CONTROL,
        control -> {
          commands.add(control);
          return new Deliberation.Controlled(control.run(), "running");
        });
    node.pretend(
        Deliberation.RECOUNT,
        recount -> recounts.getOrDefault(recount.run(), Script.recount(recount.run())));
    gateway = open(options);
  }

  private GatewayVerticle open(GatewayOptions chosen) {
    GatewayVerticle verticle =
        new GatewayVerticle(chosen, InstantSource.system(), new SecureRandom());
    deployed = Node.await(node.vertx().deployVerticle(verticle));
    return verticle;
  }

  /** A fresh way in. */
  String link() {
    return Node.await(gateway.link());
  }

  /** The server is gone; nothing listens. */
  void down() {
    Node.await(node.vertx().undeploy(deployed));
  }

  /** The server is back, at the port it had. */
  void up(int port) {
    gateway = open(options.withPort(port));
  }

  int port() {
    return gateway.port();
  }

  /** What was asked of the engine. */
  List<Deliberation.Control> commands() {
    return commands;
  }

  /** The cards of these ids, changed as wanted. */
  List<Card> cards(List<String> ids, UnaryOperator<Card> change) {
    return ids.stream()
        .map(id -> change.apply(node.ask(Personas.SHOW, new Personas.Show(id))))
        .toList();
  }

  /** There is such a study. */
  void studied(Study study) {
    studies.put(study);
  }

  /** A run begins. */
  void begin(String run, Manifest manifest) {
    manifests.put(run, manifest);
    logs.put(run, new CopyOnWriteArrayList<>());
    happens(run, new RunEvent.RunStarted(manifest));
  }

  /** What a run comes to when it is counted again. */
  void counted(String run, Retally recount) {
    recounts.put(run, recount);
  }

  /** It is written and told. */
  void happens(String run, RunEvent... payloads) {
    for (RunEvent payload : payloads) {
      node.bus().tell(Runs.live(run), written(run, payload));
    }
  }

  /** It is written, and nobody is told: the bus is at-most-once. */
  void happensUnheard(String run, RunEvent... payloads) {
    for (RunEvent payload : payloads) {
      written(run, payload);
    }
  }

  private Event written(String run, RunEvent payload) {
    List<Event> log = logs.get(run);
    int seq = log.size() + 1;
    Event event =
        new Event(
            Event.SCHEMA,
            run,
            seq,
            MORNING.plusSeconds(seq),
            "%064x".formatted(seq),
            "%064x".formatted(seq - 1),
            payload);
    log.add(event);
    return event;
  }

  /** Words of a call. */
  void says(String run, String call, int at, String text) {
    node.bus().tell(Llm.words(run), new Llm.Words(run, call, at, text));
  }

  /** Fewer than are asked for, as an answer may. */
  private Runs.Listing listing(Runs.Query query) {
    List<String> ids = logs.keySet().stream().sorted().toList();
    int from = query.before() == null ? 0 : ids.indexOf(query.before());
    int to = Math.min(ids.size(), from + RUNS_AT_ONCE);
    return new Runs.Listing(
        ids.subList(from, to).stream().map(this::summary).toList(),
        to < ids.size() ? ids.get(to) : null);
  }

  private Runs.Summary summary(String run) {
    List<Event> log = log(run);
    Manifest manifest = manifests.get(run);
    Scenario scenario = manifest.scenario();
    return new Runs.Summary(
        run,
        Runs.HOME_TENANT,
        scenario.deliberation().mode().id(),
        scenario.topic(),
        status(log),
        (int) log.stream().filter(e -> e.payload() instanceof RunEvent.RoundOpened).count(),
        scenario.simulation().maxRounds(),
        manifest.seats().size(),
        manifest.seats().getFirst().model(),
        log.getFirst().at(),
        log.getLast().at(),
        null);
  }

  /** The first call of the run's last round, as it would be put to who sits there. */
  private Agents.Owed owed(Agents.Seat seat) {
    Manifest manifest = manifests.get(seat.run());
    RunEvent.Call call =
        log(seat.run()).stream()
            .map(Event::payload)
            .filter(RunEvent.CallsAsked.class::isInstance)
            .map(asked -> ((RunEvent.CallsAsked) asked).calls().getFirst())
            .toList()
            .getLast();
    Llm.Situation situation =
        new Llm.Situation(
            manifest.seed(),
            manifest.scenario().topic(),
            manifest.reading(),
            manifest.seats().getFirst().card(),
            call.seat(),
            manifest.seats().size(),
            call.round(),
            manifest.scenario().simulation().maxRounds(),
            Phase.REBUTTAL,
            Scenario.Mode.DEBATE,
            Scenario.BeliefUpdate.DEGROOT,
            List.of());
    return new Agents.Owed(
        List.of(
            new Agents.Wanted(
                seat.run() + "." + call.id(),
                Agents.inPerson(seat.person()),
                seat.run(),
                "turn",
                3_540,
                new Llm.Prompt("", ""),
                new Llm.Brief.Speak(situation))));
  }

  private static String status(List<Event> log) {
    return switch (log.getLast().payload()) {
      case RunEvent.RunCompleted completed -> "completed";
      case RunEvent.RunFailed failed -> "failed";
      case RunEvent.RunCancelled cancelled -> "cancelled";
      case RunEvent.RunPaused paused -> "paused";
      default -> "running";
    };
  }

  private Runs.Stretch stretch(Runs.After after) {
    List<Event> log = new ArrayList<>(log(after.run()));
    List<Event> wanted = log.stream().skip(after.seq()).limit(after.limit()).toList();
    return new Runs.Stretch(wanted, status(log), log.size());
  }

  private List<Event> log(String run) {
    List<Event> log = logs.get(run);
    if (log == null) {
      throw new Fault(FaultCode.NOT_FOUND, "there is no run " + run);
    }
    return log;
  }

  @Override
  public void close() {
    node.close();
  }
}
