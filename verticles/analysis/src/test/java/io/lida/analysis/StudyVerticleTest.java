package io.lida.analysis;

import static io.lida.analysis.Samples.NOON;
import static io.lida.contract.Scenario.Arm.DELIBERATION;
import static io.lida.contract.Scenario.Arm.VOTE_ONLY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation;
import io.lida.contract.Deliberation.Command;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.lida.contract.Run;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import io.lida.contract.Wire;
import io.lida.store.Lease;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.store.Store;
import io.lida.store.StudyPlan;
import io.lida.store.StudyPlan.Cell;
import io.lida.testkit.Node;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The room of studies on a real bus and a real Redis, beside a pretended engine that enters runs in
 * the real index and ends them when a test says so.
 */
class StudyVerticleTest {
  private static final Duration LOOK = Duration.ofMillis(20);

  private static final long SEED = 7;
  private static final StudyPlan PLAN = Samples.plan(3, "for", DELIBERATION, VOTE_ONLY);
  private static final Samples.Ended FAILED = Samples.Ended.failed();
  private static final Fault BUSY = new Fault(FaultCode.BUSY, "no more runs are taken for now");
  private static final Fault REFUSED =
      new Fault(FaultCode.INVALID, "unknown model", "it is gone", "");

  @TempDir static Path home;
  private static RedisServer redis;

  private final Map<String, Lease> runs = new ConcurrentHashMap<>();
  private final Map<String, Deliberation.Start> asked = new ConcurrentHashMap<>();
  private final Queue<Deliberation.Control> controls = new ConcurrentLinkedQueue<>();
  private final Queue<String> resumed = new ConcurrentLinkedQueue<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private Node node;
  private Store store;
  private String room;

  @BeforeAll
  static void aRedis() {
    redis = RedisServer.find(RedisOptions.defaults(home));
  }

  @AfterAll
  static void noRedis() {
    redis.close();
  }

  @BeforeEach
  void aRoomBesideAnEngine() {
    node = new Node(Vertx.vertx());
    NodeIdentity identity = NodeIdentity.ofThisProcess("node-" + System.identityHashCode(node));
    store = Node.await(Store.open(node.vertx(), redis, identity, InstantSource.system()));
    node.pretend(Deliberation.READ, read -> Wire.read(read.yaml(), Scenario.class));
    node.pretendLater(Deliberation.START, this::begin);
    node.pretendLater(
        Deliberation.CONTROL,
        control -> {
          controls.add(control);
          String status = control.command() == Command.CANCEL ? "cancelled" : "paused";
          return put(control.run(), status).map(new Deliberation.Controlled(control.run(), status));
        });
    node.pretendLater(
        Deliberation.RESUME,
        resume -> {
          resumed.add(resume.run());
          return put(resume.run(), "running")
              .map(new Deliberation.Started(resume.run(), false, List.of()));
        });
    node.pretendLater(Deliberation.SHOW, show -> document(show.run()));
    enter(false);
  }

  @AfterEach
  void close() {
    leave();
    Node.await(store.close());
    node.close();
  }

  private void enter(boolean adopts) {
    StudyOptions options = new StudyOptions(10, 3, LOOK, Duration.ofDays(1), adopts);
    StudyVerticle verticle =
        new StudyVerticle(options, store, InstantSource.system(), new Random());
    DeploymentOptions threads =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    room = Node.await(node.vertx().deployVerticle(verticle, threads));
  }

  private void leave() {
    if (node.vertx().deploymentIDs().contains(room)) {
      Node.await(node.vertx().undeploy(room));
    }
  }

  /** As the engine does it: one key, one run. */
  private Future<Deliberation.Started> begin(Deliberation.Start start) {
    Fault fault = faults.poll();
    if (fault != null) {
      return Future.failedFuture(fault);
    }
    String fresh = "r" + System.identityHashCode(node) + "-" + count.incrementAndGet();
    return store
        .index()
        .create(fresh, start.tenant() + "\n" + start.key(), "d", summary(fresh, "running"))
        .compose(
            created ->
                created.run().equals(fresh)
                    ? store
                        .leases()
                        .acquire(fresh)
                        .onSuccess(lease -> runs.put(fresh, lease.orElseThrow()))
                        .onSuccess(lease -> asked.put(fresh, start))
                        .map(created.run())
                    : Future.succeededFuture(created.run()))
        .compose(
            run ->
                lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                    ? Future.failedFuture(new Fault(FaultCode.TIMEOUT, "the answer was lost"))
                    : Future.succeededFuture(new Deliberation.Started(run, true, List.of())));
  }

  private Future<Void> put(String run, String status) {
    return store.index().put(runs.get(run), summary(run, status));
  }

  private void end(String run, String status) {
    Node.await(put(run, status));
  }

