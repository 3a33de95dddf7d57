package io.lida.deliberation;

import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Complete;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Monitor;
import io.lida.contract.Monitor.Notice;
import io.lida.contract.Monitor.Pulse;
import io.lida.contract.Personas;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Usage;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisServer;
import io.lida.store.Store;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** An engine on a bus of its own and a Redis shared with others, among pretended neighbours. */
final class EngineNode implements AutoCloseable {
  static final Function<Complete, Future<Completion>> AGREES =
      call ->
          Future.succeededFuture(
              reply(
                  call.call().startsWith("vote")
                      ? "{\"vote\":\"for\",\"confidence\":0.9,\"reason\":\"so\"}"
                      : "{\"stance\":0.4,\"confidence\":0.8,\"argument\":\""
                          + call.call()
                          + "\"}"));
  static final Function<Complete, Future<Completion>> SILENT =
      call -> Promise.<Completion>promise().future();

  final Node node = new Node(Vertx.vertx());
  final Store store;
  final DeliberationVerticle engine;
  final Queue<Complete> asked = new ConcurrentLinkedQueue<>();
  final Queue<Notice> notices;
  private volatile Function<Complete, Future<Completion>> model;

  EngineNode(
      RedisServer redis,
      NodeIdentity identity,
      DeliberationOptions options,
      LongSupplier nanos,
      Function<Complete, Future<Completion>> model) {
    this.model = model;
    InstantSource clock = InstantSource.system();
    store = Node.await(Store.open(node.vertx(), redis, identity, clock));
    engine = new DeliberationVerticle(options, store, clock, new Random(), nanos);
    notices = node.listen(Monitor.family("run"));
    node.pretend(
        Personas.CAST,
        cast ->
            new Personas.Seated(
                cast.participants().stream().map(seat -> Fixture.card(seat.id())).toList(),
                List.of()));
    Llm.Provider sim = new Llm.Provider("sim", "http://x", "test", true, null, List.of(), Map.of());
    node.pretend(Llm.PROVIDERS, all -> new Llm.Providers(List.of(sim)));
    node.pretendLater(
        Llm.COMPLETE,
        call -> {
          asked.add(call);
          return this.model.apply(call);
        });
    node.deploy(engine);
  }

  /** An engine that works for itself, seen from all others as of a process that is dead. */
  static EngineNode doomed(
      RedisServer redis, Path home, Function<Complete, Future<Completion>> model) {
    return new EngineNode(
        redis, dead("doomed"), options(home, Capacity.OWN), System::nanoTime, model);
  }

  /** An engine that takes up what others left. */
  static EngineNode server(
      RedisServer redis,
      Path home,
      String name,
      Capacity capacity,
      Function<Complete, Future<Completion>> model) {
    return new EngineNode(
        redis, NodeIdentity.ofThisProcess(name), options(home, capacity), System::nanoTime, model);
  }

  static DeliberationOptions options(Path home, Capacity capacity) {
    return DeliberationOptions.defaults(home, Path.of(System.getProperty("lida.root"), "conf"))
        .with(capacity);
  }

  static NodeIdentity dead(String id) {
    try {
      Process process = new ProcessBuilder("true").start();
      NodeIdentity self = NodeIdentity.ofThisProcess(id);
      process.waitFor();
      return new NodeIdentity(id, self.host(), process.pid(), self.started());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  static Completion reply(String text) {
    return new Completion(text, "the-model", "stop", new Usage(1, 100, 20, 0.001, 0, false), 3);
  }

  static Scenario debate(int rounds, int seats) {
    return Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, rounds, seats);
  }

  static Deliberation.Start start(int rounds, int seats, String key) {
    return start(debate(rounds, seats), key);
  }

  static Deliberation.Start start(Scenario scenario, @Nullable String key) {
    return new Deliberation.Start(scenario, 7, null, false, key, Runs.HOME_TENANT);
  }

  /** From now on its models answer like this. */
  void model(Function<Complete, Future<Completion>> other) {
    model = other;
  }

  String begin(int rounds, int seats) {
    return begin(debate(rounds, seats));
  }

  String begin(Scenario scenario) {
    return node.ask(Deliberation.START, start(scenario, null)).run();
  }

  String control(String run, Deliberation.Command command) {
    return node.ask(Deliberation.CONTROL, new Deliberation.Control(run, command)).status();
  }

  void resume(String run) {
    node.ask(Deliberation.RESUME, new Deliberation.Resume(run, false));
  }

  Run show(String run) {
    return node.ask(Deliberation.SHOW, new Deliberation.Show(run));
  }

  /** The status in the index; empty when the run is not there. */
  String status(String run) {
    return Node.await(store.index().find(run)).map(Runs.Summary::status).orElse("");
  }

  void until(String run, String status) {
    Node.until(run + " is " + status, () -> status(run).equals(status));
  }

  List<Event> log(String run) {
    return Node.await(store.log().read(run, 0, 10_000));
  }

  long count(String run, Class<? extends RunEvent> type) {
    return log(run).stream().filter(event -> type.isInstance(event.payload())).count();
  }

  List<Notice> noticesOf(String name) {
    return notices.stream().filter(notice -> notice.name().equals(name)).toList();
  }

  Pulse pulse() {
    return node.ask(Monitor.pulse(store.node().id()), new Monitor.Feel());
  }

  /** The connections break as when a process dies: nothing can be written any more. */
  void die() {
    Node.await(store.close());
    node.close();
  }

  /** The engine leaves first, while it can still write that it does. */
  @Override
  public void close() {
    node.vertx().deploymentIDs().forEach(id -> Node.await(node.vertx().undeploy(id)));
    Node.await(store.close());
    node.close();
  }
}
