package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Ballot;
import io.lida.contract.Card;
import io.lida.contract.Deliberation;
import io.lida.contract.Deliberation.Command;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Forecast;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Complete;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Personas;
import io.lida.contract.Retally;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Skill;
import io.lida.contract.Usage;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.store.Store;
import io.lida.testkit.Altered;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a real bus and a real Redis, among pretended personas and models. */
class DeliberationVerticleTest {
  private static final Path CONF = Path.of(System.getProperty("lida.root"), "conf");
  private static final Usage USAGE = new Usage(1, 100, 20, 0.001, 0, false);

  @TempDir static Path home;
  private static RedisServer redis;

  private final Queue<Complete> asked = new ConcurrentLinkedQueue<>();
  private Node node;
  private Store store;
  private Function<Complete, Future<Completion>> model = DeliberationVerticleTest::agreeable;

  @BeforeAll
  static void aRedis() {
    redis = RedisServer.find(RedisOptions.defaults(home));
  }

  @AfterAll
  static void noRedis() {
    redis.close();
  }

  @BeforeEach
  void anEngineAmongNeighbours() {
    node = new Node(Vertx.vertx());
    store = open(node);
    node.deploy(engine(store));
    neighbours(node);
  }

  /** The engine leaves first, while it can still write that it does. */
  @AfterEach
  void close() {
    node.vertx().deploymentIDs().forEach(id -> Node.await(node.vertx().undeploy(id)));
    Node.await(store.close());
    node.close();
  }

  private static Store open(Node node) {
    NodeIdentity identity = NodeIdentity.ofThisProcess("node-" + System.identityHashCode(node));
    return Node.await(Store.open(node.vertx(), redis, identity, InstantSource.system()));
  }

  private static DeliberationVerticle engine(Store store) {
    return new DeliberationVerticle(
        DeliberationOptions.defaults(home, CONF), store, InstantSource.system(), new Random());
  }

  private void neighbours(Node where) {
    where.pretend(
        Personas.CAST,
        cast ->
            new Personas.Seated(
                cast.participants().stream().map(seat -> Fixture.card(seat.id())).toList(),
                List.of("cast by the test")));
    where.pretend(
        Llm.PROVIDERS,
        all ->
            new Llm.Providers(
                List.of(
                    provider("sim", true, null),
                    provider("paid", false, null),
                    provider("agent", true, null),
                    provider("person", true, null))));
    where.pretendLater(
        Llm.COMPLETE,
        call -> {
          asked.add(call);
          return model.apply(call);
        });
  }

  private static Llm.Provider provider(String id, boolean keyless, String key) {
    return new Llm.Provider(id, "http://x", "test", keyless, key, List.of(), Map.of());
  }

  private static Future<Completion> agreeable(Complete call) {
    boolean vote = call.call().startsWith("vote");
    return says(
        vote
            ? "{\"vote\":\"for\",\"confidence\":0.9,\"reason\":\"so\"}"
            : "{\"stance\":0.4,\"confidence\":0.8,\"argument\":\"I am " + call.call() + "\"}");
  }

  private static Completion turn() {
    String text = "{\"stance\":0.4,\"confidence\":0.8,\"argument\":\"At last.\"}";
    return new Completion(text, "the-model", "stop", USAGE, 3);
  }

  private static Future<Completion> says(String text) {
    return Future.succeededFuture(new Completion(text, "the-model", "stop", USAGE, 3));
  }

  private String start(Scenario scenario) {
    return node.ask(
            Deliberation.START,
            new Deliberation.Start(scenario, 7, null, false, null, Runs.HOME_TENANT))
        .run();
  }

  private Run finished(String run) {
    Node.until("run " + run + " stands still", () -> !show(run).status().equals("running"));
    return show(run);
  }

  private Run show(String run) {
    return node.ask(Deliberation.SHOW, new Deliberation.Show(run));
  }