  private Future<Run> document(String run) {
    return store
        .index()
        .find(run)
        .map(
            found -> {
              String status =
                  found
                      .orElseThrow(() -> new Fault(FaultCode.NOT_FOUND, "there is no such run"))
                      .status();
              Deliberation.Start start = asked.get(run);
              Cell cell =
                  new Cell(start.scenario().deliberation().arm(), (int) (start.seed() - SEED + 1));
              Samples.Ended end =
                  status.equals("completed") ? Samples.Ended.won("for", 0.9) : FAILED;
              return Samples.run(run, PLAN, cell, end.status(status));
            });
  }

  private static Runs.Summary summary(String run, String status) {
    return new Runs.Summary(
        run, "home", "debate", "Pause?", status, 1, 1, 1, "m", NOON, NOON, null);
  }

  private Studies.Started start(@Nullable String key) {
    return node.ask(
        Studies.START, new Studies.Start(PLAN.scenario(), SEED, "sim/default", key, "home"));
  }

  private Study show(String study) {
    return node.ask(Studies.SHOW, new Studies.Show(study));
  }

  private Studies.Summary find(String study) {
    return node.ask(Studies.FIND, new Studies.Find(study));
  }

  private void untilBegun(int number) {
    Node.until(number + " runs begun", () -> asked.size() == number);
  }

  private void untilStatus(String study, String status) {
    Node.until("the study is " + status, () -> find(study).status().equals(status));
  }

  /** Ends whatever is begun until nothing is left to begin. */
  private void untilAllHaveEnded(String study) {
    Node.until(
        "all runs have ended",
        () -> {
          asked.keySet().forEach(run -> end(run, "completed"));
          return find(study).status().equals("completed");
        });
  }

  @Test
  void aStudyIsRunSomeAtATimeAndEndsAsOneDocument() {
    String study = start(null).study();
    Queue<Studies.Progress> told = node.listen(Studies.live(study));
    untilBegun(3);
    assertEquals(
        Set.of("deliberation 7", "vote_only 7", "deliberation 8"),
        asked.values().stream()
            .map(one -> one.scenario().deliberation().arm().id() + " " + one.seed())
            .collect(Collectors.toSet()),
        "a whole repeat before the next, its arms on one seed");
    Deliberation.Start one = asked.values().iterator().next();
    assertFalse(one.scenario().isStudy());
    assertEquals("sim/default", one.model());
    assertTrue(one.key().startsWith("study " + study + " "));
    String first = asked.keySet().iterator().next();
    end(first, "completed");
    untilBegun(4);
    Node.until("told of the first end", () -> !told.isEmpty());
    assertEquals(new Studies.Progress(study, first, arm(first), repeat(first), 1, 6), told.peek());
    untilAllHaveEnded(study);
    assertEquals(6, asked.size());
    Study document = show(study);
    assertEquals("completed", document.status());
    assertEquals(2, document.arms().size());
    assertEquals(3, document.arms().getFirst().ended());
    assertEquals(
        List.of(7L, 8L, 9L),
        document.arms().getFirst().runs().stream().map(Study.Repeat::seed).toList());
    Studies.Summary listed =
        node.ask(Studies.LIST, new Studies.Query("home", 1)).studies().getFirst();
    assertEquals(find(study), listed);
    assertEquals(Map.of(DELIBERATION, 3, VOTE_ONLY, 3), listed.arms());
  }

  private Scenario.Arm arm(String run) {
    return asked.get(run).scenario().deliberation().arm();
  }

  private int repeat(String run) {
    return (int) (asked.get(run).seed() - SEED + 1);
  }

  @Test
  void whatIsToldOfARunMakesTheLookComeSooner() {
    leave();
    StudyOptions patient = new StudyOptions(10, 3, Duration.ofHours(1), Duration.ofDays(1), false);
    DeploymentOptions threads =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    room =
        Node.await(
            node.vertx()
                .deployVerticle(
                    new StudyVerticle(patient, store, InstantSource.system(), new Random()),
                    threads));
    start(null);
    untilBegun(3);
    String first = asked.keySet().iterator().next();
    end(first, "completed");
    Node.until(
        "the next is begun",
        () -> {
          node.bus()
              .tell(
                  Monitor.family("run"),
                  new Monitor.Notice("run.completed", NOON, "n", first, "home", Map.of()));
          return asked.size() == 4;
        });
  }

  @Test
  void theSameKeyIsTheSameStudy() {
    Studies.Started first = start("k");
    Studies.Started again = start("k");
    assertEquals(first.study(), again.study());
    assertTrue(first.made());
    assertFalse(again.made());
    Studies.Start other = new Studies.Start(PLAN.scenario(), SEED + 1, "sim/default", "k", "home");
    Fault fault = assertThrows(Fault.class, () -> node.ask(Studies.START, other));
    assertEquals(FaultCode.KEY_REUSED, fault.code());
  }

