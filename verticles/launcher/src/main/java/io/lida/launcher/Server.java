package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.Monitor;
import io.lida.deliberation.DeliberationOptions;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A node that serves others until it is told to end: a house with a gateway, alone or in a cluster.
 * It takes up runs that lost their owner. Thread-safe.
 */
public final class Server implements House {
  private static final Logger LOG = System.getLogger(Server.class.getName());

  private final Foundation ground;
  private final Rooms rooms;
  private final String front;
  private final ServerEntries entries;
  private final ServerEntry entry;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Server(
      Foundation ground, Rooms rooms, String front, ServerEntries entries, ServerEntry entry) {
    this.ground = ground;
    this.rooms = rooms;
    this.front = front;
    this.entries = entries;
    this.entry = entry;
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
    DeliberationOptions engine = Rooms.engine(settings);
    Logs.toStandardError(settings);
    HomeFolder.prepare(settings.home());
    Ports.check(options.bind(), options.port(), "--port");
    options.cluster().ifPresent(c -> Ports.check(c.bind(), c.port(), "--cluster-port"));
    Foundation ground = Foundation.lay(settings, () -> vertx(options, settings));
    Rooms rooms = Rooms.open(ground, settings, engine);
    try {
      rooms.ready();
      String front = "";
      ServerEntry entry =
          ServerEntry.of(ground.node().id(), front, InstantSource.system().instant());
      ServerEntries entries = new ServerEntries(settings.home());
      entries.enter(entry);
      Server server = new Server(ground, rooms, front, entries, entry);
      server.notice("service.started");
      return server;
    } catch (RuntimeException failed) {
      rooms.close();
      ground.close();
      throw failed;
    }
  }

  private static Vertx vertx(ServeOptions options, Settings settings) {
    return options
        .cluster()
        .map(cluster -> ClusterNetwork.join(Foundation.options(), cluster, settings))
        .orElseGet(() -> Vertx.vertx(Foundation.options()));
  }

  /** What others need to find it. */
  public ServerEntry entry() {
    return entry;
  }

  @Override
  public String link() {
    return front;
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
    notice("service.stopped");
    rooms.close();
    ground.close();
    LOG.log(Level.INFO, "drained");
  }

  private void notice(String name) {
    LOG.log(Level.INFO, name + " " + entry.node() + " " + entry.url());
    ground
        .bus()
        .tell(
            Monitor.family("service"),
            new Monitor.Notice(
                name,
                InstantSource.system().instant(),
                entry.node(),
                null,
                null,
                Map.of("url", entry.url())));
  }
}
