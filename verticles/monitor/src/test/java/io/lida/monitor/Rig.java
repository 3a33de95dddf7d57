package io.lida.monitor;

import io.lida.contract.Monitor;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.store.Store;
import io.lida.testkit.Node;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A node with a monitor, a real Redis, and an engine that says what the test wants. */
final class Rig implements AutoCloseable {
  static final String NAME = "n1";
  static final Monitor.Pulse WELL = new Monitor.Pulse(2, 1, 200, 1000, 500, true, false);

  final Node node = new Node(Vertx.vertx());
  private final RedisServer server;
  private final Path home;
  private final Store store;
  private final AtomicInteger felt = new AtomicInteger();
  private volatile Monitor.Pulse pulse = WELL;

  Rig(Path home) {
    this.home = home;
    server = RedisServer.find(new RedisOptions(home, Optional.empty(), "no", "", home));
    NodeIdentity self = NodeIdentity.ofThisProcess(NAME);
    store = Node.await(Store.open(node.vertx(), server, self, InstantSource.system()));
  }

  /** Begins to monitor; the engine is there too. */
  Rig monitored(List<Supplier<Monitor.Point>> beyond) {
    node.pretend(
        Monitor.pulse(NAME),
        feel -> {
          felt.incrementAndGet();
          return pulse;
        });
    return alone(beyond);
  }

  /** Begins to monitor; there is no engine. */
  Rig alone(List<Supplier<Monitor.Point>> beyond) {
    node.deploy(
        new MonitorVerticle(new MonitorOptions(NAME, 2, beyond), store, InstantSource.system()));
    return this;
  }

  void pulse(Monitor.Pulse now) {
    pulse = now;
  }

  /** Waits until the monitor looked so often without being asked. */
  void looked(int times) {
    int before = felt.get();
    Node.until("it looked by itself", () -> felt.get() >= before + times);
  }

  Monitor.Health health() {
    return node.ask(Monitor.health(NAME), new Monitor.Check());
  }

  /** The names of the points that are not well. */
  List<String> ill() {
    return health().points().stream()
        .filter(point -> !point.ok())
        .map(Monitor.Point::name)
        .toList();
  }

  /** The lines of the figures that begin so. */
  List<String> figures(String prefix) {
    String text = node.ask(Monitor.figures(NAME), new Monitor.Scrape()).text();
    return text.lines().filter(line -> line.startsWith(prefix)).sorted().toList();
  }

  /** Stops the Redis server in its tracks, or lets it go on. */
  void signal(String name) {
    try (Stream<Path> files = Files.walk(home)) {
      Path pid = files.filter(file -> file.toString().endsWith(".pid")).findFirst().orElseThrow();
      new ProcessBuilder("kill", "-" + name, Files.readString(pid).strip()).start().waitFor();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    Node.await(store.close());
    node.close();
    server.close();
  }
}