  private static Scenario debate(int rounds, int seats) {
    return Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, rounds, seats);
  }

  @Test
  void aDebateRunsFromTheQuestionToTheDecision() {
    Run run = finished(start(debate(2, 3)));
    assertEquals("completed", run.status());
    assertEquals(
        List.of("r1.s1", "r1.s2", "r1.s3", "r2.s1", "r2.s2", "r2.s3"),
        run.turns().stream().map(RunEvent.Turn::id).toList());
    assertEquals(9, run.usage().calls());
    assertEquals(0.009, run.usage().costUsd(), 1e-12);
    assertEquals("for", run.decision().winner());
    assertEquals(2, run.beliefs().size());
    assertTrue(run.notes().contains("cast by the test"));
  }

  @Test
  void aPanelDecidesOnOptionsByTheRuleTheScenarioNames() {
    model =
        call ->
            call.call().startsWith("vote")
                ? says("{\"ranking\": [\"b\", [\"a\", \"c\"]], \"reason\": \"so\"}")
                : agreeable(call);
    Scenario scenario =
        Fixture.withOptions(debate(1, 3), Scenario.VotingMethod.SCHULZE, "a", "b", "c");
    Run run = finished(start(scenario));
    assertEquals("b", run.decision().winner());
    assertTrue(run.decision().reached());
    assertEquals(
        new Ballot.Ranking(List.of(List.of("b"), List.of("a", "c"))),
        run.votes().getFirst().ballot());
    Complete vote =
        asked.stream().filter(c -> c.call().equals("vote.s1")).findFirst().orElseThrow();
    assertTrue(vote.prompt().user().contains("<option id=\"c\">"), vote.prompt().user());
    Retally tally = node.ask(Deliberation.RECOUNT, new Deliberation.Recount(run.id()));
    assertEquals("b", tally.majorities().winner());
  }

  @Test
  void whatCameTrueScoresTheForecastsAndFillsTheRecordsOfLaterRuns() {
    Run first = finished(start(debate(1, 2)));
    Run resolved = node.ask(Deliberation.RESOLVE, new Deliberation.Resolve(first.id(), 1));
    assertEquals(Map.of("p0", 0.09, "p1", 0.09), rounded(resolved.resolution().brier()));
    node.ask(Deliberation.RESOLVE, new Deliberation.Resolve(first.id(), 0));
    assertEquals(0, show(first.id()).resolution().outcome());
    Scenario later = Altered.of(debate(1, 2), "/deliberation/aggregation", "linear.track_record");
    String run = start(later);
    finished(run);
    RunEvent.RunStarted started =
        (RunEvent.RunStarted) Node.await(store.log().read(run, 0, 1)).getFirst().payload();
    assertEquals(List.of(new Forecast(first.id(), 0.7, 0)), started.manifest().records().get("p0"));
    Skill skill = node.ask(Deliberation.SKILL, new Deliberation.Judge(Runs.HOME_TENANT, 500));
    assertEquals(1, skill.resolved());
    assertEquals(0.49, skill.strategies().getFirst().brier(), 1e-9);
    assertEquals(1, node.ask(Deliberation.SKILL, new Deliberation.Judge("home", 1)).read());
    assertEquals(0, node.ask(Deliberation.SKILL, new Deliberation.Judge("other", 500)).read());
  }

  private static Map<String, Double> rounded(Map<String, Double> values) {
    Map<String, Double> rounded = new HashMap<>();
    values.forEach((key, value) -> rounded.put(key, Math.round(value * 1e6) / 1e6));
    return rounded;
  }

  @Test
  void onlyARunThatIsOverCanBeResolvedAndOnlyWithAYesOrANo() {
    model = call -> Promise.<Completion>promise().future();
    String run = start(debate(1, 1));
    Fault early =
        assertThrows(
            Fault.class, () -> node.ask(Deliberation.RESOLVE, new Deliberation.Resolve(run, 1)));
    assertEquals(FaultCode.CONFLICT, early.code());
    Fault odd =
        assertThrows(
            Fault.class, () -> node.ask(Deliberation.RESOLVE, new Deliberation.Resolve(run, 2)));
    assertEquals(FaultCode.INVALID, odd.code());
    Fault unknown =
        assertThrows(
            Fault.class,
            () -> node.ask(Deliberation.RESOLVE, new Deliberation.Resolve("nosuch", 1)));
    assertEquals(FaultCode.NOT_FOUND, unknown.code());
  }

  @Test
  void whatAStrategyLooksAtIsAskedOfVotersAndOnlyThen() {
    model =
        call ->
            call.call().startsWith("vote")
                ? says(
                    "{\"vote\":\"for\",\"expects_yes\":0.9,\"trust\":{\"Name of p0\":1,"
                        + "\"Name of p1\":0.2,\"Nobody\":1}}")
                : agreeable(call);
    Run plain = finished(start(debate(1, 2)));
    assertFalse(asked.stream().anyMatch(call -> call.prompt().user().contains("trust")));
    Run trusting =
        finished(
            start(Altered.of(debate(1, 2), "/deliberation/aggregation", "linear.degroot_trust")));
    assertTrue(asked.stream().anyMatch(call -> call.prompt().user().contains("\"trust\"")));
    assertEquals(Map.of("p0", 1.0, "p1", 0.2), trusting.votes().getFirst().trust());
    assertEquals(0.9, trusting.votes().getFirst().expectsYes());
    assertEquals(List.of(), trusting.aggregate().flags());
    assertEquals("completed", plain.status());
  }

  @Test
  void aRunLeavesItsFilesWholeInTheDataFolder() throws Exception {
    String run = start(debate(1, 2));
    finished(run);
    Path folder = home.resolve("runs").resolve(run);
    Node.until("the files are there", () -> Files.exists(folder.resolve("run.json")));
    assertTrue(Files.readString(folder.resolve("transcript.md")).contains("## Decision"));
    long events = Files.readAllLines(folder.resolve("events.jsonl")).size();
    assertEquals(node.ask(Deliberation.SHOW, new Deliberation.Show(run)).id(), run);
    assertEquals(Node.await(store.log().read(run, 0, 1000)).size(), events);
  }

  @Test
  void everyEventIsAnnouncedInOrder() {
    Promise<Completion> first = Promise.promise();
    model = call -> call.call().equals("r1.s1") ? first.future() : agreeable(call);
    String run = start(debate(1, 1));
    Queue<Event> heard = node.listen(Runs.live(run));
    first.complete(turn());
    finished(run);
    Node.until("the end is announced", () -> heard.stream().anyMatch(this::isEnd));
    List<Long> seqs = heard.stream().map(Event::seq).toList();
    assertEquals(seqs.stream().sorted().toList(), seqs);
  }

  private boolean isEnd(Event event) {
    return event.payload() instanceof RunEvent.RunCompleted;
  }

  @Test
  void anUnreadableReplyIsAskedOnceMoreAndThenRecordedAsFailed() {
    model = call -> call.call().equals("r1.s2") ? says("I would rather sing.") : agreeable(call);
    Run run = finished(start(debate(1, 2)));
    assertEquals(1, run.turns().size());
    RunEvent.CallFailed failed = run.failures().getFirst();
    assertEquals("LIDA-6004", failed.code());
    assertEquals(2, failed.usage().calls());
    assertEquals(2, asked.stream().filter(call -> call.call().equals("r1.s2")).count());
  }

  @Test
  void aSecondReadableReplyCounts() {
    Queue<String> replies = new ConcurrentLinkedQueue<>(List.of("hm"));
    model =
        call -> {
          String odd = call.call().equals("r1.s1") ? replies.poll() : null;
          return odd == null ? agreeable(call) : says(odd);
        };
    Run run = finished(start(debate(1, 1)));
    assertEquals(2, run.turns().getFirst().usage().calls());
  }

  @Test
  void aDeadProviderFailsTheRunWhichCanBeResumedWhenItIsBack() {
    Fault dead = new Fault(FaultCode.UPSTREAM, "the provider is down");
    model = call -> Future.failedFuture(dead);
    String id = start(debate(2, 2));
    assertEquals("failed", finished(id).status());
    model = DeliberationVerticleTest::agreeable;
    node.ask(Deliberation.RESUME, new Deliberation.Resume(id, false));
    Run run = finished(id);
    assertEquals("completed", run.status());
    assertEquals(4, run.turns().size());
  }

  @Test
  void aCancelledRunEndsForGood() {
    model = call -> Promise.<Completion>promise().future();
    String id = start(debate(2, 2));
    assertEquals(
        "cancelled",
        node.ask(Deliberation.CONTROL, new Deliberation.Control(id, Command.CANCEL)).status());
    Fault fault =
        assertThrows(
            Fault.class, () -> node.ask(Deliberation.RESUME, new Deliberation.Resume(id, false)));
    assertEquals(FaultCode.CONFLICT, fault.code());
  }

  @Test
  void aPausedRunKeepsItsTurnsAndGoesOn() {
    Promise<Completion> slow = Promise.promise();
    model = call -> call.call().equals("r1.s2") ? slow.future() : agreeable(call);
    String id = start(debate(2, 2));
    Node.until("the first turn", () -> !show(id).turns().isEmpty());
    node.ask(Deliberation.CONTROL, new Deliberation.Control(id, Command.PAUSE));
    slow.complete(turn());
    Run paused = finished(id);
    assertEquals("paused", paused.status());
    assertEquals(2, paused.turns().size());
    model = DeliberationVerticleTest::agreeable;
    node.ask(Deliberation.RESUME, new Deliberation.Resume(id, false));
    assertEquals(4, finished(id).turns().size());
  }

  @Test
  void aClosedNodeLeavesItsRunForAnother() {
    model = call -> Promise.<Completion>promise().future();
    String id = start(debate(1, 2));
    Node.until("both are asked", () -> asked.size() == 2);
    close();
    model = DeliberationVerticleTest::agreeable;
    node = new Node(Vertx.vertx());
    store = open(node);
    node.deploy(engine(store));
    neighbours(node);
    assertEquals("interrupted", show(id).status());
    node.ask(Deliberation.RESUME, new Deliberation.Resume(id, false));
    Run run = finished(id);
    assertEquals(2, run.turns().size());
    assertEquals(6, asked.size());
  }

  @Test
  void oneKeyIsOneRun() {
    Scenario scenario = debate(1, 1);
    Deliberation.Start start =
        new Deliberation.Start(scenario, 7, null, false, "key-" + home, Runs.HOME_TENANT);
    Deliberation.Started first = node.ask(Deliberation.START, start);
    Deliberation.Started again = node.ask(Deliberation.START, start);
    assertEquals(first.run(), again.run());
    assertTrue(first.made());
    assertFalse(again.made());
    Deliberation.Start other =
        new Deliberation.Start(scenario, 8, null, false, start.key(), Runs.HOME_TENANT);
    Fault fault = assertThrows(Fault.class, () -> node.ask(Deliberation.START, other));
    assertEquals(FaultCode.KEY_REUSED, fault.code());
  }

  @Test
  void inASequentialRoundASpeakerHearsWhoSpokeBefore() {
    finished(start(Fixture.scenario(Mode.DEBATE, Order.SEQUENTIAL, 1, 2)));
    Complete second = call("r1.s2");
    assertTrue(second.prompt().user().contains("I am r1.s1"));
    assertEquals(1, second.brief().situation().heard().size());
  }

  @Test
  void inASimultaneousRoundNobodyHearsThePresentOne() {
    finished(start(debate(2, 2)));
    assertEquals(0, call("r1.s2").brief().situation().heard().size());
    assertEquals(2, call("r2.s1").brief().situation().heard().size());
    assertTrue(call("r2.s1").prompt().user().contains("I am r1.s2"));
  }

  @Test
  void blindSpeakersHaveNoNames() {
    Scenario scenario = debate(2, 2);
    Scenario.Rules rules = scenario.deliberation();
    Scenario blind =
        new Scenario(
            scenario.name(),
            scenario.version(),
            scenario.simulation(),
            scenario.personas(),
            new Scenario.Rules(
                rules.mode(),
                rules.consensusThreshold(),
                rules.votingMethod(),
                rules.aggregation(),
                rules.order(),
                Scenario.Visibility.BLIND,
                null,
                0,
                false,
                null,
                List.of(),
                Scenario.TurnTaking.ROUND_ROBIN,
                null,
                null,
                null,
                List.of(Scenario.Arm.DELIBERATION)),
            scenario.output(),
            null,
            null,
            null);
    finished(start(blind));
    String prompt = call("r2.s1").prompt().user();
    assertTrue(prompt.contains("speaker 2"));
    assertFalse(prompt.contains("Name of p1"));
  }

  @Test
  void aSecretInTheTopicReachesNeitherPromptNorLog() {
    Scenario scenario = debate(1, 1);
    String secret = "sk-ant-api03-0123456789abcdef";
    Scenario leaky =
        new Scenario(
            scenario.name(),
            scenario.version(),
            new Scenario.Simulation("Is " + secret + " a good key?", 1, 60),
            scenario.personas(),
            scenario.deliberation(),
            scenario.output(),
            null,
            null,
            null);
    String id = start(leaky);
    finished(id);
    assertFalse(call("r1.s1").prompt().user().contains(secret));
    String log = node.ask(Deliberation.EXPORT, new Deliberation.Export(id, "jsonl")).text();
    assertFalse(log.contains(secret));
  }

  @Test
  void noModelTakesTheSeatOfAProgramOrAPerson() {
    Scenario scenario = debate(1, 2);
    Scenario mixed =
        new Scenario(
            scenario.name(),
            scenario.version(),
            scenario.simulation(),
            List.of(
                new Scenario.Participant("p0", null, "agent/skeptic"),
                new Scenario.Participant("p1", null, "paid/large"),
                new Scenario.Participant("p2", null, "person/linh")),
            scenario.deliberation(),
            scenario.output(),
            null,
            null,
            null);
    String forced =
        node.ask(
                Deliberation.START,
                new Deliberation.Start(mixed, 7, "sim/default", false, null, Runs.HOME_TENANT))
            .run();
    assertEquals(
        List.of("agent/skeptic", "sim/default", "person/linh"),
        finished(forced).participants().stream().map(Run.Participant::model).toList());
  }

  @Test
  void aPersonWeighsAsMuchAsTheMeanOfTheOthersAndTheRunSaysWhoSitsInPerson() {
    Scenario scenario = debate(1, 2);
    List<Scenario.Participant> seats = new ArrayList<>(scenario.personas());
    seats.add(new Scenario.Participant("p2", null, "person/linh"));
    Run run = finished(start(Altered.of(scenario, "/personas", seats)));
    double third = 1.0 / 3;
    assertEquals(
        List.of(third, third, third),
        run.participants().stream().map(Run.Participant::weight).toList());
    assertTrue(
        run.notes().stream().anyMatch(note -> note.startsWith("in person: Name of p2;")),
        run.notes()::toString);
  }

  @Test
  void aModelWithoutAKeyIsReplacedWithANoteUnlessItWasAskedFor() {
    Scenario scenario = debate(1, 1);
    Scenario paid =
        new Scenario(
            scenario.name(),
            scenario.version(),
            scenario.simulation(),
            List.of(new Scenario.Participant("p0", null, "paid/large")),
            scenario.deliberation(),
            scenario.output(),
            null,
            null,
            null);
    Run run = finished(start(paid));
    assertEquals("sim/default", run.participants().getFirst().model());
    assertTrue(run.notes().stream().anyMatch(note -> note.contains("no key for paid")));
    String asked =
        node.ask(
                Deliberation.START,
                new Deliberation.Start(scenario, 7, "paid/large", false, null, Runs.HOME_TENANT))
            .run();
    assertEquals("paid/large", finished(asked).participants().getFirst().model());
  }

  @Test
  void anUnknownModelIsRefusedBeforeAnythingBegins() {
    Deliberation.Start start =
        new Deliberation.Start(debate(1, 1), 7, "nobody/x", false, null, Runs.HOME_TENANT);
    Fault fault = assertThrows(Fault.class, () -> node.ask(Deliberation.START, start));
    assertEquals(FaultCode.INVALID, fault.code());
    assertTrue(fault.detail().contains("sim, paid"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (Function<String, Object> question :
        List.<Function<String, Object>>of(
            run -> show(run),
            run -> node.ask(Deliberation.EXPORT, new Deliberation.Export(run, "json")),
            run -> node.ask(Deliberation.RESUME, new Deliberation.Resume(run, false)),
            run -> node.ask(Deliberation.CONTROL, new Deliberation.Control(run, Command.CANCEL)))) {
      Fault fault = assertThrows(Fault.class, () -> question.apply("nosuchrun"));
      assertEquals(FaultCode.NOT_FOUND, fault.code());
    }
  }

  @Test
  void whatModelsSayCannotBecomeMarkup() {
    model =
        call ->
            call.call().startsWith("vote")
                ? agreeable(call)
                : says(
                    "{\"stance\":1,\"argument\":\"# head <script>x</script> ![p](http://q) `c`\"}");
    String id = start(debate(1, 1));
    finished(id);
    String text = node.ask(Deliberation.EXPORT, new Deliberation.Export(id, "markdown")).text();
    assertTrue(text.contains("\\# head \\<script\\>x\\</script\\> !\\[p\\]"), text);
  }

  @Test
  void everyHeadingOfATranscriptStandsByItself() {
    model =
        call ->
            call.call().equals("vote.s2")
                ? says("{\"vote\":\"against\",\"confidence\":0.9,\"reason\":\"no\"}")
                : agreeable(call);
    String id = start(debate(2, 3));
    finished(id);
    String text = node.ask(Deliberation.EXPORT, new Deliberation.Export(id, "markdown")).text();
    assertTrue(text.contains("(against, rests on r2.s2, r1.s2): no\n\n## Participants"), text);
    assertFalse(text.contains("\n\n\n"), text);
  }

  private Complete call(String id) {
    return asked.stream().filter(call -> call.call().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theCardIsInTheLogWhole() {
    String id = start(debate(1, 1));
    finished(id);
    Event first = Node.await(store.log().read(id, 0, 1)).getFirst();
    Card card = ((RunEvent.RunStarted) first.payload()).manifest().seats().getFirst().card();
    assertEquals(Fixture.card("p0"), card);
  }
}
