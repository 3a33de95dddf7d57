package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.lida.deliberation.DeliberationOptions;
import io.lida.gateway.GatewayVerticle;
import io.lida.monitor.MonitorOptions;
import io.lida.monitor.MonitorVerticle;
import io.lida.store.AccessVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A node that serves others until it is told to end: a house with a gateway, alone or in a cluster.
 * It takes up runs that lost their owner. Thread-safe.
 */
public final class Server implements House {
  private static final InstantSource CLOCK = InstantSource.system();

  /** How long the calls under way may take to be answered. */
  private static final Duration CALLS = Duration.ofSeconds(15);

  private static final long SECONDS_AFTER_DRAINING = 2;

  private final Foundation ground;
  private final Rooms rooms;
  private final GatewayVerticle gateway;
  private final Future<String> gate;
  private final ServerEntries entries;
  private final ServerEntry entry;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Server(
      Foundation ground, Rooms rooms, GatewayVerticle gateway, Future<String> gate, Path home) {
    this.ground = ground;
    this.rooms = rooms;
    this.gateway = gateway;
    this.gate = gate;
    this.entries = new ServerEntries(home);
    this.entry = ServerEntry.of(ground.node().id(), gateway.url(), CLOCK.instant());
  }

  /**
   * Opens a server and makes it known in the data folder. Blocks until it listens and every room
   * answers; not for event loops.
   *
   * @throws Fault PORT_TAKEN, HOME_UNWRITABLE, STORE_UNAVAILABLE, UNREACHABLE or INVALID_CONFIG;
   *     nothing is left running then
   */
  public static Server open(Settings settings) {
    ServeOptions options = ServeOptions.of(settings);
    // Before anything of Vert.x is touched, since that makes a logger.
    Logs.toStandardError(settings);
    DeliberationOptions engine = Rooms.engine(settings).with(options.capacity());
    HomeFolder.prepare(settings.home());
    Ports.check(options.bind(), options.port(), "--port");
    options.cluster().ifPresent(c -> Ports.check(c.bind(), c.port(), "--cluster-port"));
    Optional<ClusterNetwork> network =
        options.cluster().map(cluster -> new ClusterNetwork(cluster, settings));
    Foundation ground = Foundation.lay(settings, () -> vertx(network));
    Rooms rooms = Rooms.open(ground, settings, engine);
    try {
      rooms.add(monitor(ground, rooms, network));
      rooms.add(new AccessVerticle(ground.store()));
      var gateway =
          new GatewayVerticle(
              options.gateway(settings, ground.node().id()), CLOCK, new SecureRandom());
      Future<String> gate = rooms.add(gateway);
      rooms.ready();
      Server server = new Server(ground, rooms, gateway, gate, settings.home());
      server.entries.enter(server.entry);
      server.notice("service.started");
      return server;
    } catch (RuntimeException failed) {
      rooms.close(SECONDS_AFTER_DRAINING);
      ground.close();
      throw failed;
    }
  }

  private static Vertx vertx(Optional<ClusterNetwork> network) {
    return network
        .map(cluster -> cluster.join(Foundation.options()))
        .orElseGet(() -> Vertx.vertx(Foundation.options()));
  }

  private static MonitorVerticle monitor(
      Foundation ground, Rooms rooms, Optional<ClusterNetwork> network) {
    String node = ground.node().id();
    List<Supplier<Monitor.Point>> beyond = new ArrayList<>();
    beyond.add(rooms::point);
    network.ifPresent(cluster -> beyond.add(cluster.watch(ground.vertx()).begin()::point));
    int loops = Foundation.options().getEventLoopPoolSize();
    return new MonitorVerticle(new MonitorOptions(node, loops, beyond), ground.store(), CLOCK);
  }

  /** What others need to find it. */
  public ServerEntry entry() {
    return entry;
  }

  @Override
  public String link() {
    try {
      return gateway.link().await(1, TimeUnit.SECONDS);
    } catch (TimeoutException busy) {
      throw new Fault(FaultCode.TIMEOUT, "no answer in time", "the gateway is busy", "lida view");
    }
  }

  @Override
  public Bus bus() {
    return ground.bus();
  }

  @Override
  public String store() {
    return ground.redis().describe();
  }

  /**
   * Ends in order and within 25 seconds: no new work, then the calls under way, then the streams,
   * then everything else. Runs that are not over are left to whoever takes them up; idempotent.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    notice("service.draining");
    entries.leave(entry);
    Foundation.await("the gateway", gateway.drain(), 1);
    Foundation.await("the engine", rooms.engine().drain(CALLS), CALLS.toSeconds() + 1);
    notice("service.stopped");
    rooms.leave(gate);
    rooms.close(SECONDS_AFTER_DRAINING);
    ground.close();
  }

  private void notice(String name) {
    // A logger of the class would be made before it is known where lines go.
    System.getLogger(Server.class.getName())
        .log(Level.INFO, name + " " + entry.node() + " " + entry.url());
    ground
        .bus()
        .tell(
            Monitor.family("service"),
            new Monitor.Notice(
                name, CLOCK.instant(), entry.node(), null, null, Map.of("url", entry.url())));
  }
}