  @Test
  void aStudyWhoseDriverDiedGoesOnWithoutARunTwice() {
    lost.set(2);
    String study = start(null).study();
    untilBegun(3);
    leave();
    enter(false);
    untilStatus(study, "interrupted");
    leave();
    asked.keySet().forEach(run -> end(run, "interrupted"));
    enter(true);
    untilStatus(study, "running");
    Node.until("those that were left go on", () -> Set.copyOf(resumed).equals(asked.keySet()));
    untilAllHaveEnded(study);
    assertEquals(6, asked.size());
    assertEquals(6, asked.values().stream().map(Deliberation.Start::key).distinct().count());
    Set<String> shown =
        show(study).arms().stream()
            .flatMap(arm -> arm.runs().stream())
            .map(Study.Repeat::run)
            .collect(Collectors.toSet());
    assertEquals(asked.keySet(), shown);
  }

  @Test
  void twoWhoDriveTheSameStudyDoNoHarm() {
    String study = start(null).study();
    String other = room;
    enter(true);
    untilAllHaveEnded(study);
    assertEquals(6, asked.size());
    Node.await(node.vertx().undeploy(other));
  }

  @Test
  void aPausedStudyBeginsNothingAndGoesOnWhenResumed() {
    String study = start(null).study();
    untilBegun(3);
    Node.until("all are noted", () -> show(study).arms().getFirst().runs().size() == 2);
    Studies.Stopped stopped = node.ask(Studies.PAUSE, new Studies.Pause(study));
    assertEquals(new Studies.Stopped(study, "paused", 3), stopped);
    assertTrue(controls.stream().allMatch(control -> control.command() == Command.PAUSE));
    assertEquals("paused", find(study).status());
    assertEquals(0, node.ask(Studies.PAUSE, new Studies.Pause(study)).runs());
    assertFalse(node.ask(Studies.RESUME, new Studies.Resume(study)).made());
    Node.until("they go on", () -> Set.copyOf(resumed).equals(asked.keySet()));
    untilAllHaveEnded(study);
    assertEquals(6, asked.size());
  }

  @Test
  void aCancelledStudyHasEnded() {
    String study = start(null).study();
    untilBegun(3);
    Node.until("all are noted", () -> show(study).arms().getFirst().runs().size() == 2);
    assertEquals(3, node.ask(Studies.CANCEL, new Studies.Cancel(study)).runs());
    Node.until("the ends are noted", () -> find(study).done() == 3);
    Fault fault =
        assertThrows(Fault.class, () -> node.ask(Studies.RESUME, new Studies.Resume(study)));
    assertEquals(FaultCode.CONFLICT, fault.code());
    Study document = show(study);
    assertEquals("cancelled", document.status());
    assertEquals(3, asked.size());
    assertTrue(document.notes().contains("3 of 6 runs have ended, and figures are of those"));
  }

  @Test
  void aFullNodeIsAskedAgain() {
    faults.addAll(List.of(BUSY, BUSY, BUSY, BUSY, BUSY));
    String study = start(null).study();
    untilAllHaveEnded(study);
    assertEquals(6, asked.size());
  }

  @Test
  void whatTheEngineRefusesIsToldTheAskerAndLeavesNothing() {
    faults.add(REFUSED);
    Fault fault = assertThrows(Fault.class, () -> start("refused"));
    assertEquals("unknown model", fault.title());
    assertTrue(start("refused").made(), "the key is free again");
  }

  @Test
  void whatIsRefusedLaterStopsTheStudyAndSaysWhy() {
    String study = start(null).study();
    untilBegun(3);
    faults.add(REFUSED);
    end(asked.keySet().iterator().next(), "completed");
    untilStatus(study, "paused");
    assertTrue(show(study).notes().contains("it stands still: unknown model: it is gone"));
    node.ask(Studies.RESUME, new Studies.Resume(study));
    untilAllHaveEnded(study);
  }

  @Test
  void aRunThatFailedOrIsGoneIsALossAndNoCrash() {
    String study = start(null).study();
    untilBegun(3);
    Node.until("all are noted", () -> show(study).arms().getFirst().runs().size() == 2);
    List<String> begun = List.copyOf(asked.keySet());
    end(begun.get(0), "failed");
    Node.await(store.index().remove(begun.get(1)));
    Node.until("both have ended", () -> find(study).done() == 2);
    untilBegun(5);
    Node.until(
        "the rest has ended",
        () -> {
          asked.keySet().stream()
              .filter(run -> !begun.subList(0, 2).contains(run))
              .forEach(run -> end(run, "completed"));
          return find(study).status().equals("completed");
        });
    assertEquals(2, show(study).arms().stream().mapToInt(arm -> arm.losses().runs()).sum());
  }

  @Test
  void oneRunIsNoStudyAndNoStudyIsNotFound() {
    Scenario single = PLAN.in(DELIBERATION);
    Fault refused =
        assertThrows(
            Fault.class,
            () -> node.ask(Studies.START, new Studies.Start(single, 7, null, null, "home")));
    assertEquals(FaultCode.INVALID_SCENARIO, refused.code());
    Fault unknown = assertThrows(Fault.class, () -> show("st-nothing"));
    assertEquals(FaultCode.NOT_FOUND, unknown.code());
  }
}
